package io.holdfast.simulator.exact;

/** Ends the building of a diagram that grows too large; never leaves the package. */
final class NodeLimitReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeLimitReached() {
        super("too many nodes", null, false, false);
    }
}
