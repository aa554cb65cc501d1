package io.holdfast.service.kernel.retry;

/** What a key says about a request that carries it. */
sealed interface KeyOutcome {

    /** It is the first, or the one before did nothing: go on. */
    record First() implements KeyOutcome {}

    /** It was done and answered: this is the answer, sealed. */
    final class Answered implements KeyOutcome {
        private final byte[] sealed;

        Answered(byte[] sealed) {
            this.sealed = sealed;
        }

        byte[] sealed() {
            return sealed;
        }
    }

    /** It was done, but its answer was lost. */
    record Done() implements KeyOutcome {}

    /** Another one with this key is being worked on. */
    record UnderWay() implements KeyOutcome {}

    /** Another request was sent with this key. */
    record Reused() implements KeyOutcome {}
}
