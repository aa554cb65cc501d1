package io.holdfast.service.kernel.backup;

/** A file that cannot be restored; the message says why. */
public final class BackupDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupDamaged(String reason) {
        super(reason);
    }

    BackupDamaged(String reason, Throwable cause) {
        super(reason, cause);
    }
}
