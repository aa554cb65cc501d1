package io.holdfast.service.bia;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.simulator.model.Element;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element by what it is called. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Thing(String id, String type, @Nullable String name, Map<String, String> names) {

    /** The name of an element. */
    public static Thing of(Element element) {
        return new Thing(
                element.id().value(),
                element.type().name().toLowerCase(Locale.ROOT),
                element.label().name(),
                element.label().names());
    }
}
