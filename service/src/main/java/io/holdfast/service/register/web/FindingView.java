package io.holdfast.service.register.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.register.FindingsState;
import io.holdfast.service.register.web.RegisterSummary.NamedThing;
import io.holdfast.simulator.format.FindingText;
import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.lint.Clause;
import io.holdfast.simulator.lint.Conflict;
import io.holdfast.simulator.lint.Figure;
import io.holdfast.simulator.lint.LintRule;
import io.holdfast.simulator.lint.Mend;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finding.
 *
 * @param code the stable code of its rule
 * @param strength {@code shall} (應) or {@code should} (宜)
 * @param severity {@code info}, {@code warning} or {@code error}
 * @param topic what the rule is about
 * @param elements what is concerned, the first {@value #MOST} of it, in a telling order
 * @param elementCount how many are concerned
 * @param figures the figures that conflict, with their units
 * @param mend where it is mended
 * @param messages the sentence by language, with the way out
 */
public record FindingView(
        String code,
        String strength,
        String severity,
        String topic,
        List<NamedThing> elements,
        int elementCount,
        List<FigureView> figures,
        MendView mend,
        Map<String, String> messages) {

    /** How many of the concerned are named. */
    static final int MOST = 20;

    /** A figure with its unit: {@code h}, {@code min}, {@code km}, {@code share} or {@code count}. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FigureView(
            String name,
            double value,
            String unit,
            @Nullable String of) {

        static FigureView of(Figure figure) {
            Id of = figure.of();
            return new FigureView(figure.name(), figure.value(), figure.unit(), of == null ? null : of.value());
        }
    }

    /** Where a finding is mended: {@code element}, {@code scenario}, {@code plan} or {@code file}, whose entry, and its key. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MendView(String where, @Nullable NamedThing thing, String field) {

        static MendView of(FindingsState state, Mend mend) {
            Id id = mend.id();
            return new MendView(mend.where().word(), id == null ? null : named(state, id), mend.field());
        }
    }

    /**
     * A rule with how often it is broken.
     *
     * @param clauses where it stands, by language
     */
    public record RuleCount(
            String code, String strength, String severity, String topic, Map<String, List<String>> clauses, int count) {

        static RuleCount of(FindingsState state, LintRule rule) {
            return new RuleCount(
                    rule.code(),
                    rule.strength().word(),
                    FindingView.severity(rule),
                    rule.topic().word(),
                    Arrays.stream(Language.values())
                            .collect(Collectors.toMap(Language::tag, language -> clauses(rule, language))),
                    state.count(rule));
        }

        private static List<String> clauses(LintRule rule, Language language) {
            return rule.clauses().stream()
                    .map((Clause each) -> each.in(language))
                    .toList();
        }
    }

    static String severity(LintRule rule) {
        return rule.kind().severity().name().toLowerCase(Locale.ROOT);
    }

    static FindingView of(FindingsState state, Conflict conflict) {
        List<Id> concerned = conflict.finding().elements();
        LintRule rule = conflict.rule();
        return new FindingView(
                rule.code(),
                rule.strength().word(),
                severity(rule),
                rule.topic().word(),
                concerned.stream().limit(MOST).map(id -> named(state, id)).toList(),
                concerned.size(),
                conflict.figures().stream().map(FigureView::of).toList(),
                MendView.of(state, conflict.mend()),
                FindingText.inAll(conflict.finding()));
    }

    private static NamedThing named(FindingsState state, Id id) {
        return NamedThing.of(id, state.register().findLabel(id).orElse(Label.NONE));
    }
}
