package io.holdfast.simulator.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drill that somebody has written down.
 *
 * @param id its id
 * @param label its names
 * @param types one or several types
 * @param scope what is drilled, by id
 * @param scenario the scenario it plays, or null
 * @param announced whether the participants know the date
 * @param steps the steps, as written
 */
public record Drill(
        Id id,
        Label label,
        List<Type> types,
        List<Id> scope,
        @Nullable Id scenario,
        boolean announced,
        List<Map<String, Object>> steps) {

    /** The four types of the guideline. */
    public enum Type {
        /** 書面模擬演練. */
        DESKTOP,
        /** 資料回復演練. */
        DATA_RECOVERY,
        /** 情境模擬演練. */
        SCENARIO,
        /** 實況演練. */
        LIVE_FAILOVER
    }

    /** Copies the lists. */
    public Drill {
        types = List.copyOf(types);
        scope = List.copyOf(scope);
        steps = List.copyOf(steps);
    }
}
