package io.holdfast.simulator.calendar;

/** The native solver cannot be loaded on this platform; the message says which file would be needed. */
public final class SolverMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SolverMissingException(String message, Throwable cause) {
        super(message, cause);
    }
}
