package io.holdfast.service.register;

/** Somebody else changed the register since it was read; nothing was stored. */
public final class RevisionConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long stored;

    RevisionConflict(long expected, long stored) {
        super("The register is at revision " + stored + ", but this change was made on revision " + expected
                + ". Load it anew, look at what changed, and make the change again.");
        this.expected = expected;
        this.stored = stored;
    }

    /** The revision that the change was made on. */
    public long expected() {
        return expected;
    }

    /** The revision that is stored. */
    public long stored() {
        return stored;
    }
}
