package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.simulator.model.Element;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element that something is agreed about, or that lies on the way to it, by what it is called. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AgreedThing(
        String id, String type, String kind, @Nullable String name, Map<String, String> names) {

    /** The name of an element. */
    public static AgreedThing of(Element element) {
        return new AgreedThing(
                element.id().value(),
                element.type().name().toLowerCase(Locale.ROOT),
                element.kind(),
                element.label().name(),
                element.label().names());
    }
}
