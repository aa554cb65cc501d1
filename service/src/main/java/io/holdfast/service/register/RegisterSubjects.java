package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.evidence.EvidenceSubject;
import io.holdfast.service.evidence.EvidenceSubjects;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.Id;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;

/** Elements, sites and scenarios as what evidence can be about; they belong to the unit that they name. */
@Factory
final class RegisterSubjects {

    @Singleton
    @Named("element")
    EvidenceSubjects elements(Register register) {
        return new Entries(
                "element", register, (state, id) -> state.findElement(id).map(ModelWriter::toTree));
    }

    @Singleton
    @Named("site")
    EvidenceSubjects sites(Register register) {
        return new Sites(register);
    }

    @Singleton
    @Named("scenario")
    EvidenceSubjects scenarios(Register register) {
        return new Entries(
                "scenario",
                register,
                (state, id) -> state.model().findScenario(id).map(ModelWriter::toTree));
    }

    private record Sites(Register register) implements EvidenceSubjects {

        @Override
        public String type() {
            return "site";
        }

        @Override
        public Optional<EvidenceSubject> findSubject(String id) {
            return register.findModel()
                    .flatMap(model -> model.sites().stream()
                            .filter(site -> site.id().value().equals(id))
                            .map(site -> new EvidenceSubject(
                                    site.label().extras().get(RegisterEdits.UNIT) instanceof String unit ? unit : null))
                            .findFirst());
        }
    }

    private record Entries(
            String type, Register register, BiFunction<RegisterState, Id, Optional<? extends JsonNode>> trees)
            implements EvidenceSubjects {

        @Override
        public Optional<EvidenceSubject> findSubject(String id) {
            return Id.isValid(id)
                    ? register.findState()
                            .flatMap(state -> trees.apply(state, Id.of(id)))
                            .map(Entries::subject)
                    : Optional.empty();
        }

        private static EvidenceSubject subject(JsonNode tree) {
            JsonNode unit = tree.path(RegisterEdits.UNIT);
            return new EvidenceSubject(unit.isTextual() ? unit.asText() : null);
        }
    }
}
