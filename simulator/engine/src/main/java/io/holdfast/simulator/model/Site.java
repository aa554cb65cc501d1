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
        Require.that((lat == null) == (lon == null), "Site '" + id + "' must have both lat and lon, or neither.");
        Require.that(lat == null || Math.abs(lat) <= 90, "lat of site '" + id + "' is " + lat + ", not within ±90.");
        Require.that(lon == null || Math.abs(lon) <= 180, "lon of site '" + id + "' is " + lon + ", not within ±180.");
    }
}
