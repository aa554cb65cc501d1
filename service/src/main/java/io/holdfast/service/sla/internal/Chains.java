package io.holdfast.service.sla.internal;

import io.holdfast.service.sla.AgreedThing;
import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.PromiseCheck;
import io.holdfast.service.sla.PromiseCheck.Gap;
import io.holdfast.service.sla.PromiseCheck.Link;
import io.holdfast.service.sla.internal.Composite.Share;
import io.holdfast.service.sla.internal.Promise.Measure;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds what services promise against what is promised to them, as of a day. For any number of threads. */
public final class Chains {

    private static final int LISTED = 50;
    private static final int WEIGHED = 60;
    private static final double ROUNDING = 1e-12;

    private final Map<Id, Element> elements;
    private final Map<Id, List<Agreement>> agreements;
    private final Wiring wiring;
    private final Map<Measure, Promises> promises = new EnumMap<>(Measure.class);

    /** All elements by id, and the agreements of those that have any. */
    public Chains(Map<Id, Element> elements, Map<Id, List<Agreement>> agreements, LocalDate day) {
        this.elements = elements;
        this.agreements = agreements;
        wiring = new Wiring(elements);
        for (Measure measure : Measure.values()) {
            promises.put(measure, wiring.place(Promise.all(agreements, measure, day)));
        }
    }

    /** What an element promises in each measure, and whether its chain carries that. */
    public List<PromiseCheck> of(Element element) {
        return List.of(
                check(element, Measure.AVAILABILITY, true),
                check(element, Measure.OUTAGE, true),
                check(element, Measure.DATA, true));
    }

    /** The same for availability, without the links and what they cost, and without the names of what promises nothing. */
    public PromiseCheck availability(Element element) {
        return check(element, Measure.AVAILABILITY, false);
    }

    private PromiseCheck check(Element element, Measure measure, boolean weigh) {
        ChainWalk walk = new ChainWalk(
                wiring.place(element.id()).orElseThrow(), wiring, Objects.requireNonNull(promises.get(measure)));
        List<Promise> found = walk.links();
        List<Element> missing = walk.missing(measure);
        Double promised = promised(element, measure);
        Share composite = found.isEmpty() ? new Share(null, null) : composite(walk, measure);
        Period period = measure == Measure.AVAILABILITY ? period(element) : null;
        return new PromiseCheck(
                measure.name().toLowerCase(Locale.ROOT),
                promised,
                period == null ? null : period.name().toLowerCase(Locale.ROOT),
                composite.value(),
                composite.reason(),
                verdict(measure, promised, composite.value(), missing.isEmpty()),
                weigh ? links(walk, measure, period, composite.value()) : List.of(),
                missing.stream()
                        .limit(weigh ? LISTED : 0)
                        .map(each -> new Gap(AgreedThing.of(each), way(walk, each.id())))
                        .toList(),
                missing.size(),
                weigh && measure == Measure.AVAILABILITY
                        ? walk.sharedBelow().stream()
                                .limit(LISTED)
                                .map(AgreedThing::of)
                                .toList()
                        : List.of());
    }

    private @Nullable Double promised(Element element, Measure measure) {
        ServiceLevel level = element.serviceLevel();
        if (measure == Measure.AVAILABILITY && level != null && level.availability() != null) {
            return level.availability();
        }
        return agreements.getOrDefault(element.id(), List.of()).stream()
                .filter(each -> each.kind() == Agreement.Kind.SLA)
                .findFirst()
                .map(measure::of)
                .orElse(null);
    }

    private static Period period(Element element) {
        ServiceLevel level = element.serviceLevel();
        return level == null ? Period.MONTH : level.per();
    }

    private static Share composite(ChainWalk walk, Measure measure) {
        return switch (measure) {
            case AVAILABILITY -> new Composite(walk).all();
            case OUTAGE -> new Share(Bound.ofOutage(walk), null);
            case DATA -> new Share(Bound.ofData(walk), null);
        };
    }

    private static String verdict(
            Measure measure, @Nullable Double promised, @Nullable Double composite, boolean complete) {
        if (promised == null) {
            return "nothing-promised";
        }
        if (composite != null && isWorse(measure, composite, promised)) {
            return "not-carried";
        }
        // without any link nothing is known of what the promise rests on: that is no sign that it is carried
        return complete && composite != null ? "carried" : "unknown";
    }

    private static boolean isWorse(Measure measure, double composite, double promised) {
        return measure == Measure.AVAILABILITY ? composite < promised - ROUNDING : composite > promised + ROUNDING;
    }

    private List<Link> links(ChainWalk walk, Measure measure, @Nullable Period period, @Nullable Double composite) {
        Composite shares = new Composite(walk);
        List<Promise> found = walk.links();
        Map<Id, Double> costs = new java.util.HashMap<>();
        for (Promise each : found) {
            costs.put(each.element(), cost(each, measure, composite, found.size() > WEIGHED ? null : shares));
        }
        double most =
                costs.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return found.stream()
                .map(each -> link(walk, each, measure, period, costs.getOrDefault(each.element(), 0.0), most))
                .sorted(Comparator.comparingDouble(Link::cost).reversed())
                .toList();
    }

    private static double cost(
            Promise promise, Measure measure, @Nullable Double composite, @Nullable Composite shares) {
        if (composite == null || (measure == Measure.AVAILABILITY && shares == null)) {
            return 0;
        }
        if (measure == Measure.AVAILABILITY && shares != null) {
            Double better = shares.without(promise.element()).value();
            return better == null ? 0 : Math.max(0, better - composite);
        }
        return composite > 0 && promise.value() == composite ? promise.value() : 0;
    }

    private Link link(
            ChainWalk walk, Promise promise, Measure measure, @Nullable Period period, double cost, double most) {
        Agreement agreement = promise.agreement();
        Period own = measure == Measure.AVAILABILITY ? promise.per() : null;
        return new Link(
                AgreedThing.of(thing(promise.element())),
                way(walk, promise.element()),
                agreement.id(),
                agreement.kind().name().toLowerCase(Locale.ROOT),
                agreement.counterparty(),
                promise.whole(),
                promise.value(),
                own == null ? null : own.name().toLowerCase(Locale.ROOT),
                own == null || period == null ? null : worst(promise.value(), own, period),
                cost,
                cost > 0 && cost >= most);
    }

    /** What a promise over a longer period allows within a shorter one: all of its outages may fall there. */
    private static @Nullable Double worst(double share, Period own, Period period) {
        return own.hours() <= period.hours()
                ? null
                : Double.valueOf(Math.max(0, 1 - (1 - share) * own.hours() / period.hours()));
    }

    private Element thing(Id id) {
        Element element = elements.get(id);
        if (element == null) {
            throw new IllegalStateException("A promise is about '" + id + "', which is no element");
        }
        return element;
    }

    private static List<AgreedThing> way(ChainWalk walk, Id id) {
        return walk.way(id).stream().map(AgreedThing::of).toList();
    }
}
