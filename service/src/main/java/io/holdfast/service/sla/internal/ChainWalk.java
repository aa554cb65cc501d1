package io.holdfast.service.sla.internal;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service needs to run, as far as promises leave it open: the walk goes along needs and ends where a promise covers the
 * whole. A promise in the entry of the start itself counts as a link too, but never ends the walk; one that covers the whole counts
 * there only where nothing is needed, because it says the same as what follows from the needs. Needs that are soft are followed, because in a pool they bear on the sum, but what only they reach need promise nothing.
 * Immutable. Cost: linear in the needs that are walked.
 */
final class ChainWalk {

    private static final int NOWHERE = -1;

    private final int start;
    private final Wiring wiring;
    private final Promises promises;
    private final int[] before;
    private final BitSet needed;
    private int[] order = new int[16];
    private int found;

    ChainWalk(int start, Wiring wiring, Promises promises) {
        this.start = start;
        this.wiring = wiring;
        this.promises = promises;
        before = new int[wiring.size()];
        Arrays.fill(before, NOWHERE);
        needed = walk(true);
        walk(false);
    }

    private BitSet walk(boolean hardOnly) {
        BitSet seen = new BitSet(wiring.size());
        seen.set(start);
        int[] open = new int[16];
        open[0] = start;
        int last = 1;
        for (int first = 0; first < last; first++) {
            int at = open[first];
            if (covers(at)) {
                continue;
            }
            for (int next : hardOnly ? wiring.hard(at) : wiring.all(at)) {
                if (!seen.get(next)) {
                    seen.set(next);
                    reach(next, at);
                    open = last == open.length ? Arrays.copyOf(open, 2 * last) : open;
                    open[last++] = next;
                }
            }
        }
        return seen;
    }

    private void reach(int next, int from) {
        if (before[next] == NOWHERE) {
            before[next] = from;
            order = found == order.length ? Arrays.copyOf(order, 2 * found) : order;
            order[found++] = next;
        }
    }

    /** The places of the start and of what it reaches, nearest first. */
    private IntStream places() {
        return IntStream.concat(IntStream.of(start), Arrays.stream(order, 0, found));
    }

    /** Whether the walk ends here. */
    private boolean covers(int place) {
        Promise promise = promises.at(place);
        return place != start && promise != null && promise.whole();
    }

    boolean covers(Id id) {
        return test(id, this::covers);
    }

    private boolean test(Id id, IntPredicate rule) {
        return wiring.place(id).stream().anyMatch(rule);
    }

    /** The start itself and all that it reaches, nearest first. */
    List<Element> reached() {
        return places().mapToObj(wiring::element).toList();
    }

    /** The promises on the way, nearest first. */
    List<Promise> links() {
        return places().filter(place -> needed.get(place) && isPromised(place))
                .mapToObj(promises::at)
                .<Promise>mapMulti((promise, into) -> {
                    if (promise != null) {
                        into.accept(promise);
                    }
                })
                .toList();
    }

    /** Whether a promise about an element counts. */
    private boolean isPromised(int place) {
        Promise promise = promises.at(place);
        return promise != null && (place != start || !promise.whole() || found == 0);
    }

    /** The promise about an element that counts, or null. */
    @Nullable
    Promise promise(Id id) {
        return test(id, this::isPromised) ? promises.at(wiring.place(id).orElseThrow()) : null;
    }

    /**
     * What can fail on the way and promises nothing, nearest first. A service or process that only stands for what it needs cannot
     * fail of itself.
     */
    List<Element> missing(Promise.Measure measure) {
        return Arrays.stream(order, 0, found)
                .filter(place -> needed.get(place) && promises.at(place) == null)
                .mapToObj(wiring::element)
                .filter(each ->
                        (each.type() == ElementType.ASSET || each.needs().isEmpty() || each.failure() != null)
                                && Promise.mustPromise(each, measure))
                .toList();
    }

    /** The way from the start to an element, both included. */
    List<Element> way(Id id) {
        List<Element> way = new ArrayList<>();
        for (int at = wiring.place(id).orElseThrow(); at != NOWHERE; at = before[at]) {
            way.addFirst(wiring.element(at));
        }
        return List.copyOf(way);
    }

    /** Where it starts. */
    Id start() {
        return wiring.element(start).id();
    }

    /**
     * Of what it reaches those elements that have to do with some of them: they themselves, and what needs them directly or through
     * others; nearest first. All else is as if those never failed.
     */
    List<Element> concernedBy(List<Id> some) {
        BitSet reached = new BitSet(wiring.size());
        places().forEach(reached::set);
        BitSet concerned = new BitSet(wiring.size());
        List<Integer> open = new ArrayList<>();
        some.forEach(id -> wiring.place(id).ifPresent(open::add));
        while (!open.isEmpty()) {
            int at = open.removeLast();
            if (concerned.get(at)) {
                continue;
            }
            concerned.set(at);
            for (int needer : wiring.neededBy(at)) {
                if (reached.get(needer) && !covers(needer)) {
                    open.add(needer);
                }
            }
        }
        return places().filter(concerned::get).mapToObj(wiring::element).toList();
    }

    /** What stands below promises that cover the whole and is shared by several of them: there the composite is too good. */
    List<Element> sharedBelow() {
        Map<Integer, Integer> times = new LinkedHashMap<>();
        for (Promise link : links()) {
            if (link.whole()) {
                below(wiring.place(link.element()).orElseThrow()).forEach(each -> times.merge(each, 1, Integer::sum));
            }
        }
        return times.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(each -> wiring.element(each.getKey()))
                .toList();
    }

    private Stream<Integer> below(int top) {
        BitSet seen = new BitSet(wiring.size());
        List<Integer> open = new ArrayList<>(List.of(top));
        for (int first = 0; first < open.size(); first++) {
            for (int next : wiring.hard(open.get(first))) {
                if (!seen.get(next)) {
                    seen.set(next);
                    open.add(next);
                }
            }
        }
        return open.stream().skip(1); // the top itself is among them only where needs go in a circle
    }
}
