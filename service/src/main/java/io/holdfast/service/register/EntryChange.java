package io.holdfast.service.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of one entry of the register that somebody wants. */
public sealed interface EntryChange {

    /** The id of the entry; empty where the sent entry has none. */
    String id();

    /**
     * A new entry at the end of its list.
     *
     * @param section the list
     * @param entry the entry in the file's notation
     */
    record Create(Section section, ObjectNode entry) implements EntryChange {
        @Override
        public String id() {
            return entry.path("id").asText();
        }
    }

    /** A change of what is stored. */
    sealed interface OfStored extends EntryChange {

        /** The lists where it may stand. */
        Set<Section> sections();

        /** The version that the change is made on, or null to change whatever is stored. */
        @Nullable
        Integer seen();
    }

    /** An entry in the place of the stored one. */
    record Replace(
            Set<Section> sections, String id, @Nullable Integer seen, ObjectNode entry) implements OfStored {}

    /**
     * Some keys of the stored entry.
     *
     * @param patch a JSON merge patch (RFC 7396)
     */
    record Patch(Set<Section> sections, String id, @Nullable Integer seen, ObjectNode patch) implements OfStored {}

    /** The removal of an entry, refused while something else names it. */
    record Remove(
            Set<Section> sections, String id, @Nullable Integer seen) implements OfStored {}
}
