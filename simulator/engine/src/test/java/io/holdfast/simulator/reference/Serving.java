package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who serves at a moment: the greatest fixpoint, found from the top, and the restarts that are under way. */
final class Serving {

    private final List<Item> items;
    private final Needs needs;
    private final Coverage coverage;

    Serving(List<Item> items, Needs needs, Coverage coverage) {
        this.items = items;
        this.needs = needs;
        this.coverage = coverage;
    }

    /** Finds who is up and sets since when restarts have been under way. */
    Set<Item> settle(long now) {
        Set<Item> up = greatest(now);
        updateRestarts(up, now);
        needs.suppose(up, now);
        return up;
    }

    /** Whether a group is due at this moment that has not started: it does in a further round. */
    boolean isGroupDue(Set<Item> up, long now) {
        return items.stream().anyMatch(item -> !up.contains(item) && item.groupStart <= now);
    }

    /**
     * All that could be up are supposed to be; the first whose needs are not met falls out, and again from the beginning.
     * The order matters for pools alone: what a member delivers is known only when what it runs on is settled.
     */
    private Set<Item> greatest(long now) {
        Set<Item> up = new LinkedHashSet<>(items);
        up.removeIf(item -> item.ready(now).isEmpty());
        boolean changed = true;
        while (changed) {
            needs.suppose(up, now);
            changed = false;
            for (Item item : items) {
                if (up.contains(item) && item.ready(now).stream().noneMatch(basis -> needs.areMet(basis.needs()))) {
                    up.remove(item);
                    changed = true;
                    break;
                }
            }
        }
        return up;
    }

    /** Starts and calls off restarts. */
    private void updateRestarts(Set<Item> up, long now) {
        Map<Item, Set<Item>> groups = groups(up, now);
        needs.suppose(up, now);
        for (Item item : items) {
            for (Basis basis : item.restartable(now)) {
                boolean met = needs.areMet(basis.needs());
                if (met && !item.metSince.containsKey(basis)) {
                    item.metSince.put(basis, now);
                } else if (!met && item.metSince.remove(basis) != null && item.restart > 0) {
                    coverage.count("restart called off");
                }
            }
        }
        updateGroups(groups, up, now);
    }

    /** A group starts after the longest restart in it, from the moment at which it became one. */
    private void updateGroups(Map<Item, Set<Item>> groups, Set<Item> up, long now) {
        Map<Item, Long> since = new HashMap<>();
        Map<Item, Long> start = new HashMap<>();
        groups.forEach((item, group) -> {
            boolean goesOn = group.stream().allMatch(member -> member.groupSince.equals(item.groupSince));
            long from = goesOn && item.groupSince >= 0 ? item.groupSince : now;
            since.put(item, from);
            start.put(
                    item,
                    from + group.stream().mapToLong(Serving::restart).max().orElse(0));
        });
        for (Item item : items) {
            if (up.contains(item) && item.groupStart <= now) {
                continue;
            }
            item.group = groups.getOrDefault(item, Set.of());
            item.groupSince = since.getOrDefault(item, -1L);
            item.groupStart = start.getOrDefault(item, Long.MAX_VALUE);
        }
    }

    static long restart(Item item) {
        return item.state != null && item.lostNeed ? item.restart : 0;
    }

    /** For each that waits for others which wait for it: the group that can start together. */
    private Map<Item, Set<Item>> groups(Set<Item> up, long now) {
        needs.suppose(up, now);
        Set<Item> waiting = new LinkedHashSet<>();
        for (Item item : items) {
            List<Basis> bases = hopes(item, now);
            boolean alone = bases.stream().anyMatch(basis -> needs.areMet(basis.needs()));
            if (!up.contains(item) && !bases.isEmpty() && !alone) {
                waiting.add(item);
            }
        }
        while (true) {
            Map<Item, Set<Item>> groups = components(waiting, up, now);
            Set<Item> able = new LinkedHashSet<>();
            for (Item item : waiting) {
                Set<Item> together = new HashSet<>(up);
                together.addAll(groups.getOrDefault(item, Set.of()));
                needs.suppose(together, now);
                if (hopes(item, now).stream().anyMatch(basis -> needs.areMet(basis.needs()))) {
                    able.add(item);
                }
            }
            if (able.size() == waiting.size()) {
                if (groups.values().stream().anyMatch(group -> group.size() > 1)) {
                    coverage.count("mutual start");
                }
                return groups;
            }
            waiting = able;
        }
    }

    static List<Basis> hopes(Item item, long now) {
        List<Basis> bases = new ArrayList<>(item.ready(now));
        bases.addAll(item.restartable(now));
        return bases;
    }

    /** Those that reach each other through entries which are not met. */
    private Map<Item, Set<Item>> components(Set<Item> waiting, Set<Item> up, long now) {
        needs.suppose(up, now);
        Map<Item, Set<Item>> wants = new LinkedHashMap<>();
        for (Item item : waiting) {
            Set<Item> wanted = new LinkedHashSet<>();
            for (Basis basis : hopes(item, now)) {
                for (Need entry : basis.needs()) {
                    if (!needs.isMet(entry)) {
                        entry.elements()
                                .map(needs::item)
                                .filter(waiting::contains)
                                .forEach(wanted::add);
                    }
                }
            }
            wants.put(item, wanted);
        }
        return Graphs.cycles(wants);
    }

    /** Graphs small enough to be walked from every node. */
    static final class Graphs {

        private Graphs() {}

        /** For every node, those (itself included) that it reaches and that reach it. */
        static Map<Item, Set<Item>> cycles(Map<Item, Set<Item>> edges) {
            Map<Item, Set<Item>> reached = new HashMap<>();
            edges.keySet().forEach(node -> reached.put(node, reach(node, edges)));
            Map<Item, Set<Item>> cycles = new HashMap<>();
            reached.forEach((node, others) -> {
                Set<Item> both = new LinkedHashSet<>();
                others.forEach(other -> {
                    if (reached.getOrDefault(other, Set.of()).contains(node)) {
                        both.add(other);
                    }
                });
                cycles.put(node, both);
            });
            return cycles;
        }

        static Set<Item> reach(Item from, Map<Item, Set<Item>> edges) {
            Set<Item> seen = new LinkedHashSet<>();
            List<Item> open = new ArrayList<>(edges.getOrDefault(from, Set.of()));
            while (!open.isEmpty()) {
                Item next = open.removeLast();
                if (seen.add(next)) {
                    open.addAll(edges.getOrDefault(next, Set.of()));
                }
            }
            return seen;
        }
    }
}
