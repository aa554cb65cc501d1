package io.holdfast.service.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where uploads and exports lie while they are read: a folder of the data folder that nobody else reads. Each file goes when it was
 * read; what a kill leaves goes at the next start. For any number of threads.
 */
public final class TemporaryFiles {

    private final Path folder;

    private TemporaryFiles(Path folder) {
        this.folder = folder;
    }

    /** The folder of a data folder, made where it is missing and emptied; only whoever holds the data folder alone may call this. */
    public static TemporaryFiles emptied(Path data) throws IOException {
        Path folder = data.resolve("tmp");
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
        return new TemporaryFiles(folder.toAbsolutePath());
    }

    /** A new file, which the caller deletes. */
    public Path create(String name) throws IOException {
        return Files.createTempFile(folder, name, ".tmp");
    }

    /** Tells the server to put uploads there. */
    public Map<String, Object> properties() {
        return Map.of("micronaut.server.multipart.location", folder.toString());
    }
}
