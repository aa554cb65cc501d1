package io.holdfast.service.kernel;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import liquibase.exception.LiquibaseException;

/** The database of a data folder, started and brought to the newest schema. Close it after everything that uses it. */
public final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts the database of a data folder and brings it to the newest schema. */
    public static Database open(Path folder) {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        try {
            Migration.run(server.url(), server.user(), server.password());
            return new Database(server);
        } catch (SQLException | LiquibaseException e) {
            server.close();
            throw new DatabaseFailure("The database could not be brought to this version: " + e.getMessage(), e);
        }
    }

    /** The address for JDBC, without password. */
    public String url() {
        return server.url();
    }

    /** The database user. */
    public String user() {
        return server.user();
    }

    /** The user's password. */
    public String password() {
        return server.password();
    }

    /** What the context needs to know to make its pool of connections. */
    public Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url", url() + "?reWriteBatchedInserts=true",
                "datasources.default.username", user(),
                "datasources.default.password", password());
    }

    /** From now on the caller closes it when the process is told to stop; until then that happens by itself. */
    public void handOver() {
        server.handOver();
    }

    @Override
    public void close() {
        server.close();
    }
}
