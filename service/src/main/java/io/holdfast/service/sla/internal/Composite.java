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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final ContinuityModel model;

    Composite(ChainWalk walk) {
        this.walk = walk;
        List<Element> reached = walk.reached();
        Set<Id> known = reached.stream().map(Element::id).collect(Collectors.toSet());
        model = ContinuityModel.of(
                reached.stream().map(each -> bare(each, known)).toList(), List.of());
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
        List<Hit> hits = new ArrayList<>();
        Map<Id, Promise> promises = walk.promises();
        for (Element element : model.elements()) {
            Promise promise = promises.get(element.id());
            if (promise != null
                    && promise.value() < 1
                    && walk.isPromised(element.id())
                    && !element.id().equals(perfect)) {
                hits.add(new Hit(
                        List.of(element.id()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        1 - promise.value(),
                        false,
                        DownState.DAMAGED));
            }
        }
        return hits;
    }

    private Element bare(Element element, Set<Id> known) {
        List<Need> needs = walk.covers(element.id())
                ? List.of()
                : element.needs().stream()
                        .flatMap(each -> bare(each, known).stream())
                        .toList();
        return Element.asset(element.id().value(), "promised").needs(needs).build();
    }

    private static Optional<Need> bare(Need need, Set<Id> known) {
        NeedTerms terms = new NeedTerms(null, null, need.terms().soft(), null, null, Map.of());
        return switch (need) {
            case Need.One one -> known.contains(one.element()) ? Optional.of(one) : Optional.empty();
            case Need.AllOf all -> Optional.of(new Need.AllOf(members(all.members(), known), terms));
            case Need.AtLeast some ->
                Optional.of(new Need.AtLeast(some.atLeast(), members(some.members(), known), terms));
            case Need.Pool pool ->
                Optional.of(new Need.Pool(members(pool.members(), known), pool.shares(), pool.minimum(), terms));
        };
    }

    private static List<Need> members(List<Need> members, Set<Id> known) {
        return members.stream().flatMap(each -> bare(each, known).stream()).toList();
    }
}
