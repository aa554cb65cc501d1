package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.TableSampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A program of lanes as flat arrays for {@link CrewLoop}: elements that can stop are numbered among themselves in the order of
 * the file, their methods likewise. Immutable, for any number of threads.
 */
final class CrewProgram {

    final LaneProgram program;
    final int size;

    /** By element: its number in the model, and its place in an order in which all comes after what it needs. */
    final int[] element;

    final int[] place;
    final int[] inOrder;
    final int[] hitsFrom;
    final long[] hitKey;
    final long[] hitCells;
    final int[] hitState;
    final int[] own;
    final @Nullable Sampler[] restart;
    final long[] restartKey;

    /** By element: its methods; by method: what of {@link LaneMethod} it has. */
    final int[] methodsFrom;

    final int[] method;
    final int[] answers;
    final int[] group;
    final int[] start;
    final int[] also;
    final int[] run;
    final long[] durationKey;
    final long[] successKey;
    final long[] successCells;

    /** The element of a method. */
    final int[] elementOf;

    private final @Nullable TableSampler[] table;
    private final Sampler[] work;
    private final int[] always;
    final CrewGates gates;
    final CrewTeams teams;

    CrewProgram(LaneProgram program) {
        this.program = program;
        List<LaneElement> byPlace = program.order();
        size = byPlace.size();
        int[] elements =
                byPlace.stream().mapToInt(LaneElement::element).sorted().toArray();
        element = elements;
        CompiledModel model = program.model();
        int[] idOf = new int[model.elements().size()];
        for (int id = 0; id < size; id++) {
            idOf[elements[id]] = id;
        }
        place = new int[size];
        inOrder = new int[size];
        for (int at = 0; at < size; at++) {
            inOrder[at] = idOf[byPlace.get(at).element()];
            place[inOrder[at]] = at;
        }
        List<LaneElement> all =
                IntStream.of(elements).mapToObj(program::element).toList();
        hitsFrom = starts(all.stream().mapToInt(x -> x.hits().size()).toArray());
        List<LaneHit> hits = all.stream().flatMap(x -> x.hits().stream()).toList();
        hitKey = hits.stream().mapToLong(LaneHit::key).toArray();
        hitCells = hits.stream().mapToLong(LaneHit::cells).toArray();
        hitState = hits.stream().mapToInt(LaneHit::state).toArray();
        restart = all.stream().map(LaneElement::restart).toArray(Sampler[]::new);
        restartKey = all.stream().mapToLong(LaneElement::restartKey).toArray();
        methodsFrom = starts(all.stream().mapToInt(x -> x.methods().size()).toArray());
        List<LaneMethod> methods =
                all.stream().flatMap(x -> x.methods().stream()).toList();
        method = methods.stream().mapToInt(LaneMethod::method).toArray();
        answers = methods.stream().mapToInt(LaneMethod::answers).toArray();
        group = methods.stream().mapToInt(LaneMethod::ready).toArray();
        durationKey = methods.stream().mapToLong(LaneMethod::durationKey).toArray();
        successKey = methods.stream().mapToLong(LaneMethod::successKey).toArray();
        successCells = methods.stream().mapToLong(LaneMethod::successCells).toArray();
        work = methods.stream().map(LaneMethod::work).toArray(Sampler[]::new);
        table = Arrays.stream(work)
                .map(sampler -> sampler instanceof TableSampler found ? found : null)
                .toArray(TableSampler[]::new);
        always = Arrays.stream(work)
                .mapToInt(sampler -> sampler instanceof Sampler.Constant ? LaneBlock.seconds(sampler.ticks(0.5)) : -1)
                .toArray();
        own = new int[size];
        start = new int[methods.size()];
        also = new int[methods.size()];
        run = new int[methods.size()];
        elementOf = new int[methods.size()];
        gates = gates(all, idOf);
        teams = new CrewTeams(model, entries(methods), ranks(model));
    }

    private CrewGates gates(List<LaneElement> all, int[] idOf) {
        CrewGates.Builder gatesOf = new CrewGates.Builder(idOf);
        for (int id = 0; id < size; id++) {
            LaneElement x = all.get(id);
            own[id] = gatesOf.add(x.own(), id);
            for (int m = methodsFrom[id]; m < methodsFrom[id + 1]; m++) {
                LaneMethod each = x.methods().get(m - methodsFrom[id]);
                elementOf[m] = id;
                start[m] = gatesOf.add(each.start(), id);
                also[m] = gatesOf.add(each.also(), id);
                run[m] = gatesOf.add(each.run(), id);
            }
        }
        return gatesOf.build(size);
    }

    private List<MethodEntry> entries(List<LaneMethod> methods) {
        List<MethodEntry> entries = new ArrayList<>();
        methods.forEach(each -> entries.add(program.model().methods().get(each.method())));
        return entries;
    }

    /** By method, whose turn it is when people are free: all went down at the event, so that the order never changes. */
    private int[] ranks(CompiledModel model) {
        List<Integer> byPriority = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> model.priorities().isBefore(element[a], 0, element[b], 0) ? -1 : a.equals(b) ? 0 : 1)
                .toList();
        int[] rank = new int[size];
        for (int i = 0; i < size; i++) {
            rank[byPriority.get(i)] = i;
        }
        return IntStream.of(elementOf).map(id -> rank[id]).toArray();
    }

    private static int[] starts(int[] counts) {
        int[] from = new int[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            from[i + 1] = from[i] + counts[i];
        }
        return from;
    }

    /** How long a method works, from its random bits; seconds. */
    int seconds(int m, long bits) {
        TableSampler found = table[m];
        if (found != null) {
            return found.seconds(bits, Lane.LONGEST);
        }
        return always[m] >= 0 ? always[m] : LaneBlock.seconds(work[m].ticks(KeyedDraws.unit(bits)));
    }
}
