package io.holdfast.simulator.lint;

import io.holdfast.simulator.compile.HitTable;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Site;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * An element that has its standby or its copies at another site has one of them at least 35.0 km away, inclusive. Looked at are
 * failovers and methods that bring back data, and the sites of what they name. Not judged where a site has no coordinates.
 */
final class OffSite implements Check {

    /** The least distance, inclusive. */
    private static final double LEAST_KM = 35.0;

    /** A millimetre: closer than any coordinates are known. */
    private static final double SAME_KM = 1e-6;

    private record Away(Site site, double km) {}

    @Override
    public void run(LintModel model, Consumer<Conflict> found) {
        Places places = new Places(model);
        for (Element element : model.elements()) {
            Id own = element.site();
            Set<Id> others = new TreeSet<>();
            element.methods().stream()
                    .filter(method -> method.kind() == MethodKind.FAILOVER || method.data() != null)
                    .flatMap(LintModel::named)
                    .flatMap(Need::elements)
                    .forEach(id -> others.addAll(places.of(id)));
            if (own != null && !others.isEmpty()) {
                others.remove(own);
                model.findSite(own)
                        .flatMap(site -> farthest(model, site, others))
                        .filter(away -> away.km() < LEAST_KM - SAME_KM)
                        .ifPresent(away -> found.accept(conflict(element, own, away)));
            }
        }
    }

    /** The farthest of the sites; none where there is no other, or where one cannot be placed. */
    private static Optional<Away> farthest(LintModel model, Site from, Set<Id> others) {
        Optional<Away> farthest = Optional.empty();
        for (Id id : others) {
            Optional<Site> site = model.findSite(id);
            OptionalDouble km = site.isPresent() ? km(from, site.get()) : OptionalDouble.empty();
            if (site.isEmpty() || km.isEmpty()) {
                return Optional.empty();
            }
            if (farthest.isEmpty() || farthest.get().km() < km.getAsDouble()) {
                farthest = Optional.of(new Away(site.get(), km.getAsDouble()));
            }
        }
        return farthest;
    }

    /** The great circle, as where hits are measured; nothing where one has no coordinates. */
    private static OptionalDouble km(Site from, Site to) {
        Double lat1 = from.lat();
        Double lon1 = from.lon();
        Double lat2 = to.lat();
        Double lon2 = to.lon();
        return lat1 == null || lon1 == null || lat2 == null || lon2 == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(HitTable.distanceKm(lat1, lon1, lat2, lon2));
    }

    private static Conflict conflict(Element element, Id own, Away away) {
        LintRule rule = LintRule.OFF_SITE_TOO_NEAR;
        return new Conflict(
                rule,
                Shown.finding(
                        rule,
                        List.of(element.id()),
                        "element",
                        element.id(),
                        "site",
                        own,
                        "other",
                        away.site().id(),
                        "km",
                        Shown.number(away.km(), 3, RoundingMode.FLOOR),
                        "least",
                        "35.0"),
                List.of(
                        new Figure("distance", away.km(), "km", away.site().id()),
                        new Figure("least", LEAST_KM, "km", null)),
                Mend.element(element.id(), "recovery"));
    }
}
