package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.result.Finding;
import io.holdfast.simulator.result.Finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCheckTest {

    private static List<Finding> findings(String text) {
        return switch (Models.read(text)) {
            case ReadOutcome.Read read -> ModelCheck.of(read);
            case ReadOutcome.Refused refused ->
                throw new AssertionError(Texts.refusal("model", refused.violations(), 10, Language.EN));
        };
    }

    private static List<String> codes(String text) {
        return findings(text).stream()
                .map(finding -> Nodes.word(finding.severity()) + " " + finding.code())
                .toList();
    }

    /** Two databases, each restored from the other; a third that needs neither. */
    private static final String VAULT = """
            holdfast: 1
            assets:
              - {id: power, kind: power, recovery: [{method: repair, duration: 2}]}
              - {id: vault, kind: application, needs: [power], recovery: [{method: restore, duration: 1, needs: [vm-cluster]}]}
              - {id: vm-cluster, kind: host, needs: [power], recovery: [{method: rebuild, duration: 1, alsoNeeds: [vault]}]}
              - {id: web, kind: application, needs: [vm-cluster], recovery: [{method: restore, duration: 1}]}
            scenarios:
              - {id: lost, hits: [{kinds: [application, host], state: destroyed}]}
            """;

    @Test
    void findsRecoveriesThatWaitForEachOtherBeforeAnyRun() {
        Finding deadlock = findings(VAULT).stream()
                .filter(finding -> finding.code().equals("recovery-deadlock"))
                .findFirst()
                .orElseThrow();
        assertThat(deadlock.severity()).isEqualTo(Severity.ERROR);
        assertThat(deadlock.elements()).extracting(Object::toString).containsExactly("vault", "vm-cluster");
        assertThat(FindingText.of(deadlock, Language.EN)).contains("vault, vm-cluster", "'lost'");
        assertThat(FindingText.of(deadlock, Language.ZH_HANT)).contains("vault, vm-cluster", "互相等待");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alsoNeeds: [vault]            | alsoNeeds: []
            alsoNeeds: [vault]            | alsoNeeds: [{atLeast: 1, of: [vault, power]}]
            alsoNeeds: [vault]            | alsoNeeds: [{of: [vault], soft: 0.2}]
            kinds: [application, host]    | of: [vault]
            state: destroyed              | state: outage
            restore, duration: 1, needs: [vm-cluster] | repair, duration: 1}, {method: restore, duration: 1, needs: []
            """)
    void findsNoDeadlockWhereOneOfThemCanStart(String before, String after) {
        String model = VAULT.replace(before, after).replace("id: lost,", "id: lost, lasts: 3,");
        assertThat(model).isNotEqualTo(VAULT);
        assertThat(codes(model)).doesNotContain("error recovery-deadlock");
    }

    @Test
    void tellsMutualDependencyFromDeadlock() {
        assertThat(codes("""
                holdfast: 1
                assets:
                  - {id: a, kind: host, needs: [b], recovery: [{method: repair, duration: 1}]}
                  - {id: b, kind: host, needs: [a], recovery: [{method: repair, duration: 1}]}
                scenarios: [{id: s, hits: [{of: [a, b], state: damaged}]}]
                """)).containsExactly("info mutual-dependency");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{of: [b], shares: [1], minimum: 0.5}]
            [{atLeast: 1, of: [{of: [{of: [b], shares: [1], minimum: 0.5}]}]}]
            [c], recovery: [{method: failover, duration: 1, needs: [{of: [b], shares: [1], minimum: 0.5}]}]
            """)
    void findsPoolsOnCyclesAtAnyDepthAndAfterMethods(String needs) {
        assertThat(codes("""
                holdfast: 1
                assets:
                  - {id: a, kind: host, needs: %s}
                  - {id: b, kind: host, needs: [a]}
                  - {id: c, kind: host}
                """.formatted(needs))).contains("warning pool-on-cycle");
    }

    @Test
    void findsHitsOfNothingAndElementsThatNothingRecovers() {
        List<Finding> findings = findings(Models.everyKey());
        assertThat(findings)
                .extracting(Finding::kind)
                .contains(Finding.Kind.HIT_SELECTS_NOTHING, Finding.Kind.NEVER_RECOVERED);
        assertThat(findings).allSatisfy(finding -> {
            for (Language language : Language.values()) {
                assertThat(Texts.line(finding, language))
                        .contains(finding.code())
                        .doesNotContainPattern("\\{(element|elements|scenario|rto|line|count)}");
            }
        });
    }

    @Test
    void warnsOfKeysThatAreProbablyMisspelt() {
        String model = Models.SMALL
                .replace("objectives: {rto", "objektives: {rto")
                .replace("success", "succes")
                .replace("method: restore,", "method: restore, succes: 0.5,")
                .replace("x-severe", "x-state");
        assertThat(codes(model)).contains("warning unknown-key");
        assertThat(findings(model))
                .filteredOn(finding -> finding.kind() == Finding.Kind.UNKNOWN_KEY)
                .extracting(finding -> finding.facts().get("near"))
                .containsExactlyInAnyOrder("objectives", "success");
        assertThat(codes(Models.SMALL)).doesNotContain("warning unknown-key");
        assertThat(codes(Models.everyKey())).doesNotContain("warning unknown-key");
    }

    @Test
    void saysWhichProcessHasNoTarget() {
        assertThat(codes("holdfast: 1\nprocesses: [{id: p}, {id: q, objectives: {rto: 4, mtpd: 4, wrt: 1}}]"))
                .containsExactly("error targets-contradict", "warning no-target");
    }
}
