package io.holdfast.service.change.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.service.approval.ChangedLine;
import io.holdfast.service.change.EntryDifference;
import io.holdfast.service.change.EntryDifference.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ModelDifferenceTest {

    private static final String BEFORE = """
            holdfast: 1
            name: Operator
            sites: [{id: tpe, name: Taipei}]
            assets:
              - {id: a, kind: host, name: A, needs: [b], owner: noc}
              - {id: b, kind: host}
            services: [{id: s, objectives: {rto: 4, rpo: 1}}]
            """;

    private static ObjectNode model(String yaml) {
        try {
            return (ObjectNode) new YAMLMapper().readTree(yaml);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String told(List<EntryDifference> differences) {
        return differences.stream()
                .map(each -> each.section() + "/" + each.id() + " " + each.kind()
                        + each.lines().stream().map(ModelDifferenceTest::told).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String told(ChangedLine line) {
        String place = line.path().stream().map(ChangedLine.Part::text).collect(Collectors.joining("."));
        return " [" + place + " " + line.before() + " > " + line.after() + "]";
    }

    @Test
    @Tag("row:M5")
    void saysWhatIsNewWhatIsGoneAndWhichFieldsHaveOtherValues() {
        String after = BEFORE.replace("rto: 4", "rto: 2")
                .replace("  - {id: b, kind: host}\n", "  - {id: c, kind: host}\n")
                .replace("needs: [b]", "needs: [c]")
                .replace("name: Operator", "name: Operator 2");
        assertThat(told(ModelDifference.of(model(BEFORE), model(after)))).isEqualTo("""
                        model/ CHANGED [name "Operator" > "Operator 2"]
                        assets/a CHANGED [needs.b "b" > null] [needs.c null > "c"]
                        assets/b REMOVED
                        assets/c ADDED
                        services/s CHANGED [objectives.rto 4 > 2]""");
    }

    @Test
    @Tag("row:M5")
    void saysNothingOfModelsThatSayTheSame() {
        assertThat(ModelDifference.of(model(BEFORE), model(BEFORE))).isEmpty();
    }

    @Test
    @Tag("row:M5")
    void tellsStepsAndNumbersBesideWhatElseDiffers() {
        String before = BEFORE + "drills: [{id: d, name: Voice, steps: [{name: call}], number: 1}]\n";
        String after = before.replace("name: Voice", "name: Voice and data")
                .replace("{name: call}", "{name: call}, {name: browse}")
                .replace("number: 1", "number: 2");
        assertThat(told(ModelDifference.of(model(before), model(after))))
                .isEqualTo("drills/d CHANGED [name \"Voice\" > \"Voice and data\"] [number 1 > 2]"
                        + " [steps.browse null > null]");
    }

    @Test
    void turnedRoundWhatWasNewIsGone() {
        String after = BEFORE + "scenarios: [{id: x}]\n";
        assertThat(ModelDifference.of(model(BEFORE), model(after)))
                .extracting(EntryDifference::kind)
                .containsExactly(Kind.ADDED);
        assertThat(ModelDifference.of(model(after), model(BEFORE)))
                .extracting(EntryDifference::kind)
                .containsExactly(Kind.REMOVED);
    }
}
