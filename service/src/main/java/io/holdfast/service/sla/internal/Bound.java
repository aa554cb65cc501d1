package io.holdfast.service.sla.internal;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a service can be away by the promises of what it needs, when all of that stops at once and each comes back as late as
 * it may: an entry of needs is back with its last member, one of alternatives with the k-th that comes back, a pool when enough of
 * it is. That is the greatest, over all minimal cuts, of the least promise in the cut. What promises nothing is back at once, so
 * that the result is the best that can be said. That one outage follows another is left out.
 */
final class Bound {

    private final ChainWalk walk;
    private final Map<Id, Double> times = new HashMap<>();

    private Bound(ChainWalk walk) {
        this.walk = walk;
        settle();
    }

    /** By when the start of a walk is back, in hours. */
    static double ofOutage(ChainWalk walk) {
        return new Bound(walk).time(walk.start());
    }

    /** The most data, in hours, that a walk's promises let be lost: those of the worst, because any of them may be the one that goes on. */
    static double ofData(ChainWalk walk) {
        return walk.links().stream().mapToDouble(Promise::value).max().orElse(0);
    }

    /** From "back at once" upwards, until nothing comes later: with needs in a circle the least that is consistent. */
    private void settle() {
        List<Element> order = walk.reached().reversed();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Element each : order) {
                double now = of(each);
                if (now > time(each.id())) {
                    times.put(each.id(), now);
                    changed = true;
                }
            }
        }
    }

    private double time(Id id) {
        return times.getOrDefault(id, 0.0);
    }

    private double of(Element element) {
        Promise promise = walk.promise(element.id());
        double own = promise == null ? 0 : promise.value();
        return walk.covers(element.id()) ? own : Math.max(own, latest(element.needs()));
    }

    private double latest(List<Need> needs) {
        return needs.stream().mapToDouble(this::of).max().orElse(0);
    }

    private double of(Need need) {
        if (need.terms().soft() != null) {
            return 0;
        }
        return switch (need) {
            case Need.One one -> time(one.element());
            case Need.AllOf all -> latest(all.members());
            case Need.AtLeast some ->
                some.members().stream()
                        .mapToDouble(this::of)
                        .sorted()
                        .skip(some.atLeast() - 1L)
                        .findFirst()
                        .orElse(0);
            case Need.Pool pool -> of(pool);
        };
    }

    private record Part(double time, double share) {}

    private static final double ROUNDING = 1e-9;

    private double of(Need.Pool pool) {
        List<Part> parts = new ArrayList<>();
        for (int m = 0; m < pool.members().size(); m++) {
            parts.add(new Part(of(pool.members().get(m)), pool.shares().get(m)));
        }
        parts.sort(Comparator.comparingDouble(Part::time));
        double sum = 0;
        double time = 0;
        for (Part part : parts) {
            if (sum + ROUNDING >= pool.minimum()) {
                break;
            }
            sum += part.share();
            time = part.time();
        }
        return time;
    }
}
