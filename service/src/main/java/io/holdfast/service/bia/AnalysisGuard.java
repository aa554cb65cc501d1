package io.holdfast.service.bia;

import io.holdfast.service.approval.StandingLock;
import io.holdfast.service.approval.Standings;
import io.holdfast.service.bia.internal.Stated;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.service.register.EntryGuard;
import io.holdfast.service.register.EntryPlan;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds impact analyses against changes of entries by any door: their own key has its shape, and what is locked stays. For any number of threads. */
@Singleton
final class AnalysisGuard implements EntryGuard {

    private static final String OWN = "$." + Analysis.KEY;

    private final ScaleBook scales;
    private final StandingLock lock;

    AnalysisGuard(ScaleBook scales, Standings standings) {
        this.scales = scales;
        this.lock = new StandingLock(standings, AnalysisDrafts.TYPE, "analysis-locked", "this analysis is");
    }

    /** Refuses to change an element's part while it is locked. */
    void requireOpen(String id, boolean reopen) {
        List<Problem.Violation> locked = lock.check(Map.of(id, "$"), reopen);
        if (!locked.isEmpty()) {
            throw new EditOutcome.Held(locked).problem();
        }
    }

    @Override
    public List<Problem.Violation> check(List<EntryPlan> plans, boolean reopen) {
        List<Problem.Violation> found = new ArrayList<>();
        Map<String, String> stored = new LinkedHashMap<>();
        for (EntryPlan plan : plans) {
            if (plan.changes(Analysis.KEY)) {
                shape(plan).forEach(found::add);
            }
            if (plan.before() != null && AnalysisRecord.KEYS.stream().anyMatch(plan::changes)) {
                stored.put(plan.id(), plan.path());
            }
        }
        found.addAll(lock.check(stored, reopen));
        return found;
    }

    private List<Problem.Violation> shape(EntryPlan plan) {
        return Stated.check(plan.requireAfter(), scales.current().scales()).stream()
                .filter(each -> each.path().startsWith(OWN))
                .map(each -> new Problem.Violation(
                        plan.path() + each.path().substring(1), each.code(), each.message(), null, null, each.value()))
                .toList();
    }
}
