package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.Id;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element by its id, with what the register calls it now.
 *
 * @param known whether the register still has it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ElementRef(String id, @Nullable String name, Map<String, String> names, boolean known) {

    /** The element of an id in a register, which may not have it. */
    public static ElementRef of(Optional<RegisterState> state, String id) {
        return (Id.isValid(id)
                        ? state.flatMap(register -> register.findElement(Id.of(id)))
                        : Optional.<io.holdfast.simulator.model.Element>empty())
                .map(element -> new ElementRef(
                        id, element.label().name(), element.label().names(), true))
                .orElse(new ElementRef(id, null, Map.of(), false));
    }
}
