package io.holdfast.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * A place.
 *
 * @param id its id
 * @param label its names
 * @param lat latitude in degrees, -90 to 90, or null when not known
 * @param lon longitude in degrees, -180 to 180, or null when not known
 */
public record Site(
        Id id, Label label, @Nullable Double lat, @Nullable Double lon) {

    /** Checks the coordinates: both or neither. */
    public Site {
        Require.that((lat == null) == (lon == null), Rule.BOTH_COORDINATES);
        if (lat != null && lon != null) {
            Require.between("lat", lat, -90, 90);
            Require.between("lon", lon, -180, 180);
        }
    }
}
