package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down, at the moment at which something begins to hold, what came at that moment and let it. */
final class Driving {

    /** It comes now, and why is not known yet. */
    private static final Cause PENDING = new Cause(Cause.EVER, null, null);

    private final Day day;

    /** What starts, and what delivers more, at this moment, with its cause still open. */
    private final Set<Item> starting = new LinkedHashSet<>();

    private final Set<Item> rising = new LinkedHashSet<>();

    Driving(Day day) {
        this.day = day;
    }

    /** Writes why those that are up now have started or deliver more, then why restarts begin. */
    void write(Set<Item> up, Set<Item> started) {
        for (Item item : day.items) {
            item.rise = null;
            if (!up.contains(item)) {
                item.started = null;
                item.rose = null;
            }
        }
        starting.addAll(started);
        day.items.stream()
                .filter(item -> !starting.contains(item) && isRising(item))
                .forEach(rising::add);
        while (!open().isEmpty()) {
            Set<Item> open = open();
            settle(new LinkedHashSet<>(open.stream()
                    .filter(item -> open.stream().noneMatch(other -> day.needs.isBefore(other, item)))
                    .toList()));
        }
        day.items.forEach(this::noteRestarts);
        day.items.forEach(item -> noteGroup(item, up));
        day.needs.suppose(up, day.now());
    }

    private Set<Item> open() {
        Set<Item> open = new LinkedHashSet<>(starting);
        open.addAll(rising);
        return open;
    }

    private boolean isRising(Item item) {
        return day.needs.isUp(item)
                && item.serves
                && !item.history.isEmpty()
                && day.needs.share(item, List.of()) > item.history.getLast().share() + 1e-12;
    }

    /** From what came from outside onwards, step by step; what is left then came of nothing. */
    private void settle(Set<Item> some) {
        Set<Item> open = new LinkedHashSet<>(some);
        boolean any = true;
        while (any) {
            Map<Item, Cause> found = new LinkedHashMap<>();
            for (Item item : open) {
                Cause cause = why(item, starting.contains(item));
                if (cause != null) {
                    found.put(item, cause);
                }
            }
            found.forEach(this::note);
            open.removeAll(found.keySet());
            any = !found.isEmpty();
        }
        open.forEach(item -> note(item, nothing()));
    }

    private void note(Item item, Cause cause) {
        if (starting.remove(item)) {
            item.started = cause;
        }
        rising.remove(item);
        item.rose = cause;
        item.rise = cause;
    }

    private Cause nothing() {
        return new Cause(day.now(), null, null);
    }

    /** Why it starts or delivers more: its own step, else what it runs on; null while that is not known. */
    private @Nullable Cause why(Item item, boolean starts) {
        Basis basis = day.needs.runsOn(item);
        if (basis == null) {
            return null;
        }
        Cause own = ended(item, basis);
        if (own == null && Cause.timeOf(item.restarted) == day.now()) {
            own = item.restarted;
        }
        if (own == null) {
            own = undamaged(item, basis);
        }
        if (own != null) {
            return own;
        }
        return known(starts ? firstOf(basis.needs()) : risen(basis.needs()));
    }

    private @Nullable Cause ended(Item item, Basis basis) {
        RecoveryMethod method = basis.method();
        Cause done = method == null ? null : item.done.get(method);
        return Cause.timeOf(done) == day.now() ? done : null;
    }

    private @Nullable Cause undamaged(Item item, Basis basis) {
        boolean ends = basis.isItself() && item.hit == DownState.OUTAGE && item.hazardEnds == day.now();
        return ends ? new Cause(day.now(), item.toString(), null) : null;
    }

    private static @Nullable Cause known(@Nullable Cause cause) {
        return PENDING.equals(cause) ? null : cause;
    }

    // ---- entries: null for what was there before

    /** Of entries that are met, why the first that came now did. */
    private @Nullable Cause firstOf(List<Need> needs) {
        List<Cause> causes = new ArrayList<>();
        for (Need need : needs) {
            Cause cause = came(need);
            if (cause != null) {
                causes.add(cause);
            }
        }
        return first(causes);
    }

    private static @Nullable Cause first(List<Cause> causes) {
        for (Cause cause : causes) {
            if (!cause.equals(PENDING)) {
                return cause;
            }
        }
        return causes.isEmpty() ? null : PENDING;
    }

    /** Why an entry is met from now on. It is not where what was there before meets it, or nothing but a hold does. */
    private @Nullable Cause came(Need need) {
        if (need instanceof Need.One one) {
            return started(day.needs.item(one.element()));
        }
        if (need.terms().soft() != null || !day.needs.isPlainlyMet(need)) {
            return null;
        }
        return switch (need) {
            case Need.One one -> started(day.needs.item(one.element()));
            case Need.AllOf all -> came(all.members(), all.members().size());
            case Need.AtLeast some -> {
                day.coverage.count("path asks atLeast");
                yield came(some.members(), some.atLeast());
            }
            case Need.Pool pool -> cameOf(pool);
        };
    }

    private @Nullable Cause started(Item item) {
        if (!day.needs.isUp(item)) {
            return null;
        }
        if (starting.contains(item)) {
            return PENDING;
        }
        return Cause.timeOf(item.started) == day.now() ? item.started : null;
    }

    private @Nullable Cause came(List<Need> members, int wanted) {
        int before = 0;
        List<Cause> causes = new ArrayList<>();
        for (Need member : members) {
            Cause cause = came(member);
            if (cause != null) {
                causes.add(cause);
            } else if (day.needs.isMet(member)) {
                before++;
            }
        }
        return before >= wanted ? null : first(causes);
    }

    /** A member of a pool comes when anything in it delivers more. */
    private @Nullable Cause cameOf(Need.Pool pool) {
        day.coverage.count("path asks pool");
        double before = 0;
        List<Cause> causes = new ArrayList<>();
        for (int i = 0; i < pool.members().size(); i++) {
            Need member = pool.members().get(i);
            Cause cause = day.needs.isPlainlyMet(member) ? risen(List.of(member)) : null;
            if (cause != null) {
                causes.add(cause);
            } else {
                before += pool.shares().get(i) * day.needs.share(member, List.of());
            }
        }
        return before >= pool.minimum() - 1e-9 ? null : first(causes);
    }

    /** Why the first element named in these delivers more from now on. */
    private @Nullable Cause risen(List<Need> needs) {
        List<Cause> causes = new ArrayList<>();
        for (Id id : needs.stream().flatMap(Need::elements).toList()) {
            Item item = day.needs.item(id);
            if (starting.contains(item) || rising.contains(item)) {
                causes.add(PENDING);
            } else if (day.needs.isUp(item) && Cause.timeOf(item.rose) == day.now()) {
                causes.add(Objects.requireNonNull(item.rose));
            }
        }
        return first(causes);
    }

    // ---- restarts

    private void noteRestarts(Item item) {
        item.metCause.keySet().retainAll(item.metSince.keySet());
        for (Basis basis : item.metSince.keySet()) {
            if (!item.metCause.containsKey(basis)) {
                Cause cause = firstOf(basis.needs());
                item.metCause.put(basis, cause == null ? nothing() : cause);
            }
        }
    }

    private void noteGroup(Item item, Set<Item> up) {
        if (item.groupSince < 0) {
            item.groupCause = null;
            return;
        }
        item.groupLongest = longest(item.group);
        if (Cause.timeOf(item.groupCause) != item.groupSince) {
            Set<Item> together = new HashSet<>(up);
            together.addAll(item.group);
            day.needs.suppose(together, day.now());
            starting.addAll(item.group);
            List<Cause> causes = new ArrayList<>();
            for (Item member : inOrder(item.group)) {
                Cause cause = able(member);
                if (cause != null) {
                    causes.add(cause);
                }
            }
            starting.clear();
            item.groupCause = causes.isEmpty() ? nothing() : causes.getFirst();
            day.needs.suppose(up, day.now());
        }
    }

    /** Why a member of a group could run with the others: the first that it could run on, itself first. */
    private @Nullable Cause able(Item member) {
        List<Basis> hopes = new ArrayList<>(Serving.hopes(member, day.now()));
        hopes.sort(java.util.Comparator.comparingInt(Basis::number));
        for (Basis basis : hopes) {
            if (day.needs.areMet(basis.needs())) {
                Cause own = ended(member, basis);
                own = own == null ? undamaged(member, basis) : own;
                return own == null ? known(firstOf(basis.needs())) : own;
            }
        }
        return null;
    }

    private List<Item> inOrder(Set<Item> some) {
        return day.items.stream().filter(some::contains).toList();
    }

    /** The outage of an element ends by a restart of its own or of a group; nothing where neither took place. */
    @Nullable
    Cause restarted(Item item, List<Basis> due) {
        for (Basis basis : due) {
            Long since = item.metSince.get(basis);
            if (item.restart > 0 && since != null && since + item.restart <= day.now()) {
                return new Cause(day.now(), item.toString(), item.metCause.get(basis));
            }
        }
        return item.groupStart == day.now() && item.groupCause != null
                ? new Cause(day.now(), item.groupLongest, item.groupCause)
                : null;
    }

    /** The name of the one with the longest restart of those that start together; null where none takes time. */
    private @Nullable String longest(Set<Item> group) {
        Item longest = null;
        for (Item member : inOrder(group)) {
            if (Serving.restart(member) > (longest == null ? 0 : Serving.restart(longest))) {
                longest = member;
            }
        }
        return longest == null ? null : longest.toString();
    }

    // ---- work

    /** Why work begins now. */
    Cause work(Item item, RecoveryMethod method) {
        long ready = day.response.ready(method);
        if (ready > 0 && ready == day.now()) {
            return new Cause(ready, "response", null);
        }
        Cause cause = firstOf(Day.startNeeds(item.element, method));
        cause = cause == null ? firstOf(method.alsoNeeds()) : cause;
        if (cause == null && Cause.timeOf(item.free) == day.now()) {
            day.coverage.count("path through earlier work");
            cause = item.free;
        }
        return cause == null ? nothing() : cause;
    }

    /** Work has ended. */
    static void end(Item item, Item.Work work, long now) {
        RecoveryMethod method = work.method();
        Id id = method.id();
        String word = id != null ? id.value() : method.kind().name().toLowerCase(Locale.ROOT);
        item.free = new Cause(now, item + ":" + word, work.cause());
    }
}
