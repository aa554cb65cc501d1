package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What people methods ask for: methods that ask for the same people are a class, and have slots in it by their turn, so that
 * the first of those that wait is the lowest bit. Immutable.
 */
final class CrewTeams {

    /** No people are needed. */
    static final int NOBODY = -1;

    /** By team: how many there are. */
    final int[] sizes;

    /** By class: teams and people of each. */
    final int[] asksFrom;

    final int[] team;
    final int[] people;

    /** By class: its slots, whole words of them. */
    final int[] wordsFrom;

    /** By method: its slot, {@link #NOBODY} where it needs nobody; by slot: the place of its element, and whose turn it is. */
    final int[] slotOf;

    final int[] elementOf;
    final int[] turn;

    /** By word of slots: its class. */
    final int[] classOf;

    CrewTeams(CompiledModel model, List<MethodEntry> methods, int[] elements, int[] ranks) {
        sizes = IntStream.range(0, model.response().teams())
                .map(each -> model.response().size(each))
                .toArray();
        slotOf = new int[methods.size()];
        List<List<Integer>> members = new ArrayList<>();
        List<MethodEntry> asks = new ArrayList<>();
        classes(methods, members, asks);
        int classes = asks.size();
        asksFrom = new int[classes + 1];
        wordsFrom = new int[classes + 1];
        for (int c = 0; c < classes; c++) {
            asksFrom[c + 1] = asksFrom[c] + asks.get(c).crewTeams().length;
            wordsFrom[c + 1] = wordsFrom[c] + (members.get(c).size() + 63) / 64;
        }
        team = asks.stream()
                .flatMapToInt(entry -> Arrays.stream(entry.crewTeams()))
                .toArray();
        people = asks.stream()
                .flatMapToInt(entry -> Arrays.stream(entry.crewCounts()))
                .toArray();
        elementOf = new int[wordsFrom[classes] * 64];
        turn = new int[elementOf.length];
        classOf = new int[wordsFrom[classes]];
        for (int c = 0; c < classes; c++) {
            int slot = wordsFrom[c] * 64;
            Arrays.fill(classOf, wordsFrom[c], wordsFrom[c + 1], c);
            members.get(c).sort(Comparator.comparingInt(m -> ranks[m]));
            for (int m : members.get(c)) {
                slotOf[m] = slot;
                elementOf[slot] = elements[m];
                turn[slot++] = ranks[m];
            }
        }
    }

    private void classes(List<MethodEntry> methods, List<List<Integer>> members, List<MethodEntry> asks) {
        Map<String, Integer> known = new HashMap<>();
        for (int m = 0; m < slotOf.length; m++) {
            MethodEntry entry = methods.get(m);
            slotOf[m] = NOBODY;
            if (entry.crewTeams().length > 0) {
                String people = Arrays.toString(entry.crewTeams()) + Arrays.toString(entry.crewCounts());
                int of = known.computeIfAbsent(people, made -> {
                    members.add(new ArrayList<>());
                    asks.add(entry);
                    return asks.size() - 1;
                });
                members.get(of).add(m);
            }
        }
    }
}
