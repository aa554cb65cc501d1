package io.holdfast.simulator.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gates as nodes in flat arrays, so that a start counts down what waits for it: a node is met once it has lost as many of its
 * members as it wants. Node {@value #OPEN} is met from the beginning. Immutable once made.
 */
final class CrewGates {

    static final int OPEN = 0;

    /** By node: how many of its members it wants; the node that it is a member of, or the element whose gate it is, as its complement. */
    final int[] wanted;

    final int[] above;

    /** The members of a node in the order of the file: a node, or an element as its complement. */
    final int[] membersFrom;

    final int[] members;

    /** By element: the nodes that it is a member of, as often as it is. */
    final int[] countedFrom;

    final int[] counted;

    private CrewGates(Builder made, int elements) {
        wanted = ints(made.wanted);
        above = ints(made.above);
        membersFrom = new int[wanted.length + 1];
        for (int node = 0; node < wanted.length; node++) {
            membersFrom[node + 1] = membersFrom[node] + made.members.get(node).length;
        }
        members = made.members.stream().flatMapToInt(Arrays::stream).toArray();
        countedFrom = new int[elements + 1];
        for (int member : members) {
            if (member < 0) {
                countedFrom[~member + 1]++;
            }
        }
        for (int id = 0; id < elements; id++) {
            countedFrom[id + 1] += countedFrom[id];
        }
        counted = new int[countedFrom[elements]];
        fillCounted(countedFrom.clone());
    }

    private void fillCounted(int[] next) {
        for (int node = 0; node < wanted.length; node++) {
            for (int m = membersFrom[node]; m < membersFrom[node + 1]; m++) {
                if (members[m] < 0) {
                    counted[next[~members[m]]++] = node;
                }
            }
        }
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Collects the gates of all elements; gates of one element that say the same are one node. */
    static final class Builder {

        private final int[] idOf;
        private final List<Integer> wanted = new ArrayList<>();
        private final List<Integer> above = new ArrayList<>();
        private final List<int[]> members = new ArrayList<>();
        private final List<Gate> known = new ArrayList<>();
        private final List<Integer> knownNode = new ArrayList<>();
        private int knownOf = -1;

        /** With the place of each element among those that can stop, by number. */
        Builder(int[] idOf) {
            this.idOf = idOf;
            make(0, ~0);
        }

        /** The node of a gate of an element. */
        int add(Gate gate, int id) {
            if (knownOf != id) {
                known.clear();
                knownNode.clear();
                knownOf = id;
            }
            int at = known.indexOf(gate);
            if (at >= 0) {
                return knownNode.get(at);
            }
            int node = node(gate, ~id);
            known.add(gate);
            knownNode.add(node);
            return node;
        }

        private int node(Gate gate, int over) {
            return switch (gate) {
                case Gate.Open open -> OPEN;
                case Gate.Member member -> node(1, List.of(member), over);
                case Gate.All all -> node(all.members().size(), all.members(), over);
                case Gate.AtLeast some -> node(some.count(), some.members(), over);
            };
        }

        private int node(int want, List<Gate> list, int over) {
            int node = make(want, over);
            int[] found = new int[list.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] =
                        list.get(i) instanceof Gate.Member member ? ~idOf[member.element()] : node(list.get(i), node);
            }
            members.set(node, found);
            return node;
        }

        private int make(int want, int over) {
            wanted.add(want);
            above.add(over);
            members.add(new int[0]);
            return wanted.size() - 1;
        }

        CrewGates build(int elements) {
            return new CrewGates(this, elements);
        }
    }
}
