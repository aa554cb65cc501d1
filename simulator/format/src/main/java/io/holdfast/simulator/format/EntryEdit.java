package io.holdfast.simulator.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import org.jspecify.annotations.Nullable;

/** One entry of a model's lists put in the place of the stored one, added at the end of its list, or removed. */
public sealed interface EntryEdit {

    /** The id of the entry that it takes the place of or removes; null where it adds one. */
    @Nullable
    Id stored();

    /** The entry in the file's notation; null where it removes one. */
    @Nullable
    JsonNode entry();

    /** The JSON path of the entry in what was sent: violations are told with paths that begin with it. */
    String path();

    /** An edit of an asset, a service or a process. */
    record OfElement(
            ElementType type, @Nullable Id stored, @Nullable JsonNode entry, String path) implements EntryEdit {}

    /** An edit of a scenario. */
    record OfScenario(@Nullable Id stored, @Nullable JsonNode entry, String path) implements EntryEdit {}
}
