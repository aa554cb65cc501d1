package io.holdfast.service.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementBuilder;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.Objectives;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many processes at once give what a plain walk from each of them gives. */
class CriticalityTest {

    private static final int PROCESSES = 150;
    private static final int ASSETS = 60;

    /** Processes need assets and each other, assets each other, in circles too. */
    private static ContinuityModel model(long seed) {
        Random random = new Random(seed);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < ASSETS; i++) {
            elements.add(Element.asset("a" + i, "host")
                    .needs(some(random, random.nextInt(3)))
                    .build());
        }
        for (int i = 0; i < PROCESSES; i++) {
            ElementBuilder process = Element.process("p" + i).needs(some(random, random.nextInt(4)));
            if (random.nextBoolean()) {
                process.objectives(new Objectives(null, 1.0 + random.nextInt(20), null, null, null, null));
            }
            if (random.nextBoolean()) {
                process.tier(1 + random.nextInt(5));
            }
            elements.add(process.build());
        }
        return ContinuityModel.of(elements, List.of());
    }

    private static List<Need> some(Random random, int count) {
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = random.nextInt(10) == 0 ? "p" + random.nextInt(PROCESSES) : "a" + random.nextInt(ASSETS);
            needs.add(new Need.One(Id.of(id)));
        }
        return needs;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Tag("row:B1")
    @Tag("row:B10")
    void countsTheProcessesThatNeedAnElementAndNamesTheStrictest(long seed) {
        RegisterState state = new RegisterState(1, "digest", model(seed));
        Criticality criticality = Criticality.of(state);
        for (Element element : state.model().elements()) {
            List<Element> needers = state.model().elements().stream()
                    .filter(each -> each.id().value().startsWith("p"))
                    .filter(each ->
                            !each.equals(element) && reachedFrom(state, each).contains(element.id()))
                    .toList();
            Criticality.Reach reach = criticality.reachOf(element.id());
            assertThat(reach.processes()).as("%s", element.id()).isEqualTo(needers.size());
            assertThat(reach.tier())
                    .isEqualTo(needers.stream()
                            .map(Element::tier)
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null));
            assertThat(reach.rtoHours())
                    .isEqualTo(needers.stream()
                            .map(each -> state.findObjectives(each.id()).orElseThrow())
                            .map(each -> each.objectives().rtoHours())
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null));
        }
        assertThat(criticality.ranked())
                .allMatch(each -> criticality.reachOf(each.id()).processes() > 0);
    }

    private static Set<Id> reachedFrom(RegisterState state, Element process) {
        Set<Id> found = new HashSet<>();
        Deque<Id> open = new ArrayDeque<>(List.of(process.id()));
        while (!open.isEmpty()) {
            for (Id needed : state.graph().needsOf(open.pop())) {
                if (found.add(needed)) {
                    open.add(needed);
                }
            }
        }
        return found;
    }
}
