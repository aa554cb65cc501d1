package io.holdfast.service.sla;

import io.holdfast.service.approval.StandingLock;
import io.holdfast.service.approval.Standings;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.service.register.EntryGuard;
import io.holdfast.service.register.EntryPlan;
import io.holdfast.service.sla.internal.AgreementShape;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds agreements against changes of entries by any door: their own key has its shape, and what is locked stays. For any number of threads. */
@Singleton
final class AgreementGuard implements EntryGuard {

    private static final String OWN = "$." + Agreement.KEY;

    private final StandingLock lock;

    AgreementGuard(Standings standings) {
        this.lock = new StandingLock(standings, AgreementDrafts.TYPE, "agreements-locked", "these agreements are");
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
            if (plan.changes(Agreement.KEY)) {
                shape(plan).forEach(found::add);
            }
            if (plan.before() != null && AgreementRecord.KEYS.stream().anyMatch(plan::changes)) {
                stored.put(plan.id(), plan.path());
            }
        }
        found.addAll(lock.check(stored, reopen));
        return found;
    }

    private static List<Problem.Violation> shape(EntryPlan plan) {
        return AgreementShape.check(plan.requireAfter()).stream()
                .filter(each -> each.path().startsWith(OWN))
                .map(each -> new Problem.Violation(
                        plan.path() + each.path().substring(1), each.code(), each.message(), null, null, each.value()))
                .toList();
    }
}
