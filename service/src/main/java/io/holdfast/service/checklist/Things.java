package io.holdfast.service.checklist;

import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the register has that can be checked. For any number of threads. */
@Singleton
class Things {

    private final Register register;

    Things(Register register) {
        this.register = register;
    }

    /** The register as it is now; a problem {@code no-model} where nothing was stored. */
    Known read() {
        return new Known(register.requireState());
    }

    /** The register at one moment. */
    record Known(RegisterState state) {

        /** The element or site of an id. */
        Optional<CheckedThing> find(String id) {
            if (!Id.isValid(id)) {
                return Optional.empty();
            }
            Id wanted = Id.of(id);
            return state.findElement(wanted)
                    .map(CheckedThing::of)
                    .or(() -> state.model().sites().stream()
                            .filter(site -> site.id().equals(wanted))
                            .map(CheckedThing::of)
                            .findFirst());
        }

        /** Everything that a template is about. */
        List<CheckedThing> listOf(Template.AppliesTo wanted) {
            Stream<CheckedThing> sites =
                    wanted.sites() ? state.model().sites().stream().map(CheckedThing::of) : Stream.empty();
            Stream<CheckedThing> elements = state.model().elements().stream()
                    .filter(element -> wanted.kinds().contains(element.kind()))
                    .map(CheckedThing::of);
            return Stream.concat(sites, elements).toList();
        }

        /** Where the organisation's days begin. */
        ZoneId zone() {
            return OrganisationZone.of(state.model());
        }

        LocalDate today(Clock clock) {
            return LocalDate.ofInstant(clock.instant(), zone());
        }
    }
}
