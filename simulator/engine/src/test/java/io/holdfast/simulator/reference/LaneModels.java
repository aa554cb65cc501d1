package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Random models without what lanes cannot carry: holds, soft entries, interim methods, data, demand and pools that deliver in
 * part; cycles remain, and keep some models out.
 */
final class LaneModels {

    private LaneModels() {}

    static ContinuityModel of(long seed) {
        ContinuityModel model = RandomModels.of(seed);
        return new ContinuityModel(
                model.label(),
                model.currency(),
                model.timeZone(),
                model.sites(),
                model.teams(),
                model.contacts(),
                model.elements().stream().map(LaneModels::element).toList(),
                model.plans(),
                model.scenarios(),
                model.drills());
    }

    private static Element element(Element element) {
        return new ElementBuilder(element.id(), element.type(), element.kind())
                .label(element.label())
                .site(element.site())
                .zone(element.zone())
                .needs(needs(element.needs()))
                .methods(element.methods().stream().map(LaneModels::method).toList())
                .restart(element.restart())
                .capacity(element.capacity())
                .objectives(element.objectives())
                .impact(element.impact())
                .build();
    }

    private static RecoveryMethod method(RecoveryMethod method) {
        List<Need> needs = method.needs();
        return new RecoveryMethod(
                method.id(),
                method.kind(),
                method.label(),
                method.automatic(),
                method.success(),
                method.duration(),
                needs == null ? null : needs(needs),
                needs(method.alsoNeeds()),
                1,
                null,
                null,
                method.crew(),
                method.answers());
    }

    private static List<Need> needs(List<Need> needs) {
        List<Need> plain = new ArrayList<>();
        needs.forEach(need -> plain.add(plain(need)));
        return plain;
    }

    private static Need plain(Need need) {
        return switch (need) {
            case Need.One one -> one;
            case Need.AllOf all -> new Need.AllOf(needs(all.members()), NeedTerms.NONE);
            case Need.AtLeast some -> new Need.AtLeast(some.atLeast(), needs(some.members()), NeedTerms.NONE);
            case Need.Pool pool -> pool(pool);
        };
    }

    /** All the same share, and so many of them wanted that they deliver all; members that are entries themselves are dropped. */
    private static Need pool(Need.Pool pool) {
        List<Need> ones =
                pool.members().stream().filter(Need.One.class::isInstance).toList();
        @Nullable Need first = ones.isEmpty() ? null : ones.getFirst();
        if (first == null) {
            return new Need.AllOf(needs(pool.members()), NeedTerms.NONE);
        }
        double share = ones.size() == 1 ? 1 : 1.0 / (ones.size() - 1);
        return new Need.Pool(ones, ones.stream().map(one -> share).toList(), 1, NeedTerms.NONE);
    }
}
