package io.holdfast.simulator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.format.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conflicts planted in a sound model: each is found, alone and with all others, and nothing else is. */
@Tag("row:B2")
@Tag("row:S2")
@Tag("row:S12")
@Tag("row:S13")
@Tag("row:M6")
@Tag("row:M9")
@Tag("row:S15")
@Tag("row:M10")
@Tag("row:A1")
@Tag("row:A6")
class PlantedConflictsTest {

    /** One conflict: what it is found as, and the change of the text that plants it. */
    record Plant(String found, String before, String after) {
        @Override
        public String toString() {
            return found;
        }
    }

    static final List<Plant> PLANTS = List.of(
            new Plant("targets-contradict sell", "rto: 4, wrt: 4,", "rto: 4, wrt: 4.1,"),
            new Plant("need-recovers-later ledger", "{rto: 4, rpo: 1} # as strict", "{rto: 4.01, rpo: 1} # as strict"),
            new Plant(
                    "need-loses-more-data svc-shop", ", rpo: 1}, needs: [svc-shop]", ", rpo: 0.9}, needs: [svc-shop]"),
            new Plant("no-target report", "mtpd: 24, rto: 8, wrt: 2", "mtpd: 24, wrt: 2"),
            new Plant(
                    "off-site-too-near mailbox",
                    "id: archive, kind: storage, site: south",
                    "id: archive, kind: storage, site: near"),
            new Plant("copies-too-few notes", "alsoNeeds: [vault-n2, vault-s]", "alsoNeeds: [vault-s]"),
            new Plant(
                    "no-copy-off-site wiki",
                    "alsoNeeds: [vault-n, vault-n2, vault-s]",
                    "alsoNeeds: [vault-n, vault-n2]"),
            new Plant("restart-too-slow s-vm", "restart: 0.16666666666666666", "restart: 0.1667"),
            new Plant(
                    "promise-above-chain svc-api",
                    "availability: 0.9999} # as much",
                    "availability: 0.99991} # as much"),
            new Plant(
                    "data-abroad archive",
                    "id: archive, kind: storage",
                    "id: archive, x-facts: {country: JP}, kind: storage"),
            new Plant("single-point-of-failure gate-a", "{atLeast: 1, of: [gate-a, gate-b]}", "gate-a"),
            new Plant("recovery-deadlock tool-a", "alsoNeeds: []", "alsoNeeds: [tool-a]"),
            new Plant("mutual-dependency dns", "needs: []", "needs: [clock]"),
            new Plant(
                    "pool-on-cycle relay",
                    "[{atLeast: 1, of: [relay-b]}]",
                    "[{of: [relay-b], shares: [1], minimum: 0.5}]"),
            new Plant(
                    "never-recovered printer", "hits: [{of: [tool-a, tool-b]", "hits: [{of: [tool-a, tool-b, printer]"),
            new Plant("no-owner printer", "id: printer, kind: host, owner: office", "id: printer, kind: host"),
            new Plant("verified-long-ago n-host-1", "verified: \"2025-11-26\"", "verified: \"2025-11-25\""),
            new Plant("review-overdue plan-shop", "x-reviewed: \"2026-03-01\"", "x-reviewed: \"2025-03-01\""),
            new Plant("hit-selects-nothing links-cut", "kinds: [link]", "kinds: [lnik]"),
            new Plant("unknown-key", "name: Sound", "name: Sound\nsite: []"));

    static Stream<Plant> plants() {
        return PLANTS.stream();
    }

    @Test
    void theSoundModelBreaksNothing() {
        assertThat(Linted.conflicts(Linted.sound()))
                .extracting(conflict -> LintText.line(conflict, Language.EN))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plants")
    void onePlantIsFoundAndNothingElse(Plant plant) {
        String text = Linted.planted(Linted.sound(), plant.before(), plant.after());
        assertThat(Linted.found(text)).containsExactly(plant.found());
    }

    @Test
    void allPlantsTogetherAreFoundAndNothingElse() {
        String text = Linted.sound();
        for (Plant plant : PLANTS) {
            text = Linted.planted(text, plant.before(), plant.after());
        }
        assertThat(Linted.found(text))
                .containsExactlyInAnyOrderElementsOf(
                        PLANTS.stream().map(Plant::found).toList());
    }

    @Test
    void everyRuleIsPlanted() {
        assertThat(PLANTS)
                .hasSizeGreaterThanOrEqualTo(12)
                .extracting(plant -> plant.found().replaceFirst(" .*", ""))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(LintRule.values()).map(LintRule::code).toList());
    }

    @ParameterizedTest
    @MethodSource("plants")
    void everyConflictSaysClauseStrengthAndWhereItIsMended(Plant plant) {
        Conflict conflict = Linted.conflicts(Linted.planted(Linted.sound(), plant.before(), plant.after()))
                .getFirst();
        assertThat(conflict.mend().field()).isNotBlank();
        for (Language language : Language.values()) {
            assertThat(LintText.line(conflict, language))
                    .contains(LintText.strength(conflict.rule().strength(), language))
                    .contains(conflict.rule().clauses().getFirst().in(language))
                    .doesNotContainPattern("\\{[a-zA-Z]+}");
        }
    }
}
