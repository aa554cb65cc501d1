package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.kernel.Database;
import io.holdfast.service.kernel.Unpacked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed classes of the tables are those that the migrations give. */
class JooqDriftTest {

    @Test
    void committedClassesAreThoseOfTheMigratedDatabase(@TempDir Path data, @TempDir Path sources) throws Exception {
        Path fresh;
        try (Database database = Database.open(Unpacked.inDatabase(data))) {
            fresh = JooqGenerator.generate(database, sources);
        }
        assertThat(files(JooqGenerator.committed()))
                .as("Run ./mvnw -Pjooq process-test-classes -pl service -am and commit what it writes.")
                .isEqualTo(files(fresh));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path each : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(each).toString(), Files.readString(each));
            }
        }
        return files;
    }
}
