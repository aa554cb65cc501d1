package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down, at the moment at which something begins to hold, what it had waited for last. */
final class Driving {

    private final Day day;
    private final Map<Basis, Cause> available = new HashMap<>();
    private final Set<Item> pending = new HashSet<>();
    private final Set<Item> rising = new HashSet<>();

    Driving(Day day) {
        this.day = day;
    }

    // ---- before what follows from serving is drawn: who starts, and by what

    /** Causes of all that starts now: restarts, groups, elements. */
    void starts(Set<Item> up) {
        available.clear();
        pending.clear();
        day.items.stream().filter(item -> up.contains(item) && !item.serves).forEach(pending::add);
        day.items.forEach(item -> forget(item, up));
        day.items.stream().filter(this::isRising).forEach(rising::add);
        note();
        day.items.forEach(item -> noteGroup(item, up));
        day.needs.suppose(up, day.now());
        day.items.forEach(this::noteRestarts);
        note();
        Map<Item, Cause> found = new HashMap<>();
        pending.forEach(item -> found.put(item, or(start(item, Set.of()))));
        Map<Item, Cause> risen = new HashMap<>(found);
        rising.forEach(item -> risen.put(item, or(rise(item, Set.of()))));
        found.forEach((item, cause) -> item.started = cause);
        risen.forEach((item, cause) -> {
            item.rose = cause;
            item.rise = cause;
        });
        pending.clear();
        rising.clear();
    }

    private static void forget(Item item, Set<Item> up) {
        item.rise = null;
        if (!up.contains(item)) {
            item.started = null;
            item.rose = null;
        }
    }

    private boolean isRising(Item item) {
        return day.needs.isUp(item)
                && item.serves
                && !item.history.isEmpty()
                && day.needs.share(item, List.of()) > item.history.getLast().share() + 1e-12;
    }

    private void note() {
        for (Item item : day.items) {
            for (Basis basis : item.ready(day.now())) {
                available.put(basis, available(item, basis));
            }
        }
    }

    private void noteRestarts(Item item) {
        item.metCause.keySet().retainAll(item.metSince.keySet());
        item.metSince.forEach((basis, since) -> {
            if (!item.metCause.containsKey(basis)) {
                item.metCause.put(basis, atNow(Cause.later(own(item, basis), met(basis.needs(), Set.of()))));
            }
        });
    }

    /** A chain that does not reach this moment: something was lost now, and nothing before it matters. */
    private Cause atNow(@Nullable Cause cause) {
        return cause == null || cause.time() < day.now() ? new Cause(day.now(), null, null) : cause;
    }

    private void noteGroup(Item item, Set<Item> up) {
        if (item.groupStart == Long.MAX_VALUE || item.groupSince < 0) {
            item.groupCause = null;
        } else if (item.groupCause == null || item.groupCause.time() != item.groupSince) {
            Set<Item> together = new HashSet<>(up);
            together.addAll(item.group);
            day.needs.suppose(together, day.now());
            Cause cause = null;
            for (Item member : inOrder(item.group)) {
                for (Basis basis : Serving.hopes(member, day.now())) {
                    if (day.needs.areMet(basis.needs())) {
                        cause = Cause.later(cause, own(member, basis));
                        cause = Cause.later(cause, met(basis.needs(), item.group));
                        break;
                    }
                }
            }
            item.groupCause = atNow(cause);
        }
    }

    private List<Item> inOrder(Set<Item> some) {
        return day.items.stream().filter(some::contains).toList();
    }

    /** Why there is something to run on, apart from restarts. */
    private @Nullable Cause own(Item item, Basis basis) {
        RecoveryMethod method = basis.method();
        if (method != null) {
            return item.done.get(method);
        }
        return item.hit == DownState.OUTAGE && item.hazardEnds <= day.now()
                ? new Cause(item.hazardEnds, item.toString(), null)
                : null;
    }

    private @Nullable Cause available(Item item, Basis basis) {
        boolean restarts = item.state != null && item.lostNeed && (basis.isItself() || basis.isFull());
        Long since = item.metSince.get(basis);
        if (restarts && item.restart > 0 && since != null && since + item.restart <= day.now()) {
            return new Cause(since + item.restart, item.toString(), item.metCause.get(basis));
        }
        if (restarts && item.groupStart == day.now() && item.groupCause != null) {
            return group(item);
        }
        return own(item, basis);
    }

    /** The longest restart of those that start together. */
    private Cause group(Item item) {
        Item longest = null;
        for (Item member : inOrder(item.group)) {
            if (Serving.restart(member) > (longest == null ? 0 : Serving.restart(longest))) {
                longest = member;
            }
        }
        return new Cause(item.groupStart, longest == null ? null : longest.toString(), item.groupCause);
    }

    private @Nullable Cause start(Item item, Set<Item> path) {
        Set<Item> longer = new HashSet<>(path);
        longer.add(item);
        Basis used = null;
        Cause best = null;
        double most = -1;
        for (Basis basis : item.ready(day.now())) {
            if (day.needs.areMet(basis.needs())) {
                Cause mine = available.get(basis);
                Cause cause = Cause.later(mine, met(basis.needs(), longer));
                double share = basis.capacity() * day.needs.share(item, List.of());
                boolean fresh = !basis.isItself() && Cause.timeOf(mine) == day.now() && basis.isFull();
                if (used == null || share > most || (fresh && share >= most && used.isItself())) {
                    used = basis;
                    best = cause;
                    most = share;
                }
            }
        }
        return best;
    }

    // ---- entries

    @Nullable
    Cause met(List<Need> needs, Set<Item> path) {
        Cause latest = null;
        for (Need need : needs) {
            latest = Cause.later(latest, met(need, path));
        }
        return latest;
    }

    private @Nullable Cause met(Need need, Set<Item> path) {
        if (need.terms().soft() != null || !day.needs.isPlainlyMet(need)) {
            return null;
        }
        return switch (need) {
            case Need.One one -> started(one.element(), path);
            case Need.AllOf all -> met(all.members(), path);
            case Need.AtLeast some -> {
                day.coverage.count("path asks atLeast");
                List<Cause> causes = new ArrayList<>();
                some.members().stream().filter(day.needs::isMet).forEach(member -> causes.add(or(met(member, path))));
                long time = causes.stream()
                        .mapToLong(cause -> cause.time())
                        .sorted()
                        .toArray()[some.atLeast() - 1];
                yield firstAt(causes, time);
            }
            case Need.Pool pool -> pool.minimum() == 0 ? null : completed(pool, path);
        };
    }

    private static Cause or(@Nullable Cause cause) {
        return cause == null ? new Cause(Cause.EVER, null, null) : cause;
    }

    private record Part(double share, Cause cause) {}

    private Cause completed(Need.Pool pool, Set<Item> path) {
        day.coverage.count("path asks pool");
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pool.members().size(); i++) {
            Need member = pool.members().get(i);
            double share = pool.shares().get(i) * day.needs.share(member, List.of());
            if (share > 0) {
                parts.add(new Part(share, or(rise(List.of(member), path))));
            }
        }
        List<Part> byTime = new ArrayList<>(parts);
        byTime.sort(Comparator.comparingLong(part -> part.cause().time()));
        double sum = 0;
        long time = Cause.EVER;
        for (Part part : byTime) {
            if (sum < pool.minimum() - 1e-9) {
                sum += part.share();
                time = part.cause().time();
            }
        }
        return firstAt(parts.stream().map(Part::cause).toList(), time);
    }

    /** Ties go by file order: of what came at the moment that completed an entry, the first as written. */
    private static Cause firstAt(List<Cause> causes, long time) {
        return causes.stream().filter(cause -> cause.time() == time).findFirst().orElseThrow();
    }

    private @Nullable Cause started(Id id, Set<Item> path) {
        Item item = day.needs.item(id);
        if (path.contains(item)) {
            return null;
        }
        return pending.contains(item) ? start(item, path) : item.started;
    }

    // ---- rises

    private @Nullable Cause rise(Item item, Set<Item> path) {
        if (pending.contains(item)) {
            return start(item, path);
        }
        Set<Item> longer = new HashSet<>(path);
        longer.add(item);
        Basis basis = day.needs.runsOn(item);
        if (basis == null) {
            return null;
        }
        Cause mine = available.get(basis);
        return Cause.timeOf(mine) == day.now() ? mine : rise(basis.needs(), longer);
    }

    /** The latest rise of anything in these. */
    private @Nullable Cause rise(List<Need> needs, Set<Item> path) {
        Cause latest = null;
        for (Item item :
                needs.stream().flatMap(Need::elements).map(day.needs::item).toList()) {
            if (!path.contains(item) && day.needs.isUp(item)) {
                boolean now = pending.contains(item) || rising.contains(item);
                latest = Cause.later(latest, now ? rise(item, path) : item.rose);
            }
        }
        return latest;
    }

    // ---- work

    /** Why work begins now. */
    Cause work(Item item, RecoveryMethod method) {
        long ready = day.response.ready(method);
        Cause cause = ready > 0 ? new Cause(ready, "response", null) : null;
        cause = Cause.later(cause, met(Day.startNeeds(item.element, method), Set.of()));
        cause = Cause.later(cause, met(method.alsoNeeds(), Set.of()));
        Cause free = item.free;
        if (Cause.timeOf(free) > Cause.timeOf(cause)) {
            day.coverage.count("path through earlier work");
            cause = free;
        }
        return atNow(cause);
    }

    /** Work has ended. */
    static void end(Item item, Item.Work work, long now) {
        RecoveryMethod method = work.method();
        Id id = method.id();
        String word = id != null ? id.value() : method.kind().name().toLowerCase(Locale.ROOT);
        item.free = new Cause(now, item + ":" + word, work.cause());
    }
}
