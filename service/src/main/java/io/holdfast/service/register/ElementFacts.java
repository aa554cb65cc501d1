package io.holdfast.service.register;

import io.holdfast.service.register.internal.FactsShape;
import io.holdfast.simulator.model.Element;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an element says under {@code x-facts}; what has another shape counts as not said. */
record ElementFacts(Map<?, ?> said) {

    static ElementFacts of(Element element) {
        return new ElementFacts(element.label().extras().get(FactsShape.KEY) instanceof Map<?, ?> map ? map : Map.of());
    }

    boolean hasText(String key) {
        return said.get(key) instanceof String text && !text.isBlank();
    }

    int count(String key) {
        return said.get(key) instanceof List<?> list ? list.size() : 0;
    }

    Map<?, ?> map(String key) {
        return said.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** A day that is told, such as that of the last verification. */
    Optional<LocalDate> day(String key) {
        return findDay(said.get(key));
    }

    private static Optional<LocalDate> findDay(@Nullable Object told) {
        try {
            return told instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty(); // no day, which is as if nothing were said
        }
    }
}
