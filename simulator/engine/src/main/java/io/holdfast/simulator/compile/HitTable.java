package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Site;
import io.holdfast.simulator.sampling.AddressBook;
import io.holdfast.simulator.sampling.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The hits of a scenario with the elements that each entry selects. */
public final class HitTable {

    /** Mean radius of the earth in km (IUGG). */
    public static final double EARTH_RADIUS_KM = 6371.0088;

    private final List<HitEntry> entries;

    private HitTable(List<HitEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param elements the elements it selects, ascending
     * @param probability the chance to be hit
     * @param together whether one draw decides for all
     * @param state the state it puts them in
     * @param togetherKey key of the draw for all
     * @param keys key of each element's own draw
     */
    @SuppressWarnings("ArrayRecordComponent") // read by index in the hot loop, never compared
    public record HitEntry(
            int[] elements, double probability, boolean together, DownState state, long togetherKey, long[] keys) {}

    /** The entries in file order. */
    public List<HitEntry> entries() {
        return entries;
    }

    static HitTable of(ContinuityModel model, Scenario scenario, AddressBook addresses) {
        Map<Id, Site> sites = model.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        List<HitEntry> compiled = new ArrayList<>();
        for (Hit hit : scenario.hits()) {
            String address = addresses.hit(hit);
            List<Integer> selected = new ArrayList<>();
            for (int e = 0; e < model.elements().size(); e++) {
                if (selects(hit, model.elements().get(e), sites)) {
                    selected.add(e);
                }
            }
            int[] elements = selected.stream().mapToInt(Integer::intValue).toArray();
            long[] keys = new long[elements.length];
            for (int i = 0; i < keys.length; i++) {
                Id id = model.elements().get(elements[i]).id();
                keys[i] = AddressBook.key(address + " @ " + id, Purpose.HIT);
            }
            compiled.add(new HitEntry(
                    elements,
                    hit.probability(),
                    hit.together(),
                    hit.state(),
                    AddressBook.key(address, Purpose.HIT),
                    keys));
        }
        return new HitTable(compiled);
    }

    /** Whether an entry of hits selects an element: every selector that is given matches. */
    public static boolean selects(Hit hit, Element element, Map<Id, Site> sites) {
        Id site = element.site();
        Site place = site == null ? null : sites.get(site);
        return (hit.of() == null || hit.of().contains(element.id()))
                && (hit.sites() == null || (site != null && hit.sites().contains(site)))
                && (hit.zones() == null
                        || (element.zone() != null && hit.zones().contains(element.zone())))
                && (hit.kinds() == null || hit.kinds().contains(element.kind()))
                && (hit.tags() == null
                        || hit.tags().stream().anyMatch(element.label().tags()::contains))
                && (hit.within() == null || (place != null && isWithin(hit.within(), place)));
    }

    private static boolean isWithin(Hit.Circle circle, Site site) {
        Double lat = site.lat();
        Double lon = site.lon();
        return lat != null && lon != null && distanceKm(circle.lat(), circle.lon(), lat, lon) <= circle.km();
    }

    /** Great-circle distance in km by the haversine formula; degrees in. */
    public static double distanceKm(double lat1, double lon1, double lat2, double lon2) {
        double a = StrictMath.sin(StrictMath.toRadians(lat2 - lat1) / 2);
        double b = StrictMath.sin(StrictMath.toRadians(lon2 - lon1) / 2);
        double h =
                a * a + StrictMath.cos(StrictMath.toRadians(lat1)) * StrictMath.cos(StrictMath.toRadians(lat2)) * b * b;
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(h)));
    }
}
