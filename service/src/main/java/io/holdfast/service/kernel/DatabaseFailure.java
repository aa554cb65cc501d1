package io.holdfast.service.kernel;

/** The database could not be started; the message says why and what to do. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with a sentence for the person who started the service. */
    public DatabaseFailure(String message) {
        super(message);
    }

    /** The same with its cause. */
    public DatabaseFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
