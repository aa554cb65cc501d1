package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An element within one trial. Open fields: the classes of this package work on it by turns. */
final class Item {

    /** Work in progress. */
    record Work(RecoveryMethod method, int occurrence, long end, Cause cause) {}

    /** What held from a moment on, until the next entry. */
    record Moment(
            long time,
            boolean serves,
            double share,
            @Nullable Cause rise) {}

    /** The first successful method with data. */
    record Brought(RecoveryMethod method, int occurrence) {}

    final Element element;

    /** The state that the event put it in, for ever; null when it was not hit. */
    @Nullable
    DownState hit;

    /** The state it is in now; null when it is in none. */
    @Nullable
    DownState state;

    /** Whether the state is an outage from a lost need (or after recovery with a need unmet), not from a hit. */
    boolean lostNeed;

    /** When the outage of a hit ends. */
    long hazardEnds = Long.MAX_VALUE;

    /** Ticks of restart of the present stop. */
    long restart;

    /** Whether it runs on itself and on no method, when it is in no state. */
    boolean onItself = true;

    boolean serves = true;

    /** Whether it delivers less than everything before anything has happened. */
    boolean isDegradedNormally;

    /** Whether its own recovery has ended in this round. */
    boolean justRecovered;

    @Nullable
    Work work;

    int stops;

    /** Since when it has been down. */
    long downSince;

    /** The method that waits for people, why it was chosen, and when. */
    @Nullable
    RecoveryMethod waiting;

    @Nullable
    Cause waitingCause;

    long waitingSince;

    /** Whether people let it wait. */
    boolean isHeld;

    /** The number of the latest decision that puts it first, 0 for none. */
    int ordered;

    /** Until when finished methods with an end can be kept up. */
    final IdentityHashMap<RecoveryMethod, Long> keptUntil = new IdentityHashMap<>();

    @Nullable
    Brought brought;

    final Set<RecoveryMethod> finished = Collections.newSetFromMap(new IdentityHashMap<>());
    final Set<RecoveryMethod> tried = Collections.newSetFromMap(new IdentityHashMap<>());
    final IdentityHashMap<RecoveryMethod, Integer> starts = new IdentityHashMap<>();

    /** Since when the needs of a full basis are met, while it waits for its restart. */
    final Map<Basis, Long> metSince = new HashMap<>();

    /** Since when it has been one of a group that can start together, and when that starts. */
    Long groupSince = -1L;

    long groupStart = Long.MAX_VALUE;

    /** Those that start together, and why they can. */
    Set<Item> group = Set.of();

    @Nullable
    Cause groupCause;

    /** Whose restart is the longest of those that start together. */
    @Nullable
    String groupLongest;

    /** Why it serves; null when it has never stopped. */
    @Nullable
    Cause started;

    /** Why it delivers as much as it does. */
    @Nullable
    Cause rose;

    /** Why it delivers more than at the moment before; null when it does not. */
    @Nullable
    Cause rise;

    /** The end of its latest restart, alone or in a group. */
    @Nullable
    Cause restarted;

    /** The end of its latest work. */
    @Nullable
    Cause free;

    /** The end of the work of each method that is finished. */
    final IdentityHashMap<RecoveryMethod, Cause> done = new IdentityHashMap<>();

    /** Why the needs of a full basis are met. */
    final Map<Basis, Cause> metCause = new HashMap<>();

    final List<Moment> history = new ArrayList<>();

    Item(Element element) {
        this.element = element;
    }

    /** Itself is there unless the event broke it or still holds it. */
    private boolean isThere(long now) {
        return hit == null || (hit == DownState.OUTAGE && hazardEnds <= now);
    }

    private List<Basis> finished() {
        return IntStream.range(0, element.methods().size())
                .filter(number -> finished.contains(element.methods().get(number)))
                .mapToObj(number -> new Basis(element, number))
                .toList();
    }

    /** What it may run on at once when the needs are met, without a restart. */
    List<Basis> ready(long now) {
        List<Basis> bases = new ArrayList<>();
        if (state == null && onItself) {
            bases.add(new Basis(element, Basis.ITSELF));
            return bases;
        }
        for (Basis basis : finished()) {
            if (state == null || !lostNeed || !basis.isFull()) {
                bases.add(basis);
            }
        }
        for (Basis basis : restartable(now)) {
            Long since = metSince.get(basis);
            if (restart == 0 || groupStart <= now || (since != null && since + restart <= now)) {
                bases.add(basis);
            }
        }
        return bases;
    }

    /** What ends its outage from a lost need once its needs have been met for the restart. */
    List<Basis> restartable(long now) {
        List<Basis> bases = new ArrayList<>();
        if (state == null || !lostNeed) {
            return bases;
        }
        if (isThere(now)) {
            bases.add(new Basis(element, Basis.ITSELF));
        }
        for (Basis basis : finished()) {
            if (basis.isFull()) {
                bases.add(basis);
            }
        }
        return bases;
    }

    @Override
    public String toString() {
        return element.id().value();
    }
}
