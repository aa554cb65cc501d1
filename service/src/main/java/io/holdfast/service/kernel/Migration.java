package io.holdfast.service.kernel;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
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

    private Migration() {}

    static void run(String url, String user, String password) throws SQLException, LiquibaseException {
        LOG.setLevel(Level.WARNING);
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            liquibase.database.Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase("db/changelog.xml", new ClassLoaderResourceAccessor(), target)) {
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                quietly(() -> liquibase.update(new Contexts()));
            }
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
