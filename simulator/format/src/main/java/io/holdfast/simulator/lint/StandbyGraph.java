package io.holdfast.simulator.lint;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What goes down for as long as an element is lost. All else is up at first, and everything goes down whose needs are no longer
 * met and that has nothing to switch to: no failover of it that answers an outage has everything that it names. A soft entry
 * takes nothing down. The order does not matter: the greatest set that can stay up stays up.
 */
final class StandbyGraph {

    /** Shares such as 0.1 + 0.2 + 0.7 must reach a minimum of 1. */
    private static final double ROUNDING = 1e-9;

    /** An entry of needs by places. */
    private sealed interface Entry {
        boolean isMet(boolean[] down);

        record Always() implements Entry {
            @Override
            public boolean isMet(boolean[] down) {
                return true;
            }
        }

        record One(int place) implements Entry {
            @Override
            public boolean isMet(boolean[] down) {
                return !down[place];
            }
        }

        record Some(int least, List<Entry> members) implements Entry {
            @Override
            public boolean isMet(boolean[] down) {
                int met = 0;
                for (Entry member : members) {
                    met += member.isMet(down) ? 1 : 0;
                }
                return met >= least;
            }
        }

        record Shared(double minimum, List<Double> shares, List<Entry> members) implements Entry {
            @Override
            public boolean isMet(boolean[] down) {
                double sum = 0;
                for (int m = 0; m < members.size(); m++) {
                    sum += members.get(m).isMet(down) ? shares.get(m) : 0;
                }
                return sum + ROUNDING >= minimum;
            }
        }
    }

    /** Ways to stay up: each a list of entries that must all be met. The first are the element's own needs. */
    private record Ways(List<List<Entry>> all, int own) {
        boolean stays(boolean[] down, boolean lost) {
            for (int w = lost ? own : 0; w < all.size(); w++) {
                if (isMet(all.get(w), down)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isMet(List<Entry> entries, boolean[] down) {
            for (Entry entry : entries) {
                if (!entry.isMet(down)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final LintModel model;
    private final Ways[] ways;
    private final int[][] dependants;
    private final boolean[] down;

    StandbyGraph(LintModel model) {
        this.model = model;
        int size = model.elements().size();
        ways = new Ways[size];
        List<Set<Integer>> usedBy = new ArrayList<>();
        for (int e = 0; e < size; e++) {
            usedBy.add(new HashSet<>());
        }
        for (int e = 0; e < size; e++) {
            Element element = model.element(e);
            ways[e] = waysOf(element);
            int user = e;
            Stream.concat(element.needs().stream(), standbys(element).flatMap(LintModel::named))
                    .flatMap(Need::elements)
                    .forEach(id -> usedBy.get(model.place(id)).add(user));
        }
        dependants = usedBy.stream()
                .map(users ->
                        users.stream().mapToInt(Integer::intValue).sorted().toArray())
                .toArray(int[][]::new);
        down = new boolean[size];
        for (int e = 0; e < size; e++) { // what no way can ever hold up is nobody's loss
            if (!down[e] && !ways[e].stays(down, false)) {
                down[e] = true;
                spread(e);
            }
        }
    }

    /**
     * What goes down with an element, nearest first, itself left out; empty where it has a failover that can start while all
     * of that is down.
     */
    int[] lostWith(int place) {
        boolean before = down[place];
        down[place] = true;
        int[] lost = spread(place);
        boolean switches = ways[place].stays(down, true);
        Arrays.stream(lost).forEach(each -> down[each] = false);
        down[place] = before;
        return switches ? new int[0] : lost;
    }

    private int[] spread(int from) {
        Numbers lost = new Numbers();
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (int dependant : dependants[open.remove()]) {
                if (!down[dependant] && !ways[dependant].stays(down, false)) {
                    down[dependant] = true;
                    lost.add(dependant);
                    open.add(dependant);
                }
            }
        }
        return lost.toArray();
    }

    private static Stream<RecoveryMethod> standbys(Element element) {
        return element.methods().stream()
                .filter(method -> method.kind() == MethodKind.FAILOVER)
                .filter(method -> method.effectiveAnswers().contains(DownState.OUTAGE));
    }

    private Ways waysOf(Element element) {
        List<List<Entry>> all = new ArrayList<>();
        all.add(entries(element.needs()));
        standbys(element).forEach(method -> {
            List<Need> own = method.needs();
            List<Entry> wanted = new ArrayList<>(entries(own == null ? element.needs() : own));
            wanted.addAll(entries(method.alsoNeeds()));
            all.add(List.copyOf(wanted));
        });
        return new Ways(List.copyOf(all), 1);
    }

    private List<Entry> entries(List<Need> needs) {
        return needs.stream().map(this::entry).toList();
    }

    private Entry entry(Need need) {
        if (need.terms().soft() != null) {
            return new Entry.Always();
        }
        return switch (need) {
            case Need.One one -> new Entry.One(model.place(one.element()));
            case Need.AllOf all -> new Entry.Some(all.members().size(), entries(all.members()));
            case Need.AtLeast some -> new Entry.Some(some.atLeast(), entries(some.members()));
            case Need.Pool pool -> new Entry.Shared(pool.minimum(), pool.shares(), entries(pool.members()));
        };
    }

    /** A growing list of numbers. */
    private static final class Numbers {
        private int[] values = new int[16];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
