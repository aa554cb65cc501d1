package io.holdfast.service.register.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is to be stored.
 *
 * @param type its list
 * @param id its id
 * @param tree the entry in the file's notation, which storing uses up; null to remove it
 */
public record StoredEntry(
        ItemType type, String id, @Nullable ObjectNode tree) {}
