package io.holdfast.service.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads and exports lie in the data folder, and not for longer than a start. */
class TemporaryFilesTest {

    @Test
    void whatAKillHasLeftIsGoneAtTheNextStart(@TempDir Path data) throws IOException {
        Path left = TemporaryFiles.emptied(data).create("audit");
        assertThat(left).exists().hasParent(data.resolve("tmp").toAbsolutePath());
        assertThat(TemporaryFiles.emptied(data).properties().values())
                .containsExactly(data.resolve("tmp").toAbsolutePath().toString());
        assertThat(left).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tmp"))))
                .isEqualTo("rwx------");
    }
}
