package io.holdfast.service.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that hold secrets, or say who may come in: what others on the computer may do with them. */
public final class SecretFiles {

    /** Its owner everything, their group reads it, as services of a system need. */
    private static final Set<PosixFilePermission> CLOSED = Set.copyOf(PosixFilePermissions.fromString("rwxr-----"));

    private SecretFiles() {}

    /**
     * Whether others can read a file, or anybody but its owner can change it; false on a file system without such rights.
     *
     * @throws IOException where it is not there or cannot be looked at
     */
    public static boolean isOpen(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && !CLOSED.containsAll(view.readAttributes().permissions());
    }
}
