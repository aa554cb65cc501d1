package io.holdfast.service.register.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.compile.HitTable;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site, and the sites around it.
 *
 * @param lat degrees north, null where it is not said
 * @param lon degrees east, null where it is not said
 * @param elements how many elements stand there
 * @param nearest the nearest other sites, the nearest first; none without coordinates
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SiteView(
        String id,
        @Nullable String name,
        Map<String, String> names,
        @Nullable Double lat,
        @Nullable Double lon,
        int elements,
        List<Away> nearest) {

    /** How far an off-site copy or standby is at least, inclusive (row S12). */
    static final double LEAST_KM = 35.0;

    private static final int MOST_NEAREST = 5;

    /**
     * Another site.
     *
     * @param km the great-circle distance
     * @param near whether that is less than off-site asks for
     */
    record Away(String id, double km, boolean near) {}

    /** All sites in file order. Cost: the square of their number. */
    static List<SiteView> listOf(RegisterState state) {
        List<Site> sites = state.model().sites();
        Map<Id, Long> elements = state.model().elements().stream()
                .map(Element::site)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return sites.stream()
                .map(site ->
                        of(site, sites, elements.getOrDefault(site.id(), 0L).intValue()))
                .toList();
    }

    private static SiteView of(Site site, List<Site> all, int elements) {
        return new SiteView(
                site.id().value(),
                site.label().name(),
                site.label().names(),
                site.lat(),
                site.lon(),
                elements,
                all.stream()
                        .filter(other -> !other.id().equals(site.id()))
                        .flatMap(other -> away(site, other))
                        .sorted(Comparator.comparingDouble(Away::km).thenComparing(Away::id))
                        .limit(MOST_NEAREST)
                        .toList());
    }

    private static Stream<Away> away(Site from, Site to) {
        Double lat1 = from.lat();
        Double lon1 = from.lon();
        Double lat2 = to.lat();
        Double lon2 = to.lon();
        if (lat1 == null || lon1 == null || lat2 == null || lon2 == null) {
            return Stream.empty();
        }
        double km = HitTable.distanceKm(lat1, lon1, lat2, lon2);
        return Stream.of(new Away(to.id().value(), km, km < LEAST_KM));
    }
}
