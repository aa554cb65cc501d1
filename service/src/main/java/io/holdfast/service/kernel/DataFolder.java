package io.holdfast.service.kernel;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A data folder that one service holds, wherever its database is: nobody else may empty or use what lies in it. */
public final class DataFolder implements AutoCloseable {

    private final RandomAccessFile file;
    private final FileLock lock;

    private DataFolder(RandomAccessFile file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Holds a folder, made where it is missing; {@link DatabaseFailure} where another service holds it. */
    public static DataFolder hold(Path folder) throws IOException {
        Files.createDirectories(folder);
        RandomAccessFile file = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
        FileLock lock = tryLock(file);
        if (lock == null) {
            file.close();
            throw new DatabaseFailure("Another Holdfast uses the data folder '" + folder
                    + "'. Stop it, or name another folder with --data.");
        }
        return new DataFolder(file, lock);
    }

    private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held within this very process
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            file.close();
        } catch (IOException e) {
            throw new DatabaseFailure("The lock of the data folder could not be released: " + e.getMessage(), e);
        }
    }
}
