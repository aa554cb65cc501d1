package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The register as it was at a moment, under a name.
 *
 * @param id its number
 * @param name what it is called
 * @param note what else there is to say
 * @param digest the digest of the model, which names the version of the graph
 * @param revision the revision of the register
 * @param elements how many assets, services and processes it has
 * @param change the number of the change before or after which it was taken, or null
 * @param takenAt when
 * @param takenBy by whom
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Baseline(
        long id,
        String name,
        String note,
        String digest,
        long revision,
        int elements,
        @Nullable Long change,
        Instant takenAt,
        String takenBy) {}
