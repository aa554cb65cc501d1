package io.holdfast.service.plan;

import io.holdfast.service.evidence.EvidenceSubject;
import io.holdfast.service.evidence.EvidenceSubjects;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Plans as what evidence can be about, by {@code element/scenario}; they belong to the unit of their element. */
@Singleton
final class PlanSubjects implements EvidenceSubjects {

    private final Register register;
    private final EvidenceSubjects elements;

    PlanSubjects(Register register, @Named("element") EvidenceSubjects elements) {
        this.register = register;
        this.elements = elements;
    }

    @Override
    public String type() {
        return "plan";
    }

    @Override
    public Optional<EvidenceSubject> findSubject(String id) {
        int slash = id.indexOf('/');
        if (slash < 0 || !Id.isValid(id.substring(slash + 1))) {
            return Optional.empty();
        }
        Id scenario = Id.of(id.substring(slash + 1));
        return register.findModel()
                .flatMap(model -> model.findScenario(scenario))
                .flatMap(found -> elements.findSubject(id.substring(0, slash)));
    }
}
