package io.holdfast.service.checklist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.checklist.Answer;
import io.holdfast.service.checklist.AnswerState;
import io.holdfast.service.checklist.Score;
import io.holdfast.service.checklist.Strength;
import io.holdfast.service.checklist.Template;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scores worked out by hand, and the templates that the program brings. */
class ScoringTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Map<String, String> TEXTS = Map.of("en", "asked", "zh-Hant", "問");

    private static Template.Item item(String number, Strength strength, int months) {
        return new Template.Item(number, "a", TEXTS, null, strength, false, List.of(), months);
    }

    private static Answer answer(AnswerState state, List<Long> evidence, LocalDate next) {
        return new Answer(1, state, "why", evidence, TODAY.minusMonths(2), "ann", next, 1);
    }

    @Test
    @Tag("row:S11")
    void aShareLeavesOutWhatIsNotApplicableAndCountsOpenAsNotMet() {
        List<Template.Item> items = List.of(
                item("1", Strength.SHALL, 12),
                item("2", Strength.SHALL, 12),
                item("3", Strength.SHALL, 12),
                item("4", Strength.SHOULD, 12),
                item("5", Strength.SHALL, 12),
                item("6", Strength.SHALL, 12));
        LocalDate later = TODAY.plusMonths(1);
        Map<String, Answer> answers = Map.of(
                "1", answer(AnswerState.MET, List.of(7L), later),
                "2", answer(AnswerState.PARTLY, List.of(), later),
                "3", answer(AnswerState.NOT_MET, List.of(), later),
                "4", answer(AnswerState.MET, List.of(), later),
                "5", answer(AnswerState.NOT_APPLICABLE, List.of(), later));
        Score score = Scoring.of(items, answers, Map.of(7L, TODAY.minusMonths(3)), TODAY);
        // 6 asked, 1 not applicable, 2 met of 5; of the 5 that are shall 1 is not applicable, 1 met of 4
        assertThat(score).isEqualTo(new Score(6, 2, 1, 1, 1, 1, 0.4, 1, 4, 0, 0, 2));
    }

    @Test
    @Tag("row:S11")
    void nothingIsAShareWhereNothingIsApplicable() {
        Score score = Scoring.of(
                List.of(item("1", Strength.SHALL, 12)),
                Map.of("1", answer(AnswerState.NOT_APPLICABLE, List.of(), TODAY.plusDays(1))),
                Map.of(),
                TODAY);
        assertThat(score.share()).isNull();
        assertThat(score.shallAsked()).isZero();
    }

    @Test
    @Tag("row:S14")
    void evidenceIsStaleWhenAllOfItIsOlderThanTheIntervalOrGone() {
        Template.Item yearly = item("1", Strength.SHALL, 12);
        Answer two = answer(AnswerState.MET, List.of(1L, 2L), TODAY);
        LocalDate edge = LocalDate.of(2025, 6, 15);
        assertThat(Scoring.isStale(yearly, two, Map.of(1L, edge.minusDays(1), 2L, edge), TODAY))
                .isFalse();
        assertThat(Scoring.isStale(yearly, two, Map.of(1L, edge.minusDays(1), 2L, edge.minusDays(1)), TODAY))
                .isTrue();
        assertThat(Scoring.isStale(yearly, two, Map.of(), TODAY)).isTrue();
        assertThat(Scoring.isStale(yearly, answer(AnswerState.MET, List.of(), TODAY), Map.of(), TODAY))
                .isFalse();
    }

    @Test
    @Tag("row:S14")
    void aCheckIsOverdueTheDayAfter() {
        assertThat(Scoring.isOverdue(answer(AnswerState.MET, List.of(), TODAY), TODAY))
                .isFalse();
        assertThat(Scoring.isOverdue(answer(AnswerState.MET, List.of(), TODAY.minusDays(1)), TODAY))
                .isTrue();
    }

    @Test
    @Tag("row:S11")
    void tableSevenHasTenAreasAndThreeServiceModelsAndAsksSomethingInEachPlace() {
        Template table = BuiltIn.TEMPLATES.getFirst();
        assertThat(table.groups().stream().map(group -> group.names().get("zh-Hant")))
                .containsExactly("可用性", "存取控制", "弱點", "變更", "設定", "意外應變", "監測", "資料安全", "電子蒐證", "實體環境");
        assertThat(table.variants().stream().map(Template.Variant::id)).containsExactly("iaas", "paas", "saas");
        for (Template.Variant variant : table.variants()) {
            Set<String> areas = new TreeSet<>();
            table.itemsOf(variant.id()).forEach(item -> areas.add(item.group()));
            assertThat(areas).as(variant.id()).hasSize(10);
        }
    }

    @Test
    @Tag("row:S12")
    @Tag("row:S13")
    @Tag("row:S15")
    @Tag("row:S16")
    @Tag("row:A2")
    @Tag("row:A3")
    void theProgramAsksForWhatTheGuidelineAsksAndSaysWhereItStands() {
        Set<String> clauses = new TreeSet<>();
        BuiltIn.TEMPLATES.forEach(template -> template.items().stream()
                .filter(Template.Item::guideline)
                .forEach(item -> clauses.add(String.valueOf(item.clause()))));
        assertThat(clauses)
                .contains("S12", "S13", "S14", "S15", "S16", "A2", "A3")
                .doesNotContain("null");
    }
}
