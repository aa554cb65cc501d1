package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which elements an entry of hits selects: every selector that is given must match. */
final class Selection {

    private static final double EARTH_KM = 6371.0088;

    private Selection() {}

    static boolean selects(ContinuityModel model, Hit hit, Element element) {
        return has(hit.of(), element.id())
                && has(hit.sites(), element.site())
                && has(hit.zones(), element.zone())
                && has(hit.kinds(), element.kind())
                && hasTag(hit.tags(), element)
                && isWithin(model, hit.within(), element);
    }

    private static <T> boolean has(@Nullable List<T> wanted, @Nullable T value) {
        return wanted == null || (value != null && wanted.contains(value));
    }

    private static boolean hasTag(@Nullable List<String> wanted, Element element) {
        return wanted == null || element.label().tags().stream().anyMatch(wanted::contains);
    }

    private static boolean isWithin(ContinuityModel model, Hit.@Nullable Circle circle, Element element) {
        if (circle == null) {
            return true;
        }
        for (Site site : model.sites()) {
            Double lat = site.lat();
            Double lon = site.lon();
            if (site.id().equals(element.site()) && lat != null && lon != null) {
                return distanceKm(circle.lat(), circle.lon(), lat, lon) <= circle.km();
            }
        }
        return false;
    }

    static double distanceKm(double lat1, double lon1, double lat2, double lon2) {
        double south = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double east = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double h = south * south + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * east * east;
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
