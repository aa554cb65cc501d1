package io.holdfast.simulator.lint;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The availability that an element's chain promises together. What it cannot do without counts in series, each promise once,
 * down to the first that promises; a group of alternatives whose members all promise counts as at least so many of them. Promises
 * count as independent. What promises nothing, is soft, or is bridged for a while counts as always there, and a group that
 * shares members with what was counted already is left out, so the figure is rather too high than too low.
 */
final class PromisedChain {

    /** Groups of more members by shares are left out: their combinations are too many. */
    private static final int MOST_SHARES = 12;

    private final LintModel model;
    private final Map<Id, Double> promises = new LinkedHashMap<>();
    private final List<Need> groups = new ArrayList<>();
    private final Set<Id> seen = new HashSet<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private double together = 1;

    PromisedChain(LintModel model, Element of) {
        this.model = model;
        seen.add(of.id());
        of.needs().forEach(this::visit);
        while (!open.isEmpty()) {
            open.remove().needs().forEach(this::visit);
        }
        promises.values().forEach(share -> together *= share);
        groups.forEach(this::count);
    }

    /** What the chain promises, from 0 to 1. */
    double together() {
        return together;
    }

    /** Whose promises were counted, with them. */
    Map<Id, Double> promises() {
        return Collections.unmodifiableMap(promises);
    }

    private void visit(Need entry) {
        NeedTerms terms = entry.terms();
        if (terms.soft() != null || terms.holdsFor() != null) {
            return;
        }
        switch (entry) {
            case Need.One one -> visit(one.element());
            case Need.AllOf all -> all.members().forEach(this::visit);
            case Need.AtLeast some -> {
                if (some.atLeast() == some.members().size()) {
                    some.members().forEach(this::visit);
                } else {
                    groups.add(some);
                }
            }
            case Need.Pool pool -> groups.add(pool);
        }
    }

    private void visit(Id id) {
        if (seen.add(id)) {
            Element element = model.element(model.place(id));
            Double promised = Promises.promised(element);
            if (promised == null) {
                open.add(element);
            } else {
                promises.put(id, promised);
            }
        }
    }

    private void count(Need group) {
        List<Need> members = members(group);
        List<Element> promising = members.stream()
                .flatMap(member -> member instanceof Need.One one
                        ? Stream.of(model.element(model.place(one.element())))
                        : Stream.of())
                .filter(element -> Promises.promised(element) != null && !seen.contains(element.id()))
                .distinct()
                .toList();
        if (promising.size() == members.size()) {
            double[] shares = promising.stream()
                    .mapToDouble(element -> Objects.requireNonNull(Promises.promised(element)))
                    .toArray();
            double met = chance(group, shares);
            if (met < 1) {
                together *= met;
                promising.forEach(element -> {
                    seen.add(element.id());
                    promises.put(element.id(), Objects.requireNonNull(Promises.promised(element)));
                });
            }
        }
    }

    private static List<Need> members(Need group) {
        return switch (group) {
            case Need.One one -> List.of(one);
            case Need.AllOf all -> all.members();
            case Need.AtLeast some -> some.members();
            case Need.Pool pool -> pool.members();
        };
    }

    private static double chance(Need group, double[] shares) {
        return switch (group) {
            case Need.AtLeast some -> atLeast(some.atLeast(), shares);
            case Need.Pool pool -> shares.length > MOST_SHARES ? 1 : carried(pool, shares);
            case Need.One one -> shares[0];
            case Need.AllOf all -> atLeast(shares.length, shares);
        };
    }

    /** The chance that at least so many of them are there. */
    private static double atLeast(int wanted, double[] shares) {
        double[] there = new double[shares.length + 1];
        there[0] = 1;
        for (double share : shares) {
            for (int n = shares.length; n > 0; n--) {
                there[n] = there[n] * (1 - share) + there[n - 1] * share;
            }
            there[0] *= 1 - share;
        }
        double sum = 0;
        for (int n = shares.length; n >= wanted; n--) {
            sum += there[n];
        }
        return sum;
    }

    /** A minimum that all together do not reach says nothing of promises. */
    private static double carried(Need.Pool pool, double[] shares) {
        if (pool.shares().stream().mapToDouble(Double::doubleValue).sum() < pool.minimum() - Chain.SAME) {
            return 1;
        }
        double met = 0;
        for (int there = 0; there < 1 << shares.length; there++) {
            double chance = 1;
            double load = 0;
            for (int m = 0; m < shares.length; m++) {
                boolean up = (there >> m & 1) == 1;
                chance *= up ? shares[m] : 1 - shares[m];
                load += up ? pool.shares().get(m) : 0;
            }
            met += load >= pool.minimum() - Chain.SAME ? chance : 0;
        }
        return met;
    }
}
