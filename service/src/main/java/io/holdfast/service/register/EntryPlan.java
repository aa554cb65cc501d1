package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.format.EntryEdit;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * One change of an entry, with what is stored.
 *
 * @param what the word for the audit
 * @param section where the entry stands or is to stand
 * @param id its id; may be empty or no id at all where a new entry is not right
 * @param before what is stored, or null for a new one
 * @param after what is to be stored, or null to remove it
 * @param path where the entry stands in what was sent
 */
public record EntryPlan(
        String what,
        Section section,
        String id,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after,
        String path) {

    /** Whether the entry stays, or is new, and what it says under a key is something else than before; what stays as it was is not judged. */
    public boolean changes(String key) {
        return after != null
                && (before == null ? after.has(key) : !before.path(key).equals(after.path(key)));
    }

    /** What is to be stored; an {@code IllegalStateException} where the entry goes. */
    public ObjectNode requireAfter() {
        if (after == null) {
            throw new IllegalStateException("'" + id + "' goes");
        }
        return after;
    }

    /** The same for the reader of the format; only for lists that are read alone. */
    EntryEdit edit() {
        Id stored = before == null ? null : Id.of(id);
        return section == Section.SCENARIO
                ? new EntryEdit.OfScenario(stored, after, path)
                : new EntryEdit.OfElement(ElementType.valueOf(section.name()), stored, after, path);
    }

    /** The same after what is stored was read again. */
    EntryPlan withAfter(JsonNode written) {
        return new EntryPlan(what, section, id, before, (ObjectNode) written, path);
    }
}
