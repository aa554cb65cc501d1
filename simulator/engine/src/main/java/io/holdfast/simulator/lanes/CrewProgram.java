package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.compile.Priorities;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.TableSampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A program of lanes as flat arrays for {@link CrewLoop}: elements that can stop are numbered among themselves in the order of
 * the file, their methods likewise. Immutable, for any number of threads.
 */
final class CrewProgram {

    final LaneProgram program;
    final int size;

    /** By element: its number in the model, and the elements in an order in which all comes after what it needs. */
    final int[] element;

    final int[] inOrder;
    final int[] hitsFrom;
    final long[] hitKey;
    final long[] hitCells;
    final int[] hitState;
    final @Nullable Sampler[] restart;
    final long[] restartKey;

    /** By element, {@value #ELEMENT} ints: place in the order, own gate, first and after the last of methods and of nodes counted. */
    final int[] elements;

    static final int ELEMENT = 8;
    static final int PLACE = 0;
    static final int OWN = 1;
    static final int METHODS_FROM = 2;
    static final int METHODS_TO = 3;
    static final int COUNTED_FROM = 4;
    static final int COUNTED_TO = 5;

    /**
     * Where all its methods answer the same and wait for the same people and needs: the states in the lowest bits, above them the
     * number of the people, from 0 for nobody; {@link #EACH} where each method has to be looked at. And those needs.
     */
    static final int ALIKE = 6;

    static final int ALIKE_START = 7;
    static final int EACH = -1;
    static final int STATE_BITS = 4;

    /** By method, {@value #METHOD} ints: states, people to be called, gates, slot in its turn, element, number in the model, draws. */
    final int[] methods;

    static final int METHOD = 16;
    static final int ANSWERS = 0;
    static final int GROUP = 1;
    static final int START = 2;
    static final int ALSO = 3;
    static final int RUN = 4;
    static final int SLOT = 5;
    static final int OF_ELEMENT = 6;
    static final int NUMBER = 7;

    /** In two ints each, the lower half first; whether the draw of success is that of the time, halves exchanged; a fixed time. */
    static final int DURATION_KEY = 8;

    static final int SUCCESS_CELLS = 10;
    static final int HALVES = 12;
    static final int ALWAYS = 13;

    private final @Nullable TableSampler[] table;
    private final Sampler[] work;
    private final long[] successKey;
    final CrewGates gates;
    final CrewTeams teams;

    CrewProgram(LaneProgram program) {
        this.program = program;
        List<LaneElement> byPlace = program.order();
        size = byPlace.size();
        element = byPlace.stream().mapToInt(LaneElement::element).sorted().toArray();
        int[] idOf = new int[program.model().elements().size()];
        for (int id = 0; id < size; id++) {
            idOf[element[id]] = id;
        }
        inOrder = byPlace.stream().mapToInt(x -> idOf[x.element()]).toArray();
        List<LaneElement> all = IntStream.of(element).mapToObj(program::element).toList();
        hitsFrom = starts(all.stream().mapToInt(x -> x.hits().size()).toArray());
        List<LaneHit> hits = all.stream().flatMap(x -> x.hits().stream()).toList();
        hitKey = hits.stream().mapToLong(LaneHit::key).toArray();
        hitCells = hits.stream().mapToLong(LaneHit::cells).toArray();
        hitState = hits.stream().mapToInt(LaneHit::state).toArray();
        restart = all.stream().map(LaneElement::restart).toArray(Sampler[]::new);
        restartKey = all.stream().mapToLong(LaneElement::restartKey).toArray();
        List<LaneMethod> list = all.stream().flatMap(x -> x.methods().stream()).toList();
        work = list.stream().map(LaneMethod::work).toArray(Sampler[]::new);
        Map<List<Object>, TableSampler> tables = new HashMap<>();
        table = Arrays.stream(work)
                .map(sampler -> sampler instanceof TableSampler found ? shared(found, tables) : null)
                .toArray(TableSampler[]::new);
        successKey = list.stream().mapToLong(LaneMethod::successKey).toArray();
        elements = new int[size * ELEMENT];
        methods = new int[list.size() * METHOD];
        int[] methodsFrom =
                starts(all.stream().mapToInt(x -> x.methods().size()).toArray());
        CrewGates.Builder builder = new CrewGates.Builder(idOf);
        for (int id = 0; id < size; id++) {
            fill(id, all.get(id), methodsFrom[id], builder);
        }
        gates = builder.build(size);
        int[] owners = IntStream.range(0, work.length)
                .map(m -> methods[m * METHOD + OF_ELEMENT])
                .toArray();
        teams = new CrewTeams(program.model(), entries(list), owners, ranks());
        finish();
    }

    private void fill(int id, LaneElement x, int firstMethod, CrewGates.Builder builder) {
        int at = id * ELEMENT;
        elements[at + OWN] = builder.add(x.own(), id);
        elements[at + METHODS_FROM] = firstMethod;
        elements[at + METHODS_TO] = firstMethod + x.methods().size();
        elements[at + ALIKE] = EACH;
        if (isAlike(x)) {
            LaneMethod any = x.methods().getFirst();
            elements[at + ALIKE] = ((any.ready() - LaneProgram.AUTOMATIC) << STATE_BITS) | any.answers();
            elements[at + ALIKE_START] = builder.add(any.start(), id);
        }
        for (int i = 0; i < x.methods().size(); i++) {
            LaneMethod each = x.methods().get(i);
            int to = (firstMethod + i) * METHOD;
            methods[to + ANSWERS] = each.answers();
            methods[to + GROUP] = each.ready();
            methods[to + START] = builder.add(each.start(), id);
            methods[to + ALSO] = builder.add(each.also(), id);
            methods[to + RUN] = builder.add(each.run(), id);
            methods[to + OF_ELEMENT] = id;
            methods[to + NUMBER] = each.method();
            putWide(to + DURATION_KEY, each.durationKey());
            putWide(to + SUCCESS_CELLS, each.successCells());
            methods[to + HALVES] = (each.successKey() ^ each.durationKey()) == 1 ? 1 : 0;
            methods[to + ALWAYS] =
                    each.work() instanceof Sampler.Constant fixed ? LaneBlock.seconds(fixed.ticks(0.5)) : -1;
        }
    }

    /** One sampler for all that are alike, so that few lie in the cache. */
    private static TableSampler shared(TableSampler sampler, Map<List<Object>, TableSampler> known) {
        List<Object> alike = List.of(sampler.pieces(), sampler.placeSeconds(), sampler.scaleSeconds());
        TableSampler found = known.putIfAbsent(alike, sampler);
        return found == null ? sampler : found;
    }

    private static boolean isAlike(LaneElement x) {
        return !x.methods().isEmpty()
                && x.allWaitAlike()
                && x.methods().getFirst().also() instanceof Gate.Open
                && x.methods().stream()
                        .allMatch(each -> each.ready() == x.methods().getFirst().ready()
                                && each.answers() == x.methods().getFirst().answers());
    }

    /** What is known only once all is numbered. */
    private void finish() {
        for (int at = 0; at < size; at++) {
            elements[inOrder[at] * ELEMENT + PLACE] = at;
        }
        for (int id = 0; id < size; id++) {
            elements[id * ELEMENT + COUNTED_FROM] = gates.countedFrom[id];
            elements[id * ELEMENT + COUNTED_TO] = gates.countedFrom[id + 1];
        }
        for (int m = 0; m < work.length; m++) {
            methods[m * METHOD + SLOT] = teams.slotOf[m];
        }
    }

    private List<MethodEntry> entries(List<LaneMethod> list) {
        List<MethodEntry> entries = new ArrayList<>();
        list.forEach(each -> entries.add(program.model().methods().get(each.method())));
        return entries;
    }

    /** By method, whose turn it is when people are free: all went down at the event, so that the order never changes. */
    private int[] ranks() {
        Priorities priorities = program.model().priorities();
        List<Integer> byPriority = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> priorities.isBefore(element[a], 0, element[b], 0)
                        ? -1
                        : Integer.compare(element[a], element[b]) == 0 ? 0 : 1)
                .toList();
        int[] rank = new int[size];
        for (int i = 0; i < size; i++) {
            rank[byPriority.get(i)] = i;
        }
        int[] ofMethod = new int[work.length];
        for (int m = 0; m < ofMethod.length; m++) {
            ofMethod[m] = rank[methods[m * METHOD + OF_ELEMENT]];
        }
        return ofMethod;
    }

    private static int[] starts(int[] counts) {
        int[] from = new int[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            from[i + 1] = from[i] + counts[i];
        }
        return from;
    }

    /** The random bits of the time that a method takes; of its success they are mostly the halves. */
    long bits(int m, long hash) {
        return KeyedDraws.bits(hash, wide(m * METHOD + DURATION_KEY), 0);
    }

    /** Whether a method succeeds, by the bits of its time. */
    boolean succeeds(int m, long hash, long bits) {
        int at = m * METHOD;
        long cells = wide(at + SUCCESS_CELLS);
        if (cells == LaneHit.CERTAIN) {
            return true;
        }
        long own = methods[at + HALVES] != 0 ? Long.rotateLeft(bits, 32) : KeyedDraws.bits(hash, successKey[m], 0);
        return own >>> 12 < cells;
    }

    private long wide(int at) {
        return ((long) methods[at + 1] << 32) | (methods[at] & 0xFFFFFFFFL);
    }

    private void putWide(int at, long number) {
        methods[at] = (int) number;
        methods[at + 1] = (int) (number >>> 32);
    }

    /** How long a method works, from its random bits; seconds. */
    int seconds(int m, long bits) {
        int fixed = methods[m * METHOD + ALWAYS];
        if (fixed >= 0) {
            return fixed;
        }
        TableSampler found = table[m];
        if (found != null) {
            return found.seconds(bits, Lane.LONGEST);
        }
        return LaneBlock.seconds(work[m].ticks(KeyedDraws.unit(bits)));
    }
}
