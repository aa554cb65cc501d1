package io.holdfast.service.exchange.internal;

import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An element as the source has it, before it meets the register.
 *
 * @param id its id
 * @param key its key in the source
 * @param type asset or service
 * @param kind its kind
 * @param fields what the source says about it, by name; see {@link ImportedFields}
 * @param needs what it needs
 */
record Candidate(Id id, String key, ElementType type, String kind, Map<String, Object> fields, List<Need> needs) {

    Candidate {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        needs = List.copyOf(needs);
    }
}
