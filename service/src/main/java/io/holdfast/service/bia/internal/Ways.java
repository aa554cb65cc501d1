package io.holdfast.service.bia.internal;

import io.holdfast.service.bia.Thing;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which elements an element reaches along needs, nearest first, and by which shortest way. Cost: linear in needs. */
final class Ways {

    private final RegisterState state;
    private final Id start;
    private final Map<Id, Id> before = new LinkedHashMap<>();
    private final boolean downwards;

    private Ways(RegisterState state, Id start, Function<Id, Set<Id>> next, boolean downwards) {
        this.state = state;
        this.start = start;
        this.downwards = downwards;
        Deque<Id> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Id at = open.pop();
            for (Id other : next.apply(at)) {
                if (!other.equals(start) && before.putIfAbsent(other, at) == null) {
                    open.add(other);
                }
            }
        }
    }

    /** All that an element needs, directly or through others. */
    static Ways needsOf(RegisterState state, Id start) {
        return new Ways(state, start, state.graph()::needsOf, true);
    }

    /** All that an element cannot do without: alternatives and soft needs left out. */
    static Ways hardNeedsOf(RegisterState state, Id start) {
        return new Ways(
                state, start, id -> state.findElement(id).map(Ways::hard).orElse(Set.of()), true);
    }

    /** All that needs an element, directly or through others. */
    static Ways neededBy(RegisterState state, Id start) {
        return new Ways(state, start, state.graph()::neededBy, false);
    }

    private static Set<Id> hard(Element element) {
        Set<Id> ids = new LinkedHashSet<>();
        element.needs().stream().flatMap(Ways::hard).forEach(ids::add);
        return ids;
    }

    private static Stream<Id> hard(Need need) {
        if (need.terms().soft() != null) {
            return Stream.empty();
        }
        return switch (need) {
            case Need.One one -> Stream.of(one.element());
            case Need.AllOf all -> all.members().stream().flatMap(Ways::hard);
            case Need.AtLeast some ->
                some.atLeast() == some.members().size()
                        ? some.members().stream().flatMap(Ways::hard)
                        : Stream.empty();
            case Need.Pool pool -> Stream.empty();
        };
    }

    /** Whom it reaches, nearest first; not itself. */
    Set<Id> reached() {
        return Collections.unmodifiableSet(before.keySet());
    }

    /** The way from what needs to what is needed, both included. */
    List<Thing> to(Id id) {
        List<Id> ids = new ArrayList<>();
        for (Id at = id; at != null; at = at.equals(start) ? null : before.get(at)) {
            ids.add(at);
        }
        return (downwards ? ids.reversed() : ids)
                .stream()
                        .flatMap(each -> state.findElement(each).map(Thing::of).stream())
                        .toList();
    }
}
