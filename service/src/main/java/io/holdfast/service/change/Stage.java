package io.holdfast.service.change;

import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Version;
import io.holdfast.service.approval.VersionState;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a change stands; what can be done with it follows from that. */
public sealed interface Stage {

    /** What can be done with a change. */
    enum Step {
        /** Say something else. */
        EDIT,
        /** Say something else although somebody has agreed; it must be submitted again. */
        REOPEN,
        /** Ask somebody to agree. */
        SUBMIT,
        /** Write down how it went. */
        CARRY_OUT,
        /** End it. */
        CLOSE,
        /** Call it off. */
        CANCEL
    }

    /** Whether somebody has agreed to what was carried out. */
    enum Agreement {
        /** Nobody was asked. */
        NOT_ASKED,
        /** It waits. */
        WAITING,
        /** Somebody has. */
        GIVEN,
        /** Somebody was asked and has refused. */
        REFUSED;

        /** What can be done with what was carried out. */
        Set<Step> steps() {
            return switch (this) {
                case NOT_ASKED -> EnumSet.of(Step.EDIT, Step.SUBMIT);
                case WAITING -> EnumSet.noneOf(Step.class);
                case GIVEN -> EnumSet.of(Step.CLOSE);
                case REFUSED -> EnumSet.of(Step.EDIT, Step.SUBMIT, Step.CLOSE);
            };
        }
    }

    /**
     * It is being written.
     *
     * @param refused whether the last decision about it was a refusal
     */
    record Draft(boolean refused) implements Stage {}

    /**
     * It waits for somebody to agree.
     *
     * @param refused whether the last decision about it was a refusal
     */
    record Waiting(boolean refused) implements Stage {}

    /** Somebody has agreed; it can be carried out. */
    record Approved() implements Stage {}

    /** Somebody has refused. */
    record Rejected() implements Stage {}

    /** It was carried out. */
    record CarriedOut(Execution execution, Agreement agreement) implements Stage {}

    /** It was called off before anything was done. */
    record Cancelled() implements Stage {}

    /** It is over. */
    record Closed(Execution execution) implements Stage {}

    /** Where a change stands, by what it says and what became of its versions. */
    static Stage of(Change change, Optional<Document> document) {
        Execution execution = change.execution();
        if (change.closing() != null) {
            return execution == null ? new Cancelled() : new Closed(execution);
        }
        Integer number = change.submittedVersion();
        VersionState state = number == null
                ? null
                : document.flatMap(found -> found.findVersion(number))
                        .map(Version::state)
                        .orElse(null);
        return execution == null
                ? planned(state, document.filter(Stage::isRefused).isPresent())
                : new CarriedOut(execution, agreement(state));
    }

    /** Whether the newest version that somebody has decided about was rejected. */
    private static boolean isRefused(Document document) {
        return document.versions().stream()
                .map(Version::state)
                .filter(state -> state != VersionState.SUBMITTED && state != VersionState.WITHDRAWN)
                .findFirst()
                .filter(state -> state == VersionState.REJECTED)
                .isPresent();
    }

    private static Stage planned(@Nullable VersionState state, boolean refused) {
        return switch (state) {
            case null -> new Draft(refused);
            case WITHDRAWN -> new Draft(refused);
            case SUBMITTED -> new Waiting(refused);
            case APPROVED, SUPERSEDED -> new Approved();
            case REJECTED -> new Rejected();
        };
    }

    private static Agreement agreement(@Nullable VersionState state) {
        return switch (state) {
            case null -> Agreement.NOT_ASKED;
            case WITHDRAWN -> Agreement.NOT_ASKED;
            case SUBMITTED -> Agreement.WAITING;
            case APPROVED, SUPERSEDED -> Agreement.GIVEN;
            case REJECTED -> Agreement.REFUSED;
        };
    }

    /** The word of the API: draft, submitted, approved, rejected, carried-out, cancelled or closed. */
    default String word() {
        return switch (this) {
            case Draft ignored -> "draft";
            case Waiting ignored -> "submitted";
            case Approved ignored -> "approved";
            case Rejected ignored -> "rejected";
            case CarriedOut ignored -> "carried-out";
            case Cancelled ignored -> "cancelled";
            case Closed ignored -> "closed";
        };
    }

    /**
     * What can be done with a change on a route. An emergency does not wait for anybody, unless the last decision about it, whatever
     * was said and by which route it went then, was a refusal: somebody must agree first.
     */
    default Set<Step> steps(Route route) {
        Set<Step> steps = switch (this) {
            case Draft ignored -> EnumSet.of(Step.EDIT, Step.SUBMIT, Step.CANCEL);
            case Rejected ignored -> EnumSet.of(Step.EDIT, Step.SUBMIT, Step.CANCEL);
            case Waiting ignored -> EnumSet.noneOf(Step.class);
            case Approved ignored -> EnumSet.of(Step.REOPEN, Step.CARRY_OUT, Step.CANCEL);
            case CarriedOut done -> done.agreement().steps();
            case Cancelled ignored -> EnumSet.noneOf(Step.class);
            case Closed ignored -> EnumSet.noneOf(Step.class);
        };
        if (route == Route.EMERGENCY && isUndecided()) {
            steps.add(Step.CARRY_OUT);
        }
        return steps;
    }

    private boolean isUndecided() {
        return switch (this) {
            case Draft draft -> !draft.refused();
            case Waiting waiting -> !waiting.refused();
            case Approved ignored -> false;
            case Rejected ignored -> false;
            case CarriedOut ignored -> false;
            case Cancelled ignored -> false;
            case Closed ignored -> false;
        };
    }
}
