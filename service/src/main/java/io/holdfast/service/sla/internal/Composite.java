package io.holdfast.service.sla.internal;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.exact.BooleanQuestion;
import io.holdfast.simulator.exact.ExactAnswer;
import io.holdfast.simulator.exact.ExactRisk;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The availability of a service that follows from promises of what it needs: each promised element is up with the promised share,
 * independent of all others; what promises nothing is always up, so that the result is the best that can be said. Exact, by the
 * decision diagrams of the simulator: alternatives, k of n, pools and elements shared by several ways count as they are wired. How
 * long a need can be held without is left out, because a promise of availability says nothing of how long an outage lasts.
 */
final class Composite {

    /** Nodes of a diagram; beyond them there is no answer. */
    private static final int NODES = 500_000;

    private final ChainWalk walk;
    private final List<Promise> promises;
    private final ContinuityModel model;

    /** Cost: linear in what the walk reaches; the diagrams are of what has to do with a promise alone, because all else is always up. */
    Composite(ChainWalk walk) {
        this.walk = walk;
        promises = walk.reached().stream()
                .map(element -> walk.promise(element.id()))
                .<Promise>mapMulti((promise, into) -> {
                    if (promise != null && promise.value() < 1) {
                        into.accept(promise);
                    }
                })
                .toList();
        List<Element> concerned =
                walk.concernedBy(promises.stream().map(Promise::element).toList());
        Map<Id, Element> bare = new LinkedHashMap<>();
        Set<Id> known = concerned.stream().map(Element::id).collect(Collectors.toSet());
        concerned.forEach(each -> bare.put(each.id(), bare(each, known)));
        List.copyOf(bare.values()).stream()
                .flatMap(each -> each.needs().stream().flatMap(Need::elements))
                .forEach(each -> bare.computeIfAbsent(each, Composite::alwaysUp));
        model = ContinuityModel.of(List.copyOf(bare.values()), List.of());
    }

    /** A share of time, or why there is none. */
    record Share(@Nullable Double value, @Nullable String reason) {}

    /** What follows from all promises. */
    Share all() {
        return without(null);
    }

    /** What would follow if one of them never failed, or from all where that is null. */
    Share without(@Nullable Id perfect) {
        List<Hit> hits = hits(perfect);
        if (hits.isEmpty()) {
            return new Share(1.0, null);
        }
        Scenario scenario = Scenario.of("promises", hits, null);
        CompiledModel compiled = ModelCompiler.compile(model, scenario);
        return switch (new ExactRisk(compiled, NODES).answer(0, BooleanQuestion.DOWN_AT_EVENT)) {
            case ExactAnswer.Known known -> new Share(1 - known.probability(), null);
            case ExactAnswer.Between between -> new Share(1 - between.high(), null);
            case ExactAnswer.Sampled sampled -> new Share(null, sampled.reason());
            case ExactAnswer.TooLarge large -> new Share(null, large.reason());
            case ExactAnswer.Undefined undefined -> new Share(null, undefined.reason());
        };
    }

    private List<Hit> hits(@Nullable Id perfect) {
        return promises.stream()
                .filter(promise -> !promise.element().equals(perfect))
                .map(promise -> new Hit(
                        List.of(promise.element()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        1 - promise.value(),
                        false,
                        DownState.DAMAGED))
                .toList();
    }

    private static Element alwaysUp(Id id) {
        return Element.asset(id.value(), "promised").build();
    }

    private Element bare(Element element, Set<Id> concerned) {
        List<Need> needs = walk.covers(element.id()) ? List.of() : members(element.needs(), concerned::contains);
        return Element.asset(element.id().value(), "promised").needs(needs).build();
    }

    /** A need without its times and without the members that are always up; nothing where it is always met. */
    private static Optional<Need> bare(Need need, Predicate<Id> concerned) {
        NeedTerms terms = new NeedTerms(null, null, need.terms().soft(), null, null, Map.of());
        return switch (need) {
            case Need.One one -> concerned.test(one.element()) ? Optional.of(one) : Optional.empty();
            case Need.AllOf all -> {
                List<Need> members = members(all.members(), concerned);
                yield members.isEmpty() ? Optional.empty() : Optional.of(new Need.AllOf(members, terms));
            }
            case Need.AtLeast some -> {
                List<Need> members = members(some.members(), concerned);
                int wanted = some.atLeast() - (some.members().size() - members.size());
                yield wanted <= 0 ? Optional.empty() : Optional.of(new Need.AtLeast(wanted, members, terms));
            }
            // the shares of what is always up count, and taken off the minimum they might be off it by their rounding
            case Need.Pool pool ->
                pool.elements().noneMatch(concerned)
                        ? Optional.empty()
                        : Optional.of(new Need.Pool(
                                members(pool.members(), each -> true), pool.shares(), pool.minimum(), terms));
        };
    }

    private static List<Need> members(List<Need> members, Predicate<Id> concerned) {
        return members.stream().flatMap(each -> bare(each, concerned).stream()).toList();
    }
}
