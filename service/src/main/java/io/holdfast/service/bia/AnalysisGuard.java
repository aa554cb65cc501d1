package io.holdfast.service.bia;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.StandingLock;
import io.holdfast.service.approval.Standings;
import io.holdfast.service.bia.internal.Stated;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.register.PartGuard;
import jakarta.inject.Singleton;
import java.util.List;

/** Holds impact analyses against changes of entries by any door. For any number of threads. */
@Singleton
final class AnalysisGuard extends PartGuard {

    private final ScaleBook scales;

    AnalysisGuard(ScaleBook scales, Standings standings) {
        super(
                Analysis.KEY,
                AnalysisRecord.KEYS,
                new StandingLock(standings, AnalysisDrafts.TYPE, "analysis-locked", "this analysis is"));
        this.scales = scales;
    }

    @Override
    protected List<Problem.Violation> shape(JsonNode entry) {
        return Stated.check(entry, scales.current().scales());
    }
}
