package io.holdfast.service.simulation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run.
 *
 * @param id its number
 * @param kind what it is of
 * @param subject what it is about, by id; null for kinds that are about the whole model
 * @param options what its kind takes beside trials and seed, as a JSON object
 * @param status where it is in its life
 * @param trials trials asked for
 * @param trialsDone trials done so far
 * @param seed the seed
 * @param engineVersion the engine that it is run with
 * @param modelDigest the digest of the model it is run on
 * @param requestedAt when it was asked for
 * @param startedAt when work began, or null
 * @param finishedAt when it ended, or null
 * @param error why it failed, or null
 * @param requestedBy the sign-in name of who asked for it; empty where it is older than sign-in
 */
public record Run(
        long id,
        RunKind kind,
        @Nullable String subject,
        String options,
        RunStatus status,
        long trials,
        long trialsDone,
        long seed,
        String engineVersion,
        String modelDigest,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        String requestedBy) {

    /** The scenario of a run of kind scenario. */
    public String scenario() {
        if (kind != RunKind.SCENARIO) {
            throw new IllegalStateException("Run " + id + " is of a " + kind.word() + ", not of a scenario");
        }
        return requireSubject();
    }

    /** What the run is about, of kinds that are about one thing. */
    public String requireSubject() {
        return Objects.requireNonNull(subject, "a run of kind " + kind.word() + " has no subject");
    }
}
