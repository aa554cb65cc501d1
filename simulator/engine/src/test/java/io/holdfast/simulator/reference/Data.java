package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Age of the data that are lost. */
final class Data {

    static final long ALL = Long.MAX_VALUE;

    private final Day day;
    private final Map<Item, Long> known = new HashMap<>();

    Data(Day day) {
        this.day = day;
    }

    /** What an element itself loses. */
    long own(Item item) {
        Item.Brought brought = item.brought;
        if (brought == null) {
            boolean hitForEver = item.state != null && !item.lostNeed;
            return hitForEver && item.finished.isEmpty() ? ALL : 0;
        }
        boolean corrupted = item.hit == DownState.CORRUPTED;
        long dwell = corrupted ? day.luck.dwell(day.scenario) : 0;
        return switch (brought.method().data()) {
            case null -> 0;
            case MethodData.Replica replica ->
                Math.max(day.luck.lag(brought.method(), replica.lag(), brought.occurrence()), dwell);
            case MethodData.Backup backup -> age(brought, backup, corrupted ? dwell : -1);
        };
    }

    /** Of the newest usable copy that is older than the limit. */
    private long age(Item.Brought brought, MethodData.Backup backup, long limit) {
        long every = Ticks.ofHours(backup.everyHours());
        long age = (long) (day.luck.phase(brought.method(), brought.occurrence()) * every)
                + Ticks.ofHours(backup.takesHours());
        for (int copy = 0; copy < 20_000; copy++) {
            if (age > limit && day.luck.isUsable(brought.method(), brought.occurrence(), copy, backup.usable())) {
                return age;
            }
            day.coverage.count(age > limit ? "unusable copy" : "copy younger than dwell");
            age += every;
        }
        return ALL;
    }

    /** The most over an element and all that it runs on at the end. */
    long over(Item item, List<Item> path) {
        if (path.contains(item)) {
            return 0;
        }
        Long before = known.get(item);
        if (before != null) {
            return before;
        }
        List<Item> longer = new ArrayList<>(path);
        longer.add(item);
        Basis basis = day.needs.runsOn(item);
        List<Need> needs = basis == null ? item.element.needs() : basis.needs();
        long most = own(item);
        for (Need need : needs) {
            most = Math.max(most, over(need, longer));
        }
        if (!day.needs.leadsToCycle(item)) {
            known.put(item, most);
        }
        return most;
    }

    private long over(Need need, List<Item> path) {
        List<Long> losses =
                Needs.members(need).stream().map(member -> over(member, path)).toList();
        return switch (need) {
            case Need.One one -> over(day.needs.item(one.element()), path);
            case Need.AllOf all ->
                losses.stream().max(Comparator.naturalOrder()).orElse(0L);
            case Need.AtLeast some -> nth(some, losses);
            case Need.Pool pool -> leastSet(pool, losses, path);
        };
    }

    /** Of those that serve, where enough do; else of all. */
    private long nth(Need.AtLeast some, List<Long> losses) {
        List<Long> serving = IntStream.range(0, losses.size())
                .filter(i -> day.needs.isMet(some.members().get(i)))
                .mapToObj(losses::get)
                .toList();
        List<Long> counted = serving.size() < some.atLeast() ? losses : serving;
        return counted.stream().sorted().toList().get(some.atLeast() - 1);
    }

    /** Members by ascending loss until what they deliver reaches the minimum. */
    private long leastSet(Need.Pool pool, List<Long> losses, List<Item> path) {
        List<Integer> order = IntStream.range(0, losses.size())
                .boxed()
                .sorted(Comparator.comparing(losses::get))
                .toList();
        double sum = 0;
        long most = 0;
        for (int i : order) {
            if (sum >= pool.minimum() - 1e-9) {
                return most;
            }
            double delivered = day.needs.share(pool.members().get(i), path);
            if (delivered > 0) {
                sum += pool.shares().get(i) * delivered;
                most = losses.get(i);
            }
        }
        boolean reached = sum >= pool.minimum() - 1e-9;
        return reached ? most : losses.stream().max(Comparator.naturalOrder()).orElse(0L);
    }
}
