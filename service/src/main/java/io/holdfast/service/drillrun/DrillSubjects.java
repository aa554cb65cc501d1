package io.holdfast.service.drillrun;

import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.evidence.EvidenceSubject;
import io.holdfast.service.evidence.EvidenceSubjects;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Drills as what evidence can be about, by the number of their plan; they belong to its unit. */
@Singleton
@Named(DrillSubjects.TYPE)
final class DrillSubjects implements EvidenceSubjects {

    static final String TYPE = "drill";

    private final DrillPlans plans;

    DrillSubjects(DrillPlans plans) {
        this.plans = plans;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<EvidenceSubject> findSubject(String id) {
        return id.matches("[1-9]\\d{0,17}")
                ? plans.find(Long.parseLong(id))
                        .filter(plan -> plan.stage().isFrozen())
                        .map(plan -> new EvidenceSubject(plan.content().unit()))
                : Optional.empty();
    }
}
