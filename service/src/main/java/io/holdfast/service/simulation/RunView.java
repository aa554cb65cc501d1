package io.holdfast.service.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run as the API shows it; moments in ISO 8601 with offset. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RunView(
        long id,

        @Schema(
                type = "string",
                allowableValues = {"scenario", "drill", "year", "budget"})
        String kind,

        @Schema(description = "What the run is about, by id; null for kinds that are about the whole model") @Nullable
        String subject,

        @Schema(description = "The scenario of a run of kind scenario; empty for other kinds")
        String scenario,

        @Schema(description = "What its kind takes beside trials and seed, as a JSON object")
        String options,

        @Schema(
                type = "string",
                allowableValues = {"queued", "running", "finished", "failed", "cancelled"})
        String status,

        long trials,
        long trialsDone,
        long seed,
        String engineVersion,
        String modelDigest,
        String requestedAt,
        @Nullable String startedAt,
        @Nullable String finishedAt,
        @Nullable String error,
        String requestedBy) {

    /** The view of a run. */
    public static RunView of(Run run) {
        return new RunView(
                run.id(),
                run.kind().word(),
                run.subject(),
                run.kind() == RunKind.SCENARIO ? run.scenario() : "",
                run.options(),
                run.status().word(),
                run.trials(),
                run.trialsDone(),
                run.seed(),
                run.engineVersion(),
                run.modelDigest(),
                run.requestedAt().toString(),
                run.startedAt() == null ? null : run.startedAt().toString(),
                run.finishedAt() == null ? null : run.finishedAt().toString(),
                run.error(),
                run.requestedBy());
    }
}
