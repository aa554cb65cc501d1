package io.holdfast.service.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folders of tests in which PostgreSQL is unpacked already: the processor time of a service's first start goes into that. One copy of a
 * process of tests is unpacked, the folders have links to its files, which no program writes to. From any thread.
 */
public final class Unpacked {

    /** Elsewhere a process may be told by another link of its program, and a service ends what runs from its own folder. */
    private static final boolean LINKS = "Linux".equals(System.getProperty("os.name"));

    private static @Nullable Path copy;

    private Unpacked() {}

    /** A data folder of a service, made where it is not there; answers it. */
    public static Path in(Path data) throws IOException {
        inDatabase(data.resolve("database"));
        return data;
    }

    /** A folder of a database alone; answers it. */
    public static Path inDatabase(Path folder) throws IOException {
        Path programs = folder.resolve(EmbeddedPostgres.PROGRAMS);
        if (!Files.exists(programs)) {
            link(copy(), programs);
        }
        return folder;
    }

    private static synchronized Path copy() throws IOException {
        Path known = copy;
        if (known == null) {
            Path made = Files.createTempDirectory("holdfast-postgresql");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
            known = PostgresBinaries.unpackInto(made.resolve(EmbeddedPostgres.PROGRAMS));
            copy = known;
        }
        return known;
    }

    private static void link(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file));
                if (!LINKS || !isLinked(file, target)) {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isLinked(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
            return true;
        } catch (FileSystemException | UnsupportedOperationException e) {
            return false; // another file system, or one without links
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
