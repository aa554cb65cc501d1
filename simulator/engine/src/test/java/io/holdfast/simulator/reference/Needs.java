package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Met or not, and at which share, given who is up. */
final class Needs {

    /** What is remembered of an entry with {@code holdsFor}. */
    private static final class Hold {
        final long ticks;
        double lastShare = 1;

        @Nullable
        Long unmetSince;

        Hold(long ticks) {
            this.ticks = ticks;
        }
    }

    private final Map<Id, Item> items = new HashMap<>();
    private final IdentityHashMap<Need, Hold> holds = new IdentityHashMap<>();
    private final Map<Item, Double> shares = new HashMap<>();
    private final Cycles cycles;
    private Set<Item> up = Set.of();
    private boolean allDeliverEverything;
    private long now;

    Needs(Collection<Item> all, Luck luck) {
        for (Item item : all) {
            items.put(item.element.id(), item);
            remember(item.element.needs(), luck);
            item.element.methods().forEach(method -> {
                if (method.needs() != null) {
                    remember(method.needs(), luck);
                }
                remember(method.alsoNeeds(), luck);
            });
        }
        cycles = new Cycles(items);
    }

    private void remember(List<Need> needs, Luck luck) {
        for (Need need : needs) {
            if (need.terms().holdsFor() != null) {
                holds.put(need, new Hold(luck.holdsFor(need)));
            }
            remember(members(need), luck);
        }
    }

    static List<Need> members(Need need) {
        return switch (need) {
            case Need.One one -> List.of();
            case Need.AllOf all -> all.members();
            case Need.AtLeast some -> some.members();
            case Need.Pool pool -> pool.members();
        };
    }

    Item item(Id id) {
        Item item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("Need names '" + id + "', which is no element.");
        }
        return item;
    }

    /** Supposes that exactly these are up. */
    void suppose(Set<Item> serving, long time) {
        allDeliverEverything = false;
        shares.clear();
        up = serving;
        now = time;
    }

    /** The same, and each of them in full. */
    void supposeInFull(Set<Item> serving, long time) {
        suppose(serving, time);
        allDeliverEverything = true;
    }

    boolean leadsToCycle(Item item) {
        return cycles.leadsTo(item);
    }

    /** Whether an element comes before another in the order of needs, and is not on a cycle with it. */
    boolean isBefore(Item first, Item second) {
        return cycles.reaches(second, first) && !cycles.reaches(first, second);
    }

    boolean isUp(Item item) {
        return up.contains(item);
    }

    boolean areMet(List<Need> needs) {
        return needs.stream().allMatch(this::isMet);
    }

    boolean isMet(Need need) {
        return need.terms().soft() != null || isHeld(need) || isPlainlyMet(need);
    }

    /** Without hold and softness. */
    boolean isPlainlyMet(Need need) {
        return switch (need) {
            case Need.One one -> up.contains(item(one.element()));
            case Need.AllOf all -> areMet(all.members());
            case Need.AtLeast some ->
                some.members().stream().filter(this::isMet).count() >= some.atLeast();
            case Need.Pool pool -> pool.minimum() == 0 || sum(pool, List.of()) >= pool.minimum() - 1e-9;
        };
    }

    /** Whether an entry that is not met still counts as met. */
    boolean isHeld(Need need) {
        Hold hold = holds.get(need);
        if (hold == null || isPlainlyMet(need)) {
            return false;
        }
        return hold.unmetSince == null ? hold.ticks > 0 : now < hold.unmetSince + hold.ticks;
    }

    /** The share of an entry as seen along a path of elements; 0 when it is not met. */
    double share(Need need, List<Item> path) {
        double share = 0;
        if (isPlainlyMet(need)) {
            share = plainShare(need, path);
        } else if (isHeld(need)) {
            share = held(need).lastShare;
        }
        Double soft = need.terms().soft();
        return soft == null ? share : Math.max(share, soft);
    }

    private double plainShare(Need need, List<Item> path) {
        return switch (need) {
            case Need.One one -> share(item(one.element()), path);
            case Need.AllOf all -> least(all.members(), path);
            case Need.AtLeast some -> {
                List<Double> shares = new ArrayList<>();
                some.members().forEach(member -> shares.add(share(member, path)));
                shares.sort(Collections.reverseOrder());
                yield shares.get(some.atLeast() - 1);
            }
            case Need.Pool pool -> Math.min(1, sum(pool, path));
        };
    }

    private double sum(Need.Pool pool, List<Item> path) {
        double sum = 0;
        for (int i = 0; i < pool.members().size(); i++) {
            sum += pool.shares().get(i) * share(pool.members().get(i), path);
        }
        return sum;
    }

    private double least(List<Need> needs, List<Item> path) {
        double least = 1;
        for (Need need : needs) {
            least = Math.min(least, share(need, path));
        }
        return least;
    }

    /** Delivered share of an element: 0 when it is not up; met again on the path it counts as 1. */
    double share(Item item, List<Item> path) {
        if (!up.contains(item)) {
            return 0;
        }
        if (allDeliverEverything || path.contains(item)) {
            return 1;
        }
        Double known = shares.get(item);
        if (known == null) {
            known = best(item, path).share();
            if (!cycles.leadsTo(item)) {
                shares.put(item, known);
            }
        }
        return known;
    }

    /** What an element runs on and what it delivers; supposed to be up without anything to run on, it delivers all. */
    record Best(@Nullable Basis basis, double share) {}

    Best best(Item item) {
        return best(item, List.of());
    }

    /** The basis with its needs met that delivers most; the first of equals. */
    @Nullable
    Basis runsOn(Item item) {
        return best(item, List.of()).basis();
    }

    private Best best(Item item, List<Item> path) {
        List<Item> longer = new ArrayList<>(path);
        longer.add(item);
        Best best = new Best(null, 1);
        for (Basis basis : item.ready(now)) {
            boolean givesWay = basis.isItself() && endsOnMethod(item);
            if (!givesWay && areMet(basis.needs())) {
                if (basis.isItself()) {
                    return new Best(basis, least(basis.needs(), longer));
                }
                double share = basis.capacity() * least(basis.needs(), longer);
                if (best.basis() == null || share > best.share()) {
                    best = new Best(basis, share);
                }
            }
        }
        return best;
    }

    /** Whether an outage that ends now ends on the method that has just been done, though the element itself could run. */
    private boolean endsOnMethod(Item item) {
        return item.justRecovered
                && item.ready(now).stream()
                        .anyMatch(basis -> !basis.isItself() && basis.isFull() && areMet(basis.needs()));
    }

    /** Keeps what held entries must remember. Called when who is up is settled; the path is that of who runs on them. */
    void remember(List<Item> path, List<Need> needs) {
        for (Need need : needs) {
            Hold hold = holds.get(need);
            if (hold != null) {
                if (isPlainlyMet(need)) {
                    hold.unmetSince = null;
                    hold.lastShare = plainShare(need, path);
                } else if (hold.unmetSince == null) {
                    hold.unmetSince = now;
                }
            }
            remember(path, members(need));
        }
    }

    /** Whether an entry is held at this moment, for counting. */
    private Hold held(Need need) {
        Hold hold = holds.get(need);
        if (hold == null) {
            throw new IllegalStateException("not a held entry: " + need);
        }
        return hold;
    }

    /** Whether every held entry is met without its hold. */
    boolean areHoldsIdle() {
        return holds.keySet().stream().allMatch(this::isPlainlyMet);
    }

    /** Whether a hold runs out at a moment. */
    boolean isExpiring(long moment) {
        return holds.values().stream()
                .anyMatch(hold -> hold.ticks > 0 && hold.unmetSince != null && hold.unmetSince + hold.ticks == moment);
    }

    /** The next moment after this one at which a hold runs out; Long.MAX_VALUE when none does. */
    long nextExpiry() {
        long next = Long.MAX_VALUE;
        for (Hold hold : holds.values()) {
            if (hold.unmetSince != null && hold.unmetSince + hold.ticks > now) {
                next = Math.min(next, hold.unmetSince + hold.ticks);
            }
        }
        return next;
    }
}
