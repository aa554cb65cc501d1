package io.holdfast.service;

import io.holdfast.service.kernel.Database;
import io.holdfast.service.kernel.DatabaseAddress;
import io.holdfast.service.kernel.DatabaseFailure;
import io.holdfast.service.kernel.backup.BackupDamaged;
import io.holdfast.service.kernel.backup.Encryption;
import io.holdfast.service.kernel.backup.Manifest;
import io.holdfast.service.kernel.backup.Restore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the program does beside being the service: check an audit, back up, restore. Each answers an exit status. */
final class Commands {

    private static final Set<String> KNOWN = Set.of("audit", "backup", "backup-key", "restore");

    private final PrintStream out;
    private final PrintStream err;

    Commands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs a command; empty where the arguments begin with none, so that the service is meant. */
    OptionalInt run(String... args) throws IOException {
        if (args.length == 0 || !KNOWN.contains(args[0])) {
            return OptionalInt.empty();
        }
        if (args.length < 2) {
            err.println("holdfast: " + args[0] + " needs a file.");
            return OptionalInt.of(2);
        }
        try {
            return OptionalInt.of(run(args[0], Path.of(args[1]), options(args)));
        } catch (DatabaseFailure | IllegalArgumentException e) {
            err.println("holdfast: " + e.getMessage());
        } catch (BackupDamaged e) {
            err.println("holdfast: '" + args[1] + "' cannot be used: " + e.getMessage() + ".");
        } catch (NoSuchFileException e) {
            err.println("holdfast: there is no '" + e.getFile() + "'.");
        } catch (FileAlreadyExistsException e) {
            err.println("holdfast: '" + e.getFile() + "' is there already. Name another file.");
        } catch (IOException | SQLException e) {
            err.println("holdfast: " + args[0] + " failed: " + e.getMessage() + ".");
        }
        return OptionalInt.of(2);
    }

    private int run(String command, Path file, Map<String, String> options) throws IOException, SQLException {
        return switch (command) {
            case "audit" -> AuditFile.run(file, out, err);
            case "backup" -> backUp(file, address(options), options.get("--recipient"));
            case "restore" -> restore(file, options);
            default -> createKey(file);
        };
    }

    private static Map<String, String> options(String... args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i < args.length; i += 2) {
            if (!Set.of("--data", "--database", "--recipient", "--identity").contains(args[i])
                    || i + 1 >= args.length) {
                throw new IllegalArgumentException(
                        "'" + args[i] + "' is not known, or its value is missing. Known are --data DIR,"
                                + " --database FILE, --recipient age1… and --identity FILE.");
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private static Path data(Map<String, String> options) {
        return Path.of(options.getOrDefault("--data", ".holdfast"));
    }

    private static DatabaseAddress address(Map<String, String> options) {
        String file = options.get("--database");
        return file == null ? DatabaseAddress.own(data(options)) : DatabaseAddress.read(Path.of(file));
    }

    /** Writes beside the file and moves it there at the end: a file of that name is always whole. */
    private int backUp(Path file, DatabaseAddress address, @Nullable String recipient)
            throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Manifest manifest;
        try (OutputStream plain = Files.newOutputStream(Database.ownersOnly(part));
                OutputStream to = recipient == null ? plain : Encryption.encrypting(plain, recipient)) {
            manifest = Database.backUp(address, to);
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        out.println("Backed up " + rows(manifest) + " rows of "
                + manifest.tables().size() + " tables to " + file
                + (recipient == null ? ". It is not encrypted: keep it where nobody else reads it." : ", encrypted."));
        return 0;
    }

    private int restore(Path file, Map<String, String> options) throws IOException, SQLException {
        Path data = data(options);
        String identityFile = options.get("--identity");
        Path plain = file;
        Path temporary = null;
        try {
            if (identityFile != null) {
                Files.createDirectories(data);
                temporary = data.resolve("restore.part");
                Files.deleteIfExists(temporary);
                decrypt(file, identity(Path.of(identityFile)), Database.ownersOnly(temporary));
                plain = temporary;
            } else if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            try (Restore backup = Restore.open(plain)) {
                Database.restore(address(options), backup);
                out.println("Restored " + rows(backup.manifest()) + " rows of "
                        + backup.manifest().tables().size() + " tables of "
                        + backup.manifest().createdAt()
                        + "; every table is what it was. Start with: ./holdfast up --data " + data
                        + (options.containsKey("--database") ? " --database " + options.get("--database") : ""));
            }
            return 0;
        } finally {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private static long rows(Manifest manifest) {
        return manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
    }

    private static String identity(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("AGE-SECRET-KEY-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + file + "' holds no identity, as AGE-SECRET-KEY-1… that backup-key writes."));
    }

    private static void decrypt(Path file, String identity, Path to) throws IOException {
        try (InputStream in = Encryption.decrypting(Files.newInputStream(file), identity);
                OutputStream plain = Files.newOutputStream(to)) {
            in.transferTo(plain);
        }
    }

    private int createKey(Path file) throws IOException {
        Encryption.Keys keys = Encryption.create();
        Files.writeString(
                Database.ownersOnly(file), "# public key: " + keys.recipient() + "\n" + keys.identity() + "\n");
        out.println("The secret that reads backups is in " + file
                + ": keep it elsewhere, in two places. Backups are encrypted for:\n" + keys.recipient());
        return 0;
    }
}
