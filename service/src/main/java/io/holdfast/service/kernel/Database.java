package io.holdfast.service.kernel;

import io.holdfast.service.kernel.backup.Backup;
import io.holdfast.service.kernel.backup.Manifest;
import io.holdfast.service.kernel.backup.Restore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import liquibase.exception.LiquibaseException;

/** The service's database, started where it is its own, and brought to the newest schema. Close it after everything that uses it. */
public final class Database implements AutoCloseable {

    private final DatabaseServer server;
    private final ServiceRole role;

    private Database(DatabaseServer server, ServiceRole role) {
        this.server = server;
        this.role = role;
    }

    /** The service's own database in a folder; copies from before upgrades go beside that folder. */
    public static Database open(Path folder) {
        return open(new DatabaseAddress.Own(folder), folder.resolveSibling("backups"));
    }

    /**
     * Brings a database to the newest schema, after a backup where it holds something.
     *
     * @param address where it is
     * @param backups the folder for such copies
     */
    public static Database open(DatabaseAddress address, Path backups) {
        DatabaseServer server = serverOf(address);
        try {
            ServiceRole role = ServiceRole.of(server.user(), server.password());
            Migration.run(
                    server.url(), server.user(), server.password(), role, () -> backUpBeforeUpgrade(server, backups));
            return new Database(server, role);
        } catch (SQLException | LiquibaseException | IOException e) {
            server.close();
            throw new DatabaseFailure("The database could not be brought to this version: " + e.getMessage(), e);
        }
    }

    private static DatabaseServer serverOf(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.Own own -> EmbeddedPostgres.start(own.folder());
            case DatabaseAddress.External external -> ExternalPostgres.connect(external);
        };
    }

    private static void backUpBeforeUpgrade(DatabaseServer server, Path backups) throws SQLException, IOException {
        Files.createDirectories(backups);
        String moment = Instant.now().toString().replaceAll("[-:]|\\..*", "");
        Path file = backups.resolve("before-upgrade-" + moment + ".zip");
        try (Connection connection = connect(server);
                OutputStream out = Files.newOutputStream(ownersOnly(file))) {
            Backup.write(connection, out);
        }
    }

    private static Connection connect(DatabaseServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    /** Makes an empty file that nobody else reads. */
    public static Path ownersOnly(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Copies a database, whether a service works with it or not. */
    public static Manifest backUp(DatabaseAddress address, OutputStream out) throws IOException, SQLException {
        if (address instanceof DatabaseAddress.Own own) {
            if (!EmbeddedPostgres.isThere(own.folder())) {
                throw new DatabaseFailure(
                        "There is no database in '" + own.folder() + "'. Name the data folder with --data.");
            }
            Optional<Connection> running = EmbeddedPostgres.findRunning(own.folder());
            if (running.isPresent()) {
                try (Connection connection = running.get()) {
                    return Backup.write(connection, out);
                }
            }
        }
        try (DatabaseServer server = serverOf(address);
                Connection connection = connect(server)) {
            return Backup.write(connection, out);
        }
    }

    /**
     * Makes a database of a backup where there is none. What is begun in a data folder is taken away where it cannot be finished;
     * in a database that somebody else runs it is left to them.
     */
    public static void restore(DatabaseAddress address, Restore backup) throws IOException, SQLException {
        switch (address) {
            case DatabaseAddress.Own own -> restoreInto(own, backup);
            case DatabaseAddress.External external -> restoreInto(external, backup);
        }
    }

    private static void restoreInto(DatabaseAddress.Own own, Restore backup) throws IOException, SQLException {
        if (EmbeddedPostgres.isThere(own.folder())) {
            throw new DatabaseFailure("There is a database in '" + own.folder()
                    + "' already. Restore into another folder with --data, then start the service on that one.");
        }
        try (DatabaseServer server = serverOf(own)) {
            fill(server, backup);
        } catch (IOException | SQLException | RuntimeException e) {
            EmbeddedPostgres.remove(own.folder());
            throw e;
        }
    }

    private static void restoreInto(DatabaseAddress.External external, Restore backup)
            throws IOException, SQLException {
        try (DatabaseServer server = serverOf(external)) {
            try (Connection connection = connect(server)) {
                requireEmpty(connection);
            }
            fill(server, backup);
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, "public", null, new String[] {"TABLE"})) {
            if (tables.next()) {
                throw new DatabaseFailure("The database holds tables already, as '" + tables.getString("TABLE_NAME")
                        + "'. Restore into an empty one: create it, and name it in the file of --database.");
            }
        }
    }

    private static void fill(DatabaseServer server, Restore backup) throws IOException, SQLException {
        try {
            Migration.runTo(
                    server.url(),
                    server.user(),
                    server.password(),
                    ServiceRole.of(server.user(), server.password()),
                    backup.manifest().changes());
            try (Connection connection = connect(server)) {
                backup.into(connection);
            }
        } catch (LiquibaseException e) {
            throw new DatabaseFailure("The schema of the backup could not be made: " + e.getMessage(), e);
        }
    }

    /** Something that one service on this database does at a time. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        void take() throws IOException;
    }

    /** Takes a step while no other service on the same database takes one, nor changes its schema. */
    public void alone(Step step) throws IOException {
        try (Connection connection = connect(server)) {
            Migration.lock(connection);
            step.take();
        } catch (SQLException e) {
            throw new DatabaseFailure("The database does not answer: " + e.getMessage(), e);
        }
    }

    /** The address for JDBC, without password. */
    public String url() {
        return server.url();
    }

    /** The user who owns the tables. */
    public String user() {
        return server.user();
    }

    /** The owner's password. */
    public String password() {
        return server.password();
    }

    /** The role with which the service works, which can do less than the owner. */
    public ServiceRole role() {
        return role;
    }

    /** What the context needs to know to make its pool of connections. */
    public Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url",
                url() + (url().contains("?") ? "&" : "?") + "reWriteBatchedInserts=true",
                "datasources.default.username",
                role.name(),
                "datasources.default.password",
                role.password());
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
