package io.holdfast.simulator.exact;

/** The diagrams of a question, or why there are none. */
public sealed interface DiagramOutcome {

    /**
     * They could be built.
     *
     * @param atOnce when the bad event happens right after the scenario's
     * @param atMost when it can happen at some moment, whatever the times; the same diagram where no need is held
     */
    record Built(EventDiagram atOnce, EventDiagram atMost) implements DiagramOutcome {}

    /**
     * They could not.
     *
     * @param answer {@link ExactAnswer.TooLarge} or {@link ExactAnswer.Undefined}
     */
    record Refused(ExactAnswer answer) implements DiagramOutcome {}
}
