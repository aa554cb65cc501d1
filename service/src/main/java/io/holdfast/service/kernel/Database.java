package io.holdfast.service.kernel;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The migrated database with its pool of connections. For any number of threads; close it last. */
public final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final HikariDataSource pool;
    private final DSLContext jooq;

    private Database(EmbeddedPostgres server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
        jooq = DSL.using(pool, SQLDialect.POSTGRES);
    }

    /** Starts the database of a data folder and brings it to the newest schema. */
    public static Database open(Path folder) {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        try {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(server.url());
            config.setUsername(server.user());
            config.setPassword(server.password());
            config.setMaximumPoolSize(10);
            HikariDataSource pool = new HikariDataSource(config);
            migrate(pool);
            return new Database(server, pool);
        } catch (IOException | SQLException | LiquibaseException e) {
            server.close();
            throw new DatabaseFailure("The database could not be brought to this version: " + e.getMessage(), e);
        }
    }

    /** Held, so that its level is kept. */
    private static final Logger MIGRATION_LOG = Logger.getLogger("liquibase");

    private static void migrate(HikariDataSource pool) throws SQLException, LiquibaseException {
        MIGRATION_LOG.setLevel(Level.WARNING);
        try (Connection connection = pool.getConnection()) {
            liquibase.database.Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase("db/changelog.xml", new ClassLoaderResourceAccessor(), target)) {
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                liquibase.update(new Contexts());
            }
        }
    }

    /** Queries, each in a transaction of its own unless nested in one. */
    public DSLContext jooq() {
        return jooq;
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
