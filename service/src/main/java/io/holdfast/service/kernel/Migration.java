package io.holdfast.service.kernel;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings a database to the newest schema, forward only. Runs before the first bean that uses the database. */
final class Migration {

    /** Held, so that its level is kept. */
    private static final Logger LOG = Logger.getLogger("liquibase");

    /** The change that is made at every start. */
    private static final String ROLES = "service-role";

    private Migration() {}

    /** Brings a database to the newest schema; where it holds something, a backup is handed over before. */
    static void run(String url, String user, String password, ServiceRole role, BeforeUpgrade before)
            throws SQLException, LiquibaseException, IOException {
        migrate(url, user, password, role, liquibase -> {
            long pending = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                    .filter(change -> !change.getId().equals(ROLES))
                    .count();
            int made = liquibase.getDatabase().getRanChangeSetList().size();
            if (pending > 0 && made > 0) {
                before.upgrade();
            }
            liquibase.update(new Contexts());
        });
    }

    /** Brings an empty database to the schema that it had after a number of changes. */
    static void runTo(String url, String user, String password, ServiceRole role, int changes)
            throws SQLException, LiquibaseException, IOException {
        migrate(
                url,
                user,
                password,
                role,
                liquibase -> liquibase.update(changes, new Contexts(), new LabelExpression()));
    }

    /** What is done before a database that holds something is changed. */
    interface BeforeUpgrade {
        /** Does it. */
        void upgrade() throws SQLException, IOException;
    }

    private interface Step {
        void take(Liquibase liquibase) throws LiquibaseException, SQLException, IOException;
    }

    private static void migrate(String url, String user, String password, ServiceRole role, Step step)
            throws SQLException, LiquibaseException, IOException {
        LOG.setLevel(Level.WARNING);
        try (Connection alone = DriverManager.getConnection(url, user, password);
                Connection connection = DriverManager.getConnection(url, user, password)) {
            lock(alone);
            liquibase.database.Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase("db/changelog.xml", new ClassLoaderResourceAccessor(), target)) {
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                liquibase.setChangeLogParameter("serviceRole", role.name());
                liquibase.setChangeLogParameter("servicePassword", role.password());
                quietly(() -> {
                    liquibase.forceReleaseLocks(); // left by a kill: nobody else is here
                    step.take(liquibase);
                });
            }
        }
    }

    /** Waits until no other service migrates; the database forgets the lock with the connection, even after a kill. */
    static void lock(Connection alone) throws SQLException {
        try (Statement statement = alone.createStatement()) {
            statement.execute(Resources.text("/db/migration-lock.sql"));
        }
    }

    /** What Liquibase would print goes to its log: only problems concern whoever starts the service. */
    private static void quietly(Scope.ScopedRunner<?> migration) throws LiquibaseException {
        try {
            Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), migration);
        } catch (LiquibaseException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException(e);
        }
    }
}
