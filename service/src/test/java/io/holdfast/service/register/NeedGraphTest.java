package io.holdfast.service.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedGraphTest {

    @Test
    void followsAChainToItsEnd() {
        assertThat(lostWith(
                        "a",
                        "- {id: a, kind: host}",
                        "- {id: b, kind: host, needs: [a]}",
                        "- {id: c, kind: host, needs: [b]}"))
                .containsExactly("b", "c");
    }

    @Test
    void keepsWhatHasAnotherWayUp() {
        assertThat(lostWith(
                        "a",
                        "- {id: a, kind: host}",
                        "- {id: b, kind: host}",
                        "- {id: c, kind: host, needs: [{atLeast: 1, of: [a, b]}]}",
                        "- {id: d, kind: host, needs: [{atLeast: 2, of: [a, b]}]}"))
                .containsExactly("d");
    }

    @Test
    void keepsElementsThatNeedEachOtherUpWhileNothingElseIsMissing() {
        String[] ring = {
            "- {id: a, kind: host}",
            "- {id: b, kind: host, needs: [c]}",
            "- {id: c, kind: host, needs: [b]}",
            "- {id: d, kind: host, needs: [a]}"
        };
        assertThat(lostWith("a", ring)).containsExactly("d");
        assertThat(lostWith("b", ring)).containsExactly("c");
    }

    @Test
    void countsThePoolsSharesAgainstItsMinimum() {
        String pool = "- {id: d, kind: host, needs: [{of: [a, b, c], shares: [0.1, 0.2, 0.7], minimum: %s}]}";
        String[] members = {"- {id: a, kind: host}", "- {id: b, kind: host}", "- {id: c, kind: host}"};
        assertThat(lostWith("a", members[0], members[1], members[2], pool.formatted("0.9")))
                .isEmpty();
        assertThat(lostWith("a", members[0], members[1], members[2], pool.formatted("0.95")))
                .containsExactly("d");
    }

    @Test
    void takesNothingDownThroughASoftNeed() {
        assertThat(lostWith("a", "- {id: a, kind: host}", "- {id: b, kind: host, needs: [{of: [a], soft: 0.5}]}"))
                .isEmpty();
    }

    @Test
    void equalsRepeatedPassesOverTheWholeSample() throws IOException {
        ContinuityModel sample = sample();
        NeedGraph graph = NeedGraph.of(sample);
        for (Element lost : sample.elements()) {
            assertThat(graph.dependantsLostWith(Set.of(lost.id())))
                    .as("lost with %s", lost.id())
                    .containsExactlyInAnyOrderElementsOf(byRepeatedPasses(sample, lost.id()));
        }
    }

    /** The definition itself: strike out what cannot meet its needs until nothing changes. */
    private static Set<Id> byRepeatedPasses(ContinuityModel model, Id lost) {
        Set<Id> up = new HashSet<>(model.elementsById().keySet());
        up.remove(lost);
        while (up.removeIf(id -> !Objects.requireNonNull(model.elementsById().get(id)).needs().stream()
                .allMatch(need -> met(need, up)))) {
            // until a pass strikes out nothing
        }
        Set<Id> down = new HashSet<>(model.elementsById().keySet());
        down.removeAll(up);
        down.remove(lost);
        return down;
    }

    private static boolean met(Need need, Set<Id> up) {
        if (need.terms().soft() != null) {
            return true;
        }
        return switch (need) {
            case Need.One one -> up.contains(one.element());
            case Need.AllOf all -> all.members().stream().allMatch(each -> met(each, up));
            case Need.AtLeast some ->
                some.members().stream().filter(each -> met(each, up)).count() >= some.atLeast();
            case Need.Pool pool -> {
                double sum = 0;
                for (int m = 0; m < pool.members().size(); m++) {
                    sum += met(pool.members().get(m), up) ? pool.shares().get(m) : 0;
                }
                yield sum >= pool.minimum() - 1e-9;
            }
        };
    }

    private static List<String> lostWith(String lost, String... assets) {
        ContinuityModel model =
                read(("holdfast: 1\nassets:\n" + String.join("\n", assets) + "\n").getBytes(StandardCharsets.UTF_8));
        return NeedGraph.of(model).dependantsLostWith(Set.of(Id.of(lost))).stream()
                .map(Id::value)
                .toList();
    }

    private static ContinuityModel sample() throws IOException {
        try (InputStream file = NeedGraphTest.class.getResourceAsStream("/sample/operator.yaml")) {
            return read(Objects.requireNonNull(file).readAllBytes());
        }
    }

    private static ContinuityModel read(byte[] file) {
        return switch (ModelReader.read(file)) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }
}
