package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Demand flowing down and the least headroom of the trial. */
final class Load {

    private final Day day;
    private final Map<Item, Double> least = new HashMap<>();
    private final Map<Item, Double> normal = new HashMap<>();

    Load(Day day) {
        this.day = day;
    }

    /** Takes the figures of normal running. */
    void normal() {
        normal.putAll(now());
    }

    /** Takes the figures of this moment, for those that serve. */
    void observe() {
        now().forEach((item, headroom) -> least.merge(item, headroom, Math::min));
    }

    /** The least headroom over all moments at which the element serves; normal running where there is none. */
    @Nullable
    Double headroom(Item item) {
        return least.containsKey(item) ? least.get(item) : normal.get(item);
    }

    @Nullable
    Double normal(Item item) {
        return normal.get(item);
    }

    /** Whether no demand can come upon a cycle, where parts follow paths and this reference does not judge. */
    boolean isStraight() {
        return day.items.stream().filter(Load::isLoading).noneMatch(day.needs::leadsToCycle);
    }

    private Map<Item, Double> now() {
        Map<Item, Map<Item, Double>> reach = new LinkedHashMap<>();
        for (Item item : day.items) {
            if (isLoading(item) && day.needs.isUp(item)) {
                reach.put(item, parts(item));
            }
        }
        Map<Item, Double> spare = new HashMap<>();
        for (Item item : day.items) {
            Amount capacity = item.element.capacity();
            if (capacity != null && day.needs.isUp(item)) {
                spare.put(item, capacity.amount() * ownShare(item) - load(item, capacity.unit(), reach));
            }
        }
        Map<Item, Double> found = new HashMap<>(spare);
        reach.forEach((process, parts) -> {
            OptionalDouble worst = parts.keySet().stream()
                    .filter(item -> item != process
                            && spare.containsKey(item)
                            && isIn(demand(process).unit(), item))
                    .mapToDouble(item -> spare.getOrDefault(item, 0.0))
                    .min();
            worst.ifPresent(value -> found.put(process, value));
        });
        return found;
    }

    private double ownShare(Item item) {
        Basis basis = day.needs.runsOn(item);
        return basis == null ? 0 : basis.capacity();
    }

    private static boolean isLoading(Item item) {
        return item.element.type() == ElementType.PROCESS && item.element.demand() != null;
    }

    private static Demand demand(Item process) {
        Demand demand = process.element.demand();
        return demand == null ? new Demand("", 0, 0) : demand;
    }

    private static boolean isIn(String unit, Item item) {
        Amount capacity = item.element.capacity();
        return capacity != null && capacity.unit().equals(unit);
    }

    private double load(Item item, String unit, Map<Item, Map<Item, Double>> reach) {
        double load = 0;
        for (Map.Entry<Item, Map<Item, Double>> each : reach.entrySet()) {
            Demand demand = demand(each.getKey());
            if (demand.unit().equals(unit)) {
                load += demand.amount()
                        * day.scenario.demandMultiplier()
                        * each.getValue().getOrDefault(item, 0.0);
            }
        }
        return load;
    }

    /** Which part of the process's demand arrives at each element that it reaches. */
    private Map<Item, Double> parts(Item process) {
        List<Item> order = new ArrayList<>();
        sort(process, order);
        Map<Item, Double> parts = new HashMap<>(Map.of(process, 1.0));
        for (Item item : order.reversed()) {
            Map<Item, Double> onward = new HashMap<>();
            split(item, Math.min(1, parts.getOrDefault(item, 0.0)), onward);
            onward.forEach((to, part) -> parts.merge(to, part, Double::sum));
        }
        parts.replaceAll((item, part) -> Math.min(1, part));
        parts.values().removeIf(part -> part <= 0);
        return parts;
    }

    /** Depth first, what is reached last comes first. */
    private void sort(Item item, List<Item> order) {
        if (!order.contains(item)) {
            Map<Item, Double> onward = new LinkedHashMap<>();
            split(item, 1, onward);
            if (isStraight()) {
                onward.keySet().forEach(next -> sort(next, order));
            }
            order.add(item);
        }
    }

    private void split(Item item, double part, Map<Item, Double> onward) {
        Basis basis = day.needs.runsOn(item);
        if (basis != null) {
            basis.needs().forEach(need -> split(item, need, part, onward));
        }
    }

    private void split(Item owner, Need need, double part, Map<Item, Double> onward) {
        switch (need) {
            case Need.One one -> {
                Item item = day.needs.item(one.element());
                if (day.needs.isUp(item)) {
                    onward.merge(item, part, Double::sum);
                }
            }
            case Need.AllOf all -> all.members().forEach(member -> split(owner, member, part, onward));
            case Need.AtLeast some -> {
                List<Need> met =
                        some.members().stream().filter(day.needs::isMet).toList();
                met.forEach(member -> split(owner, member, part / met.size(), onward));
            }
            case Need.Pool pool -> {
                double[] weights = new double[pool.members().size()];
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = pool.shares().get(i)
                            * day.needs.share(pool.members().get(i), List.of(owner));
                    sum += weights[i];
                }
                for (int i = 0; i < weights.length; i++) {
                    if (weights[i] > 0) {
                        split(owner, pool.members().get(i), part * weights[i] / sum, onward);
                    }
                }
            }
        }
    }
}
