package io.holdfast.simulator.lint;

import io.holdfast.simulator.model.Element;
import java.util.List;
import java.util.function.Consumer;

/** Every element has an owner. */
final class Owners implements Check {

    /** Whether somebody answers for an element. */
    static boolean isOwned(Element element) {
        String owner = element.label().owner();
        return owner != null && !owner.isBlank();
    }

    @Override
    public void run(LintModel model, Consumer<Conflict> found) {
        model.elements().stream()
                .filter(element -> !isOwned(element))
                .map(element -> new Conflict(
                        LintRule.NO_OWNER,
                        Shown.finding(LintRule.NO_OWNER, List.of(element.id()), "element", element.id()),
                        List.of(),
                        Mend.element(element.id(), "owner")))
                .forEach(found);
    }
}
