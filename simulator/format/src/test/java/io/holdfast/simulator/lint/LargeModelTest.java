package io.holdfast.simulator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Site;
import io.holdfast.simulator.model.UncertainHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A register of 50,000 assets with 150,000 needs, as a large operator has it, is held against all rules in seconds. */
class LargeModelTest {

    private static final int ASSETS = 50_000;
    private static final int SERVICES = 2_000;
    private static final int SITES = 60;
    private static final String[] KINDS = {"power", "rack", "host", "network", "storage", "database", "application"};

    private static Need.One one(int place) {
        return new Need.One(Id.of("a" + place));
    }

    /** In layers from the ground up: each element needs three of those below it, one of them with an alternative. */
    private static ContinuityModel model() {
        Random random = new Random(20);
        List<Element> elements = new ArrayList<>();
        int layer = ASSETS / KINDS.length + 1;
        for (int e = 0; e < ASSETS; e++) {
            int level = e / layer;
            ElementBuilder builder = Element.asset("a" + e, KINDS[level]);
            builder.site(Id.of("site" + e % SITES));
            builder.label(new Label(null, Map.of(), e % 10 == 0 ? null : "ops", null, List.of(), null, Map.of()));
            if (level > 0) {
                int below = (level - 1) * layer;
                builder.needs(List.of(
                        one(below + random.nextInt(layer)),
                        new Need.AtLeast(
                                1,
                                List.of(one(below + random.nextInt(layer)), one(below + random.nextInt(layer))),
                                NeedTerms.NONE)));
            }
            if (KINDS[level].equals("database")) {
                builder.objectives(new Objectives(null, 1.0 + random.nextInt(8), 1.0, null, null, null));
                builder.methods(List.of(new RecoveryMethod(
                        null,
                        MethodKind.RESTORE,
                        Label.NONE,
                        false,
                        1,
                        UncertainHours.fixed(4),
                        null,
                        List.of(one(4 * layer + random.nextInt(layer)), one(4 * layer + random.nextInt(layer))),
                        1,
                        null,
                        new MethodData.Backup(24, 1, 1),
                        Map.of(),
                        null)));
            }
            elements.add(builder.build());
        }
        for (int s = 0; s < SERVICES; s++) {
            ElementBuilder builder = s < SERVICES / 2 ? Element.service("s" + s) : Element.process("s" + s);
            builder.objectives(new Objectives(12.0, 4.0, 2.0, null, 2.0, null));
            for (int n = 0; n < 3; n++) {
                builder.needs(List.of(one(6 * layer + random.nextInt(ASSETS - 6 * layer))));
            }
            elements.add(builder.build());
        }
        List<Site> sites = new ArrayList<>();
        for (int s = 0; s < SITES; s++) {
            sites.add(new Site(Id.of("site" + s), Label.NONE, 22 + s * 0.05, 120.2 + s * 0.02));
        }
        return new ContinuityModel(
                Label.NONE, null, null, sites, List.of(), List.of(), elements, List.of(), List.of(), List.of());
    }

    @Test
    void isHeldAgainstAllRules() {
        ContinuityModel model = model();
        long named = model.elements().stream()
                .flatMap(element -> element.needs().stream())
                .flatMap(Need::elements)
                .count();
        assertThat(named).isGreaterThan(130_000);
        long from = System.nanoTime();
        List<Conflict> conflicts = Linter.of(model, Linted.DAY);
        System.out.printf("LargeModelTest: %d needs in %.1f s%n", named, (System.nanoTime() - from) / 1e9);
        assertThat(conflicts)
                .extracting(Conflict::rule)
                .contains(LintRule.NEED_RECOVERS_LATER, LintRule.OFF_SITE_TOO_NEAR, LintRule.SINGLE_POINT_OF_FAILURE);
        assertThat(conflicts)
                .filteredOn(conflict -> conflict.rule() == LintRule.NO_OWNER)
                .hasSize(ASSETS / 10 + SERVICES);
    }
}
