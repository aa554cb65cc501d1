package io.holdfast.service.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.kernel.backup.Manifest;
import io.holdfast.service.kernel.backup.Restore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a database of an older version, and to one that was killed while it was being changed. */
class UpgradeTest {

    /** The schema before there was sign-in. */
    private static final int OLDER = 6;

    private static void makeOlder(Path folder) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(Unpacked.inDatabase(folder))) {
            Migration.runTo(
                    server.url(),
                    server.user(),
                    server.password(),
                    ServiceRole.of(server.user(), server.password()),
                    OLDER);
            try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into model_snapshot (digest, document) values ('sha256:kept', '{}')");
                statement.execute(
                        "update databasechangeloglock set locked = true, lockedby = 'killed', lockgranted = now()");
            }
        }
    }

    private static List<Path> backups(Path data) throws Exception {
        Path folder = data.resolve("backups");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void anOlderDatabaseIsBackedUpBeforeItIsChangedAndALockLeftByAKillDoesNotStopIt(@TempDir Path data)
            throws Exception {
        Path folder = data.resolve("database");
        makeOlder(folder);
        Database.open(folder).close();
        assertThat(backups(data)).hasSize(1);
        try (Restore backup = Restore.open(backups(data).getFirst())) {
            assertThat(backup.manifest().changes()).isEqualTo(OLDER);
            assertThat(backup.manifest().tables())
                    .filteredOn(table -> table.name().equals("model_snapshot"))
                    .extracting(Manifest.Table::rows)
                    .containsExactly(1L);
            Path second = Unpacked.inDatabase(data.resolve("second").resolve("database"));
            Database.restore(new DatabaseAddress.Own(second), backup);
            Database.open(second).close();
            assertThat(backups(data.resolve("second"))).hasSize(1);
        }
        Database.open(folder).close();
        assertThat(backups(data)).as("nothing to change, nothing to copy").hasSize(1);
    }

    @Test
    void anEmptyDatabaseIsNotBackedUp(@TempDir Path data) throws Exception {
        Database.open(data.resolve("database")).close();
        assertThat(backups(data)).isEmpty();
    }
}
