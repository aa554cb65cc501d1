package io.holdfast.service.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Control levels, scores and ranks worked out by hand. */
class DataQualityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final String MODEL = """
            holdfast: 1
            sites: [{id: s, name: S}]
            assets:
              - {id: idle, kind: host, owner: o}
              - id: db
                kind: database
                owner: o
                site: s
                needs: [host]
                restart: {fixed: 1, evidence: measured}
                x-facts:
                  software: "18.1"
                  country: TW
                  verified: "2026-01-15"
                  documents: [{title: Runbook, kind: procedure}]
                  configurations: [{version: "17", day: "2026-01-01"}, {version: "18", day: "2026-01-15"}]
              - {id: host, kind: host, site: s, failure: {mtbf: 4000}}
              - {id: clerk, kind: person, owner: o, x-facts: {verified: "2025-06-01"}}
              - {id: desk, kind: procedure, owner: o, needs: [clerk], x-facts: {control: {level: strict, reason: audited}}}
            services:
              - {id: svc, owner: o, needs: [db]}
            processes:
              - {id: pay, owner: o, tier: 1, objectives: {rto: 4}, needs: [svc]}
              - {id: sell, owner: o, tier: 2, objectives: {rto: 1}, needs: [svc, desk]}
            """;

    private final RegisterState state = state();

    private static RegisterState state() {
        return switch (ModelReader.read(MODEL.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> new RegisterState(1, "digest", read.model());
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    private Element element(String id) {
        return state.findElement(Id.of(id)).orElseThrow();
    }

    private ControlLevel.Chosen control(String id, boolean single) {
        return ControlLevel.of(element(id), Criticality.of(state).reachOf(Id.of(id)), single);
    }

    private List<String> missing(String id, ControlLevel level) {
        return missing(id, level, TODAY);
    }

    private List<String> missing(String id, ControlLevel level, LocalDate today) {
        return DataQuality.of(element(id), level, today).asked().stream()
                .filter(asked -> !asked.there())
                .map(DataQuality.Asked::fact)
                .toList();
    }

    @Test
    @Tag("row:B10")
    @Tag("row:B1")
    void whatIsMostCriticalFollowsFromTheProcessesThatNeedIt() {
        Criticality criticality = Criticality.of(state);
        assertThat(criticality.reachOf(Id.of("host"))).isEqualTo(new Criticality.Reach(2, 1, 1.0));
        assertThat(criticality.reachOf(Id.of("clerk"))).isEqualTo(new Criticality.Reach(1, 2, 1.0));
        assertThat(criticality.reachOf(Id.of("idle")).processes()).isZero();
        assertThat(criticality.ranked().stream().map(each -> each.id().value()))
                .containsExactly("db", "host", "svc", "clerk", "desk");
    }

    @Test
    @Tag("row:M6")
    void whatIsSaidToBeVerifiedTomorrowIsNotVerified() {
        LocalDate verified = LocalDate.of(2026, 1, 15);
        assertThat(missing("db", ControlLevel.BASIC, verified)).doesNotContain("verified");
        assertThat(missing("db", ControlLevel.BASIC, verified.minusDays(1))).contains("verified");
    }

    @Test
    @Tag("row:M3")
    void anItemIsControlledByNeedCriticalityAndRiskOfFailure() {
        assertThat(control("idle", false).level()).isEqualTo(ControlLevel.BASIC);
        assertThat(control("clerk", false).level()).isEqualTo(ControlLevel.STANDARD);
        assertThat(control("clerk", true).why()).containsExactly("needed", "single-point");
        assertThat(control("db", false).level()).isEqualTo(ControlLevel.STRICT);
        assertThat(control("host", false).why()).containsExactly("tier-1", "fails-yearly");
        assertThat(control("desk", false))
                .isEqualTo(new ControlLevel.Chosen(
                        ControlLevel.STRICT, ControlLevel.STRICT, "audited", ControlLevel.STANDARD, List.of("needed")));
    }

    @Test
    @Tag("row:M6")
    @Tag("row:M8")
    @Tag("row:M10")
    void aScoreIsTheShareOfTheFactsThatTheLevelAsksFor() {
        // strict: owner, place, verified within 6 months, document, version, country, two configurations, no default: 8
        // of 8
        assertThat(DataQuality.of(element("db"), ControlLevel.STRICT, TODAY).score())
                .isEqualTo(1);
        assertThat(DataQuality.of(element("db"), ControlLevel.STRICT, LocalDate.of(2026, 7, 16))
                        .score())
                .as("verified six months and a day ago: 7 of 8")
                .isEqualTo(7.0 / 8);
        assertThat(missing("idle", ControlLevel.BASIC)).containsExactly("place", "verified");
        assertThat(DataQuality.of(element("idle"), ControlLevel.BASIC, TODAY).score())
                .as("owner of owner, place, verified")
                .isEqualTo(1.0 / 3);
        assertThat(missing("host", ControlLevel.STRICT))
                .containsExactly("owner", "verified", "document", "version", "configurations");
        assertThat(missing("clerk", ControlLevel.STANDARD))
                .as("a person has no place and no version; verified exactly a year ago is fresh")
                .containsExactly("document");
    }
}
