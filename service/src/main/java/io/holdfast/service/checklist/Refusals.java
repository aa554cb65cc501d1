package io.holdfast.service.checklist;

import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said to who asks for what cannot be. */
final class Refusals {

    private Refusals() {}

    static ProblemException invalid(List<Problem.Violation> violations) {
        return ProblemException.invalid(violations);
    }

    static ProblemException changed(String what, @Nullable List<Problem.Change> changes, int stored) {
        return new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "Somebody else changed " + what + " since you loaded it: version " + stored
                                + " is stored now. Load it anew and make your change again.")
                .withChanges(changes, stored);
    }

    static ProblemException unknownThing(String id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-element",
                "There is no element and no site '" + id
                        + "' that could be checked. The register lists those that there are.");
    }

    static ProblemException unknownVariant(Template template, String variant) {
        String wanted = template.variants().isEmpty()
                ? "it has no columns, so leave variant out"
                : "choose one of "
                        + String.join(
                                ", ",
                                template.variants().stream()
                                        .map(Template.Variant::id)
                                        .toList());
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-checklist",
                "The checklist '" + template.id() + "' has no column '" + variant + "': " + wanted + ".");
    }

    static ProblemException unknownItem(Place place, String item) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-checklist",
                "The checklist '" + place.template() + "' does not ask an item '" + item
                        + "' here. GET it to see the numbers of its items.");
    }
}
