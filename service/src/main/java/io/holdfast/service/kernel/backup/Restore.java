package io.holdfast.service.kernel.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Puts a backup into an empty database, whole or not at all, and looks whether it is what was copied. */
public final class Restore implements AutoCloseable {

    private final ZipFile zip;
    private final Manifest manifest;

    private Restore(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens a backup; throws {@link BackupDamaged} where it is none or not whole. */
    public static Restore open(Path file) throws IOException {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            ZipEntry entry = zip.getEntry(Backup.MANIFEST);
            if (entry == null) {
                zip.close();
                throw new BackupDamaged("it has no " + Backup.MANIFEST + ", so it was not written to its end");
            }
            Manifest manifest = Backup.JSON.readValue(zip.getInputStream(entry), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                zip.close();
                throw new BackupDamaged("it is of form " + manifest.format() + ", and this program reads form "
                        + Manifest.FORMAT + ". Take the program of its time, or a newer one");
            }
            return new Restore(zip, manifest);
        } catch (ZipException e) {
            throw new BackupDamaged("it is not a ZIP file, or it is encrypted and needs --identity", e);
        }
    }

    /** What it says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Fills the tables, which the caller has made as they were at the time of the backup; commits where all is as it was.
     *
     * @param connection as the owner of the tables; nothing of it is committed where this throws
     * @throws BackupDamaged where a table is missing, or is not what the manifest says
     */
    public void into(Connection connection) throws SQLException, IOException {
        TableCopy copy = new TableCopy(connection);
        copy.beginSnapshot();
        List<String> names =
                manifest.tables().stream().map(Manifest.Table::name).toList();
        copy.empty(names.stream().filter(name -> !name.startsWith("audit_")).toList());
        for (String name : names) {
            ZipEntry entry = zip.getEntry(name + ".csv");
            if (entry == null) {
                throw new BackupDamaged("it has no " + name + ".csv");
            }
            copy.read(name, zip.getInputStream(entry));
            copy.renumber(name);
        }
        requireSame(copy);
        connection.commit();
    }

    /** Copies everything out again and compares; a difference is a damaged file or a fault of the program. */
    private void requireSame(TableCopy copy) throws SQLException, IOException {
        List<String> different = new ArrayList<>();
        for (Manifest.Table table : manifest.tables()) {
            if (!copy.write(table.name(), OutputStream.nullOutputStream()).equals(table)) {
                different.add(table.name());
            }
        }
        if (!different.isEmpty()) {
            throw new BackupDamaged("its tables " + different + " are not what its manifest says");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
