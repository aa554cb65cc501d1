package io.holdfast.simulator.lint;

import io.holdfast.simulator.model.Element;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Data lie in the organisation's country (row S15): each store of data that says under {@code x-facts.country} where its data lie is compared with
 * {@code x-country} of the file, which is TW where nothing is said. A store that does not say is not judged here; the data quality of the register asks
 * for it.
 */
final class DataAbroad implements Check {

    private static final String HOME = "TW";
    private static final Set<String> STORES = Set.of("database", "storage", "cloud", "supplier", "application");

    @Override
    public void run(LintModel model, Consumer<Conflict> found) {
        String home = text(model.model().label().extras().get("x-country")).orElse(HOME);
        for (Element element : model.elements()) {
            if (STORES.contains(element.kind())) {
                country(element)
                        .filter(country -> !country.equals(home))
                        .ifPresent(country -> found.accept(conflict(element, country, home)));
            }
        }
    }

    private static Conflict conflict(Element element, String country, String home) {
        return new Conflict(
                LintRule.DATA_ABROAD,
                Shown.finding(
                        LintRule.DATA_ABROAD,
                        List.of(element.id()),
                        "element",
                        element.id(),
                        "country",
                        country,
                        "home",
                        home),
                List.of(),
                Mend.element(element.id(), "x-facts"));
    }

    private static Optional<String> country(Element element) {
        return element.label().extras().get("x-facts") instanceof Map<?, ?> facts
                ? text(facts.get("country"))
                : Optional.empty();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }
}
