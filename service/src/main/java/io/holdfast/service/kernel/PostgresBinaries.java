package io.holdfast.service.kernel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the bundled PostgreSQL once into a folder. */
final class PostgresBinaries {

    /** Marks a folder that was unpacked whole. */
    private static final String COMPLETE = "holdfast-complete";

    private PostgresBinaries() {}

    /** The folder that holds {@code bin}; unpacks it first where needed. */
    static Path unpackInto(Path folder) {
        try {
            if (!Files.exists(folder.resolve(COMPLETE))) {
                deleteTree(folder);
                Files.createDirectories(folder);
                unpack(folder);
                Files.createFile(folder.resolve(COMPLETE));
            }
            return folder;
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The database could not be unpacked into '" + folder + "': " + e.getMessage()
                            + ". Check that there is room and that the folder can be written to.",
                    e);
        }
    }

    private static String archive() {
        String system = System.getProperty("os.name", "");
        String machine = System.getProperty("os.arch", "");
        return findName(system, machine)
                .filter(name -> PostgresBinaries.class.getResource(name) != null)
                .orElseThrow(() -> new DatabaseFailure("No PostgreSQL is bundled for " + system + " on " + machine
                        + ". Build on the machine that runs it; Linux and macOS on x86-64 and ARM64 have one."));
    }

    /** The archive for an operating system and processor as Java names them, where there is one. */
    static Optional<String> findName(String system, String machine) {
        String name = system.toLowerCase(Locale.ROOT);
        String processor = switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
        };
        String family = name.contains("linux") ? "linux" : name.contains("mac") ? "darwin" : "";
        return family.isEmpty() || processor.isEmpty()
                ? Optional.empty()
                : Optional.of("/postgres-" + family + "-" + processor + ".txz");
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream raw = PostgresBinaries.class.getResourceAsStream(archive());
                InputStream plain = new XZInputStream(new BufferedInputStream(java.util.Objects.requireNonNull(raw)));
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry leads outside: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            Set<PosixFilePermission> all = EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(target, all);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(PostgresBinaries::delete);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
