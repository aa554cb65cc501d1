package io.holdfast.simulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a scenario's hits. An element must match every selector that is given.
 *
 * @param of ids, or null when not selected by id
 * @param sites ids of sites, or null
 * @param zones names of zones, or null
 * @param kinds kinds, or null
 * @param tags tags, of which one must match, or null
 * @param within a circle that the element's site must lie in, boundary included, or null
 * @param probability the chance to be hit, a share
 * @param together true for one draw for the whole entry, false for one an element
 * @param state what state it puts an element in
 */
public record Hit(
        @Nullable List<Id> of,
        @Nullable List<Id> sites,
        @Nullable List<String> zones,
        @Nullable List<String> kinds,
        @Nullable List<String> tags,
        @Nullable Circle within,
        double probability,
        boolean together,
        DownState state) {

    /** A circle on the earth: radius in km around a point in degrees. */
    public record Circle(double km, double lat, double lon) {
        /** Checks the numbers. */
        public Circle {
            Require.notNegative("within km", km);
            Require.between("within lat", lat, -90, 90);
            Require.between("within lon", lon, -180, 180);
        }
    }

    /** Checks the chance and that something selects. */
    public Hit {
        of = copy(of);
        sites = copy(sites);
        zones = copy(zones);
        kinds = copy(kinds);
        tags = copy(tags);
        Require.share("probability", probability);
        Require.that(
                of != null || sites != null || zones != null || kinds != null || tags != null || within != null,
                Rule.SELECTOR);
    }

    /** A certain hit on one element. */
    public static Hit on(String id, DownState state) {
        return new Hit(List.of(Id.of(id)), null, null, null, null, null, 1, false, state);
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }
}
