package io.holdfast.service.drillreport.internal;

import io.holdfast.service.drillplan.ApprovedPlan;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillreport.FilledReport;
import io.holdfast.service.drillreport.FilledReport.Figure;
import io.holdfast.service.drillreport.FilledReport.Place;
import io.holdfast.service.drillreport.FilledReport.PlayLine;
import io.holdfast.service.drillreport.FilledReport.PlayedLine;
import io.holdfast.service.drillreport.ReportContent;
import io.holdfast.service.drillreport.ReportText;
import io.holdfast.service.drillreport.ReportText.AttendeeText;
import io.holdfast.service.drillreport.ReportText.Compared;
import io.holdfast.service.drillreport.ReportText.CriterionText;
import io.holdfast.service.drillreport.ReportText.FileText;
import io.holdfast.service.drillreport.ReportText.FindingText;
import io.holdfast.service.drillreport.ReportText.InjectText;
import io.holdfast.service.drillreport.ReportText.NotifiedText;
import io.holdfast.service.drillreport.ReportText.PlayedText;
import io.holdfast.service.drillreport.ReportText.RecoveredText;
import io.holdfast.service.drillreport.ReportText.StepText;
import io.holdfast.service.evidence.EvidenceItem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report in the words that are approved. */
public final class ReportTexts {

    private final Input input;
    private final ReportWords words;
    private final UnaryOperator<String> names;

    /**
     * What it is made of.
     *
     * @param organisation whose it is
     * @param plan the plan as it was approved
     * @param filled what fills itself
     * @param content what people added
     * @param evidence files about the drill
     * @param actions what is told of an action by its number: who sees to it until when
     * @param keptUntil until when it is kept, or null for good
     */
    public record Input(
            String organisation,
            ApprovedPlan plan,
            FilledReport filled,
            ReportContent content,
            List<EvidenceItem> evidence,
            LongFunction<Optional<String>> actions,
            @Nullable Instant keptUntil) {}

    private ReportTexts(Input input, ReportWords words, UnaryOperator<String> names) {
        this.input = input;
        this.words = words;
        this.names = names;
    }

    /**
     * The text of a report.
     *
     * @param names what an element or scenario is called in the language, by its id
     */
    public static ReportText of(Input input, ReportWords words, UnaryOperator<String> names) {
        return new ReportTexts(input, words, names).text();
    }

    private ReportText text() {
        PlanContent plan = input.plan().content();
        FilledReport filled = input.filled();
        ReportContent content = input.content();
        Instant ended = filled.endedAt();
        return new ReportText(
                input.organisation(),
                "D-" + input.plan().plan(),
                plan.title(),
                types(plan),
                plan.purpose(),
                plan.objectives(),
                plan.scenarioText(),
                words.of(
                                "Version " + input.plan().version() + ", approved by "
                                        + input.plan().approvedBy() + ", ",
                                "第 " + input.plan().version() + " 版，由 "
                                        + input.plan().approvedBy() + " 核准，")
                        + words.moment(input.plan().approvedAt()),
                words.moment(filled.startedAt()) + " – " + words.moment(ended),
                filled.endedHow() == null ? "" : words.word(filled.endedHow()),
                words.word(filled.result().word()),
                why(),
                content.summary(),
                compared(filled.duration(), words::minutes, false),
                list(filled.steps(), this::step),
                list(
                        filled.elements(),
                        each -> new RecoveredText(
                                names.apply(each.element()),
                                compared(each.recovery(), words::hours, true),
                                compared(each.dataAge(), words::hours, true))),
                list(filled.criteria(), this::criterion),
                list(
                        filled.notifications(),
                        each -> new NotifiedText(
                                each.to(),
                                each.channel(),
                                minutes(each.withinMinutes()),
                                each.minutes() == null
                                        ? words.of("not made", "未通報")
                                        : words.minutes(each.minutes())
                                                + (Boolean.FALSE.equals(each.inTime())
                                                        ? words.of(", late", "，逾時")
                                                        : ""))),
                list(
                        filled.injects(),
                        each -> new InjectText(
                                each.title(),
                                words.minutes((double) each.plannedMinutes()),
                                words.minutes(each.deliveredMinutes()),
                                each.answer() == null ? words.minutes(each.answeredMinutes()) : each.answer())),
                filled.plays().stream().flatMap(this::played).toList(),
                list(filled.deviations(), remark -> words.sentence(remark, names)),
                words.word(content.integrity().word())
                        + (content.integrityText().isEmpty() ? "" : words.of(": ", "：") + content.integrityText()),
                content.operations(),
                content.assets(),
                content.people(),
                list(content.findings(), this::finding),
                content.lessons(),
                content.recommendations(),
                content.planChanges(),
                words.day(content.retestOn()),
                list(
                        filled.people(),
                        each -> new AttendeeText(
                                each.person(),
                                each.role() == null ? words.of("not planned", "計畫外") : words.word(each.role()),
                                each.signedAt() != null
                                        ? words.moment(each.signedAt())
                                        : each.present() ? words.of("present", "出席") : words.of("absent", "未出席"),
                                words.word(each.assessment()),
                                each.note())),
                list(
                        input.evidence(),
                        each -> new FileText(each.fileName(), words.moment(each.collectedAt()), each.sha256())),
                input.keptUntil() == null ? words.of("for good", "永久保存") : words.moment(input.keptUntil()));
    }

    private static <T, R> List<R> list(List<T> from, Function<T, R> each) {
        return from.stream().map(each).toList();
    }

    private String types(PlanContent plan) {
        return Stream.concat(
                        plan.types().stream().map(words::word),
                        Stream.of(
                                words.word(plan.announced() ? "announced" : "unannounced"),
                                words.word(plan.form().word())))
                .collect(Collectors.joining(words.of(", ", "、")));
    }

    private List<String> why() {
        FilledReport filled = input.filled();
        List<String> reasons = list(filled.reasons(), remark -> words.sentence(remark, names));
        if (filled.result() == filled.proposed()) {
            return reasons;
        }
        String other = words.of("Proposed was: ", "系統建議為：")
                + words.word(filled.proposed().word())
                + words.of(". Decided otherwise: ", "。另行認定的理由：")
                + input.content().resultReason();
        return Stream.concat(Stream.of(other), reasons.stream()).toList();
    }

    private Compared compared(Figure figure, Function<@Nullable Double, String> write, boolean target) {
        String band = figure.p10() == null
                ? "–"
                : write.apply(figure.p50()) + words.of(" (80 %: ", "（80 %：") + write.apply(figure.p10()) + " – "
                        + (figure.p90() == null ? "∞" : write.apply(figure.p90())) + words.of(")", "）");
        String kept = figure.met() == null
                ? ""
                : figure.met()
                        ? target ? words.of("target kept", "達成目標") : words.of("as planned", "符合計畫")
                        : target ? words.of("target missed", "未達目標") : words.of("longer than planned", "超過計畫");
        String place =
                figure.place() == Place.UNKNOWN ? "" : words.word(figure.place().word());
        String verdict =
                Stream.of(kept, place).filter(text -> !text.isEmpty()).collect(Collectors.joining(words.of(", ", "，")));
        return new Compared(
                write.apply(figure.target()), band, write.apply(figure.actual()), verdict.isEmpty() ? "–" : verdict);
    }

    private String minutes(@Nullable Integer minutes) {
        return words.minutes(minutes == null ? null : minutes.doubleValue());
    }

    private Stream<PlayedText> played(PlayLine play) {
        String day = play.day() == null ? words.of("a chosen day", "指定的一天") : words.word("day-" + play.day());
        String decisions = play.decisions() == 1
                ? words.of("1 decision", "1 項決定")
                : play.decisions() + words.of(" decisions", " 項決定");
        String name = words.moment(play.endedAt()) + words.of(", ", "，") + day + words.of(", ", "，") + decisions;
        return play.elements().isEmpty()
                ? Stream.of(new PlayedText(name, "–", "–", words.of("not known any more", "已無從得知"), "–", "–"))
                : play.elements().stream()
                        .map(each -> new PlayedText(
                                name,
                                names.apply(each.element()),
                                words.hours(each.rtoHours()),
                                back(each.played()) + kept(each),
                                back(each.plain()),
                                back(each.lucky()) + " – " + back(each.unlucky())));
    }

    private String back(@Nullable Double hours) {
        return hours == null ? words.of("not back", "未復原") : words.hours(hours);
    }

    private String kept(PlayedLine line) {
        if (line.rtoHours() == null) {
            return "";
        }
        return line.played() != null && line.played() <= line.rtoHours()
                ? words.of(", target kept", "，達成目標")
                : words.of(", target missed", "，未達目標");
    }

    private StepText step(FilledReport.StepLine step) {
        return new StepText(
                step.title(),
                step.role(),
                minutes(step.plannedMinutes()),
                words.minutes(step.actualMinutes()),
                words.word("step-" + step.result()) + (step.problems() ? words.of(", with a problem", "，有問題") : ""));
    }

    private CriterionText criterion(FilledReport.CriterionLine line) {
        String met = line.met() == null
                ? words.of("not judged", "未判定")
                : line.met() ? words.of("met", "符合") : words.of("not met", "未符合");
        boolean time = line.kind().startsWith("within-");
        return new CriterionText(
                line.title(),
                words.chance(line.chance()),
                line.measured() == null ? "–" : time ? words.hours(line.measured()) : Double.toString(line.measured()),
                met + (line.text() == null ? "" : words.of(": ", "：") + line.text()));
    }

    private FindingText finding(ReportContent.Finding finding) {
        Long action = finding.action();
        return new FindingText(
                finding.title(),
                words.word(finding.severity().word()),
                words.word(finding.category().word()),
                finding.element() == null ? "" : names.apply(finding.element()),
                finding.text(),
                action == null
                        ? ""
                        : "A-" + action
                                + Objects.requireNonNullElse(
                                        input.actions()
                                                .apply(action)
                                                .map(each -> " " + each)
                                                .orElse(null),
                                        ""));
    }
}
