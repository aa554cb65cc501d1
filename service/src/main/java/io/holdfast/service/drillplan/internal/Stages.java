package io.holdfast.service.drillplan.internal;

import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Version;
import io.holdfast.service.approval.VersionState;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillplan.store.PlanStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where plans stand, by what happened to them and what became of their versions. */
public final class Stages {

    private Stages() {}

    /** A plan with where it stands. */
    public static PlannedDrill of(PlanStore.Row row, Optional<Document> document) {
        return new PlannedDrill(
                row.id(),
                row.version(),
                row.content(),
                stage(row, document),
                row.life(),
                row.submittedVersion(),
                row.submission(),
                row.scheduledUid());
    }

    private static PlanStage stage(PlanStore.Row row, Optional<Document> document) {
        PlannedDrill.Life life = row.life();
        if (life.cancelledAt() != null) {
            return PlanStage.CANCELLED;
        }
        if (life.closedAt() != null) {
            return PlanStage.CLOSED;
        }
        if (life.startedAt() != null) {
            return life.endedAt() == null ? PlanStage.RUNNING : PlanStage.ENDED;
        }
        return findVersion(row.submittedVersion(), document)
                .map(Version::state)
                .map(Stages::stage)
                .orElse(PlanStage.DRAFT);
    }

    /** The version that says what the plan says. */
    public static Optional<Version> findVersion(@Nullable Integer submittedVersion, Optional<Document> document) {
        return Optional.ofNullable(submittedVersion)
                .flatMap(number -> document.flatMap(found -> found.findVersion(number)));
    }

    private static PlanStage stage(VersionState state) {
        return switch (state) {
            case SUBMITTED -> PlanStage.SUBMITTED;
            case APPROVED, SUPERSEDED -> PlanStage.APPROVED;
            case REJECTED, WITHDRAWN -> PlanStage.DRAFT;
        };
    }
}
