package io.holdfast.service.exchange.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An asset as the source has it; what the source leaves empty is null.
 *
 * @param at where it stands
 * @param key its key in the source, such as {@code device:12}
 * @param kind its kind
 * @param name its name
 * @param parent the key of what it belongs to
 * @param status its status in the source's words
 * @param owner who answers for it
 * @param role its role in the source's words
 * @param model make and model
 * @param capacity number and unit, such as {@code 3520 W}
 * @param note free text
 * @param lat latitude in degrees, for sites
 * @param lon longitude in degrees, for sites
 * @param more further columns by heading
 */
public record AssetRow(
        Place at,
        String key,
        String kind,
        String name,
        @Nullable String parent,
        @Nullable String status,
        @Nullable String owner,
        @Nullable String role,
        @Nullable String model,
        @Nullable String capacity,
        @Nullable String note,
        @Nullable Double lat,
        @Nullable Double lon,
        Map<String, String> more) {

    /** The same of another kind. */
    AssetRow ofKind(String other) {
        return new AssetRow(at, key, other, name, parent, status, owner, role, model, capacity, note, lat, lon, more);
    }

    /** Copies the further columns, keeping their order. */
    public AssetRow {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }
}
