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
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import liquibase.exception.LiquibaseException;

/** The database of a data folder, started and brought to the newest schema. Close it after everything that uses it. */
public final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final ServiceRole role;

    private Database(EmbeddedPostgres server, ServiceRole role) {
        this.server = server;
        this.role = role;
    }

    /** Starts the database of a data folder and brings it to the newest schema, after a backup where it holds something. */
    public static Database open(Path folder) {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        try {
            ServiceRole role = ServiceRole.of(server.user(), server.password());
            Migration.run(
                    server.url(), server.user(), server.password(), role, () -> backUpBeforeUpgrade(server, folder));
            return new Database(server, role);
        } catch (SQLException | LiquibaseException | IOException e) {
            server.close();
            throw new DatabaseFailure("The database could not be brought to this version: " + e.getMessage(), e);
        }
    }

    private static void backUpBeforeUpgrade(EmbeddedPostgres server, Path folder) throws SQLException, IOException {
        Path backups = folder.resolveSibling("backups");
        Files.createDirectories(backups);
        String moment = Instant.now().toString().replaceAll("[-:]|\\..*", "");
        Path file = backups.resolve("before-upgrade-" + moment + ".zip");
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                OutputStream out = Files.newOutputStream(ownersOnly(file))) {
            Backup.write(connection, out);
        }
    }

    /** Makes an empty file that nobody else reads. */
    public static Path ownersOnly(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Copies the database of a data folder, whether a service works with it or not. */
    public static Manifest backUp(Path folder, OutputStream out) throws IOException, SQLException {
        if (!EmbeddedPostgres.isThere(folder)) {
            throw new DatabaseFailure("There is no database in '" + folder + "'. Name the data folder with --data.");
        }
        Optional<Connection> running = EmbeddedPostgres.findRunning(folder);
        if (running.isPresent()) {
            try (Connection connection = running.get()) {
                return Backup.write(connection, out);
            }
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder);
                Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            return Backup.write(connection, out);
        }
    }

    /** Makes a database of a backup in a data folder that has none; what is begun is taken away where it cannot be finished. */
    public static void restore(Path folder, Restore backup) throws IOException, SQLException {
        if (EmbeddedPostgres.isThere(folder)) {
            throw new DatabaseFailure("There is a database in '" + folder
                    + "' already. Restore into another folder with --data, then start the service on that one.");
        }
        try {
            fill(folder, backup);
        } catch (IOException | SQLException | RuntimeException e) {
            EmbeddedPostgres.remove(folder);
            throw e;
        }
    }

    private static void fill(Path folder, Restore backup) throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            Migration.runTo(
                    server.url(),
                    server.user(),
                    server.password(),
                    ServiceRole.of(server.user(), server.password()),
                    backup.manifest().changes());
            try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
                backup.into(connection);
            }
        } catch (LiquibaseException e) {
            throw new DatabaseFailure("The schema of the backup could not be made: " + e.getMessage(), e);
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
                "datasources.default.url", url() + "?reWriteBatchedInserts=true",
                "datasources.default.username", role.name(),
                "datasources.default.password", role.password());
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
