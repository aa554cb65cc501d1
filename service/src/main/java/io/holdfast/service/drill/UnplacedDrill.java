package io.holdfast.service.drill;

import io.holdfast.simulator.model.Drill;
import java.util.List;

/**
 * A drill that a tier asks for and that no day was found for.
 *
 * @param uid the name that it would have
 * @param service what would be drilled
 * @param tier the importance that asked for it
 * @param types its types
 * @param why what was in the way
 */
public record UnplacedDrill(String uid, String service, int tier, List<Drill.Type> types, List<Reason> why) {

    /** Copies the lists. */
    public UnplacedDrill {
        types = List.copyOf(types);
        why = List.copyOf(why);
    }
}
