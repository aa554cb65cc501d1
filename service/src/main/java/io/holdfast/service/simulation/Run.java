package io.holdfast.service.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scenario.
 *
 * @param id its number
 * @param scenario the scenario's id
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
 */
public record Run(
        long id,
        String scenario,
        RunStatus status,
        long trials,
        long trialsDone,
        long seed,
        String engineVersion,
        String modelDigest,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error) {}
