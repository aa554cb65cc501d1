package io.holdfast.service.bia.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.bia.Proposals;
import io.holdfast.service.bia.Proposals.Origin;
import io.holdfast.service.bia.Proposals.Reached;
import io.holdfast.service.bia.Scales;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proposals against cases worked out by hand. */
class ProposingTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .configure(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES.mappedFeature(), true)
            .build();

    private static final Scales SCALES = Scales.DEFAULT;

    private static Scales withMoneyLimit(double limit) {
        return new Scales(SCALES.kinds(), SCALES.levels(), 4, SCALES.hours(), limit, SCALES.tiers());
    }

    private static JsonNode entry(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    private static Proposals of(String json, Scales scales) throws JsonProcessingException {
        JsonNode entry = entry(json);
        assertThat(Stated.check(entry, scales)).isEmpty();
        return Proposing.of(Stated.read(entry, scales), scales);
    }

    private static Proposals of(String json) throws JsonProcessingException {
        return of(json, SCALES);
    }

    @Test
    @Tag("row:B1")
    @Tag("row:B2")
    void mtpdIsWhereTheFirstKindOfImpactCannotBeTolerated() throws Exception {
        Proposals proposals = of("{impact: {levels: {financial: [[0, 1], [4, 2], [12, 4]], legal: [[1, 2], [12, 4]],"
                + " reputation: [[2, 2], [24, 4]]}}}");
        assertThat(proposals.mtpd().hours()).isEqualTo(12);
        assertThat(proposals.mtpd().why())
                .containsExactlyInAnyOrder(new Reached("financial", 12, 4), new Reached("legal", 12, 4));
    }

    @Test
    @Tag("row:B2")
    void noMtpdIsProposedWhereAllCanBeTolerated() throws Exception {
        Proposals proposals = of("{impact: {levels: {financial: [[0, 1], [72, 3]]}}}");
        assertThat(proposals.mtpd().hours()).isNull();
        assertThat(proposals.rto().hours()).isNull();
        assertThat(proposals.tier().tier()).isNull();
    }

    @Test
    @Tag("row:B2")
    void moneyPassesItsLimitOnTheLineBetweenTwoPoints() throws Exception {
        // 1 000 000 at 4 h, 5 000 000 at 12 h: 500 000 an hour, so 3 000 000 at 8 h
        String json = "{impact: {loss: [[0, 0], [4, 1000000], [12, 5000000]], levels: {legal: [[12, 4]]}}}";
        Proposals proposals = of(json, withMoneyLimit(3_000_000));
        assertThat(proposals.mtpd().hours()).isEqualTo(8.0, offset(1e-9));
        assertThat(proposals.mtpd().why()).extracting(Reached::kind).containsExactly("money");
        assertThat(proposals.rto().hours()).as("the time point below 8 h").isEqualTo(4);
        assertThat(of(json).mtpd().hours()).as("without a limit").isEqualTo(12);
    }

    @Test
    void theLastSlopeOfTheLossGoesOn() throws Exception {
        // 100 an hour from nothing at 0, never ending
        assertThat(of("{impact: {loss: [[10, 1000]]}}", withMoneyLimit(5000))
                        .mtpd()
                        .hours())
                .isEqualTo(50.0, offset(1e-9));
        assertThat(of("{impact: {loss: [[0, 0], [10, 1000], [20, 1000]]}}", withMoneyLimit(5000))
                        .mtpd()
                        .hours())
                .as("a loss that stops growing")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // MTPD 12: below it 8; with 2 h of work 8 + 2 ≤ 12; with 5 h 4 + 5 ≤ 12 but 8 + 5 > 12; with 12 h nothing is
        // left
        "0, 8",
        "2, 8",
        "4, 8",
        "4.5, 4",
        "5, 4",
        "11.5, 0.5",
        "12,"
    })
    @Tag("row:B2")
    void rtoIsTheLastTimePointThatLeavesRoomForTheWork(double wrt, Double expected) throws Exception {
        Proposals proposals = of("{objectives: {wrt: " + wrt + "}, impact: {levels: {legal: [[0, 1], [12, 4]]}}}");
        assertThat(proposals.rto().hours()).isEqualTo(expected);
        assertThat(proposals.rto().mtpdHours()).isEqualTo(12);
        assertThat(proposals.rto().mtpdFrom()).isEqualTo(Origin.PROPOSED);
    }

    @Test
    @Tag("row:B2")
    void aStatedMtpdGoesBeforeTheProposedOne() throws Exception {
        Proposals proposals = of("{objectives: {mtpd: 4}, impact: {levels: {legal: [[12, 4]]}}}");
        assertThat(proposals.mtpd().hours()).isEqualTo(12);
        assertThat(proposals.rto().hours()).isEqualTo(2);
        assertThat(proposals.rto().mtpdFrom()).isEqualTo(Origin.STATED);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 4, 1, mtpd, 8, 8",
        "12, 2, 1, rto, 2, 2",
        "24, 12, 2, mtpd, 24, 24",
        "36, 8, 2, rto, 8, 8",
        "72, 48, 3, mtpd, 72, 72",
        "100, 50, 4,,,"
    })
    @Tag("row:B3")
    void tierIsThatOfTheStricterTarget(double mtpd, double rto, int tier, String target, Double hours, Double limit)
            throws Exception {
        Proposals.TierProposal proposal =
                of("{objectives: {mtpd: " + mtpd + ", rto: " + rto + "}}").tier();
        assertThat(proposal).isEqualTo(new Proposals.TierProposal(tier, target, hours, limit));
    }

    @Test
    @Tag("row:B3")
    void tierFollowsFromTheCurveWhereNoTargetIsStated() throws Exception {
        assertThat(of("{impact: {levels: {safety: [[0.5, 3], [8, 4]]}}}").tier().tier())
                .isEqualTo(1);
        assertThat(of("{impact: {levels: {safety: [[0.5, 3], [24, 4]]}}}")
                        .tier()
                        .tier())
                .isEqualTo(2);
    }

    @Test
    @Tag("row:B5")
    void intervalAndTheTimeOfACopyTogetherStayWithinTheRpo() throws Exception {
        Proposals.BackupProposal proposal =
                of("{objectives: {rpo: 4}, x-bia: {backup: {takes: 1}}}").backup();
        assertThat(proposal.everyHours()).isEqualTo(3);
        assertThat(proposal.tooSlow()).isFalse();
        Proposals.BackupProposal tooSlow =
                of("{objectives: {rpo: 1}, x-bia: {backup: {takes: 1}}}").backup();
        assertThat(tooSlow.everyHours()).isNull();
        assertThat(tooSlow.tooSlow()).isTrue();
        assertThat(of("{}").backup().everyHours()).isNull();
    }

    @Test
    @Tag("row:B5")
    void aVolumeCountsByWhatChangesInAnHour() throws Exception {
        // 6 GB at 3 GB an hour are 2 h, stricter than 4 h; less half an hour for the copy
        Proposals.BackupProposal proposal =
                of("{objectives: {rpo: 4, rpoVolume: {unit: \"GB\", amount: 6}}, x-bia: {backup: {takes: 0.5, changePerHour: 3}}}")
                        .backup();
        assertThat(proposal.volumeHours()).isEqualTo(2);
        assertThat(proposal.rpoHours()).isEqualTo(2);
        assertThat(proposal.everyHours()).isEqualTo(1.5);
    }

    @Test
    @Tag("row:B2")
    @Tag("row:B3")
    void whatIsNotTakenAsProposedNeedsAReason() throws Exception {
        String targets = "objectives: {mtpd: 12, rto: 4, wrt: 2}, tier: 1, impact: {levels: {legal: [[12, 4]]}}";
        assertThat(reasons("{" + targets + "}"))
                .as("8 h and tier 2 are proposed")
                .containsExactly("$.x-bia.reasons.rto", "$.x-bia.reasons.tier");
        assertThat(reasons("{" + targets + ", x-bia: {reasons: {rto: \"merchants\", tier: \"core\"}}}"))
                .isEmpty();
        assertThat(reasons("{objectives: {mtpd: 12, rto: 8}, tier: 2, impact: {levels: {legal: [[12, 4]]}}}"))
                .isEmpty();
    }

    private static List<String> reasons(String json) throws JsonProcessingException {
        Stated stated = Stated.read(entry(json), SCALES);
        return Completeness.reasonsMissing(stated, Proposing.of(stated, SCALES)).stream()
                .map(Violation::path)
                .toList();
    }

    @Test
    @Tag("row:B2")
    void whatSomebodyApprovesIsWhole() throws Exception {
        Stated empty = Stated.read(entry("{}"), SCALES);
        assertThat(Completeness.missing(empty, Proposing.of(empty, SCALES)))
                .containsExactly(
                        "$.owner",
                        "$.tier",
                        "$.impact.levels",
                        "$.objectives.mtpd",
                        "$.objectives.rto",
                        "$.x-bia.reasons.rpo");
    }

    @Test
    void whatHasAnotherShapeIsToldByItsPlace() throws Exception {
        JsonNode entry = entry("{tier: 0, objectives: {rto: -1, rta: 2}, impact: {levels: {legal: [[4, 2], [1, 9]],"
                + " dance: [[0, 1]]}}, x-bia: {reason: \"x\", reasons: {rto: \"\"}, stopgap: {hours: \"long\"},"
                + " review: {next: \"soon\"}, evidence: {rto: {evidence: \"hearsay\"}}}}");
        assertThat(Stated.check(entry, SCALES))
                .extracting(Violation::path, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("$.tier", "bad-number"),
                        tuple("$.objectives.rta", "unknown-key"),
                        tuple("$.objectives.rto", "bad-number"),
                        tuple("$.impact.levels.legal[1][0]", "not-rising"),
                        tuple("$.impact.levels.legal[1][1]", "bad-number"),
                        tuple("$.impact.levels.dance", "unknown-kind"),
                        tuple("$.x-bia.reason", "unknown-key"),
                        tuple("$.x-bia.reasons.rto", "bad-text"),
                        tuple("$.x-bia.stopgap.what", "bad-text"),
                        tuple("$.x-bia.stopgap.hours", "bad-number"),
                        tuple("$.x-bia.review.next", "bad-date"),
                        tuple("$.x-bia.evidence.rto.evidence", "bad-word"));
    }

    @Test
    void theScalesOfTheProgramBreakNoRule() {
        assertThat(ScaleShape.check(ScaleShape.write(SCALES))).isEmpty();
        assertThat(ScaleShape.read(ScaleShape.write(SCALES))).isEqualTo(SCALES);
    }
}
