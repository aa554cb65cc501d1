package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.RedundantDevices;
import io.holdfast.service.drill.ScheduledStates.Held;
import io.holdfast.service.register.NeedGraph;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Devices that stand in for each other: members of one entry of somebody's needs that asks for fewer of them than there are
 * (row D12).
 */
public final class Redundancy {

    private static final String LIVE = DrillWords.word(Drill.Type.LIVE_FAILOVER);

    private Redundancy() {}

    /** The groups of a model; those that share a device are one. Cost: linear in the needs, and in what each group carries. */
    public static List<RedundantDevices> listOf(
            ContinuityModel model, Set<String> kinds, int everyMonths, List<Held> held, int lowestTier) {
        Map<Id, Element> byId = model.elementsById();
        List<Set<String>> groups = new ArrayList<>();
        model.elements().stream()
                .flatMap(element -> element.needs().stream())
                .flatMap(Redundancy::entries)
                .map(members -> devices(members, byId, kinds))
                .filter(devices -> devices.size() > 1)
                .forEach(devices -> join(groups, devices));
        List<String> order =
                model.elements().stream().map(element -> element.id().value()).toList();
        NeedGraph graph = NeedGraph.of(model);
        List<RedundantDevices> found = new ArrayList<>();
        for (Set<String> group : groups) {
            List<String> devices = order.stream().filter(group::contains).toList();
            LocalDate last = lastHeld(devices, held);
            found.add(new RedundantDevices(
                    devices,
                    tier(devices, graph, byId).orElse(lowestTier),
                    last,
                    last == null ? null : last.plusMonths(everyMonths)));
        }
        return found;
    }

    /** Devices that share one are one group: whoever hands over between two of a ring uses the ring. */
    private static void join(List<Set<String>> groups, List<String> devices) {
        Set<String> joined = new LinkedHashSet<>(devices);
        groups.removeIf(group -> {
            boolean shares = group.stream().anyMatch(joined::contains);
            if (shares) {
                joined.addAll(group);
            }
            return shares;
        });
        groups.add(joined);
    }

    private static @Nullable LocalDate lastHeld(List<String> devices, List<Held> held) {
        return held.stream()
                .filter(each -> devices.contains(each.element()) && each.types().contains(LIVE))
                .map(Held::on)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** The members of every entry, also of nested ones, of which fewer are asked for than there are. */
    private static Stream<List<Need>> entries(Need need) {
        return switch (need) {
            case Need.One ignored -> Stream.empty();
            case Need.AllOf all -> all.members().stream().flatMap(Redundancy::entries);
            case Need.AtLeast some -> {
                Stream<List<Need>> own =
                        some.atLeast() < some.members().size() ? Stream.of(some.members()) : Stream.empty();
                yield Stream.concat(own, some.members().stream().flatMap(Redundancy::entries));
            }
            case Need.Pool pool -> {
                double least =
                        pool.shares().stream().mapToDouble(Double::doubleValue).sum()
                                - pool.shares().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .min()
                                        .orElse(0);
                Stream<List<Need>> own = least >= pool.minimum() ? Stream.of(pool.members()) : Stream.empty();
                yield Stream.concat(own, pool.members().stream().flatMap(Redundancy::entries));
            }
        };
    }

    private static List<String> devices(Collection<Need> members, Map<Id, Element> byId, Set<String> kinds) {
        return members.stream()
                .filter(Need.One.class::isInstance)
                .flatMap(Need::elements)
                .distinct()
                .map(byId::get)
                .filter(Objects::nonNull)
                .filter(element -> element.type() == ElementType.ASSET && kinds.contains(element.kind()))
                .map(element -> element.id().value())
                .toList();
    }

    private static Optional<Integer> tier(List<String> devices, NeedGraph graph, Map<Id, Element> byId) {
        Set<Id> reached = new LinkedHashSet<>(devices.stream().map(Id::of).toList());
        Deque<Id> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            graph.neededBy(open.poll()).stream().filter(reached::add).forEach(open::add);
        }
        return reached.stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .map(Element::tier)
                .filter(Objects::nonNull)
                .min(Integer::compare);
    }
}
