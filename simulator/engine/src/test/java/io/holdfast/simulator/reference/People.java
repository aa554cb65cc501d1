package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Plan;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Team;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is there, who is busy, and who gets people first. */
final class People {

    private final Day day;
    private final Map<Id, Team> teams = new HashMap<>();
    private final Map<Id, Cause> freed = new HashMap<>();
    private final Map<Item, Long> targets = new HashMap<>();
    private final List<Id> sequence;

    People(Day day) {
        this.day = day;
        day.model.teams().forEach(team -> teams.put(team.id(), team));
        sequence = day.model.plans().stream()
                .map(Plan::sequence)
                .flatMap(List::stream)
                .toList();
        Map<Item, Set<Item>> needs = new HashMap<>();
        day.items.forEach(item -> needs.put(item, everyNeed(item)));
        for (Item item : day.items) {
            Double hours = item.element.objectives().rtoHours();
            if (hours != null) {
                Set<Item> below = new LinkedHashSet<>(Serving.Graphs.reach(item, needs));
                below.add(item);
                below.forEach(each -> targets.merge(each, Math.round(hours * 3_600_000), Math::min));
            }
        }
    }

    private Set<Item> everyNeed(Item item) {
        Set<Item> found = new LinkedHashSet<>();
        Stream<Need> ofMethods = item.element.methods().stream()
                .flatMap(method -> Stream.concat(
                        method.needs() == null ? Stream.of() : method.needs().stream(), method.alsoNeeds().stream()));
        Stream.concat(item.element.needs().stream(), ofMethods)
                .flatMap(Need::elements)
                .map(day.needs::item)
                .forEach(found::add);
        return found;
    }

    private long rest(Team team) {
        return Math.max(day.luck.lasts(day.scenario), day.response.thereFor(team));
    }

    /** The next moment at which somebody comes who could not at first. */
    long next() {
        long next = Long.MAX_VALUE;
        for (Team team : teams.values()) {
            if (present(team) < team.size() && rest(team) > day.now()) {
                next = Math.min(next, rest(team));
            }
        }
        return next;
    }

    private int present(Team team) {
        return day.luck.present(team, day.scenario.staff());
    }

    private boolean areFree(RecoveryMethod method) {
        return method.crew().entrySet().stream().allMatch(crew -> free(crew.getKey()) >= crew.getValue());
    }

    private int free(Id id) {
        Team team = team(id);
        int there = day.now() >= rest(team) ? team.size() : present(team);
        for (Item item : day.items) {
            if (item.work != null) {
                there -= item.work.method().crew().getOrDefault(id, 0);
            }
        }
        return there;
    }

    private Team team(Id id) {
        Team team = teams.get(id);
        if (team == null) {
            throw new IllegalArgumentException("No team " + id);
        }
        return team;
    }

    /** The first of those that wait whose people are all free. */
    @Nullable
    Item first() {
        List<Item> waiting = new ArrayList<>(
                day.items.stream().filter(item -> item.waiting != null).toList());
        waiting.sort(Comparator.<Item>comparingInt(item -> -item.ordered)
                .thenComparingInt(this::rank)
                .thenComparingLong(this::due));
        for (Item item : waiting) {
            RecoveryMethod method = item.waiting;
            if (method != null && areFree(method)) {
                return item;
            }
        }
        return null;
    }

    private int rank(Item item) {
        int place = sequence.indexOf(item.element.id());
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private long due(Item item) {
        Long target = targets.get(item);
        return target == null ? Long.MAX_VALUE : item.downSince + target;
    }

    /** Work has ended, or was called off (which has no cause). */
    void free(RecoveryMethod method, @Nullable Cause cause) {
        method.crew().keySet().forEach(team -> freed(team, cause));
    }

    private void freed(Id team, @Nullable Cause cause) {
        Cause known = freed.get(team);
        boolean first = Cause.timeOf(known) != day.now() || known == null || known.link() == null;
        if (first) {
            freed.put(team, cause == null ? new Cause(day.now(), null, null) : cause);
        }
    }

    /** Why somebody that has waited gets people now. */
    Cause afterWaiting(RecoveryMethod method) {
        for (Id team : method.crew().keySet()) {
            Cause cause = freed.get(team);
            boolean comes = present(team(team)) < team(team).size() && rest(team(team)) == day.now();
            if (cause != null && cause.time() == day.now()) {
                return new Cause(day.now(), team + ":wait", cause);
            }
            if (comes) {
                return new Cause(day.now(), team + ":wait", null);
            }
        }
        return new Cause(day.now(), method.crew().keySet().iterator().next() + ":wait", null);
    }
}
