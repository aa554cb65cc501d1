package io.holdfast.service.drillreport.internal;

import io.holdfast.service.drillplan.ApprovedPlan;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.Prediction;
import io.holdfast.service.drillplan.Prediction.Band;
import io.holdfast.service.drillplan.Prediction.ByType;
import io.holdfast.service.drillplan.Prediction.ElementBand;
import io.holdfast.service.drillplay.EndedPlay;
import io.holdfast.service.drillplay.Play;
import io.holdfast.service.drillreport.FilledReport;
import io.holdfast.service.drillreport.FilledReport.ElementLine;
import io.holdfast.service.drillreport.FilledReport.Figure;
import io.holdfast.service.drillreport.FilledReport.HoldLine;
import io.holdfast.service.drillreport.FilledReport.InjectLine;
import io.holdfast.service.drillreport.FilledReport.NotificationLine;
import io.holdfast.service.drillreport.FilledReport.Place;
import io.holdfast.service.drillreport.FilledReport.PlayLine;
import io.holdfast.service.drillreport.FilledReport.PlayedLine;
import io.holdfast.service.drillreport.FilledReport.StepLine;
import io.holdfast.service.drillreport.ReportContent;
import io.holdfast.service.drillrun.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills a report from the approved plan, its frozen prediction and what was marked while the drill ran. The prediction of the plan's
 * gravest type counts that has one: the last in the order desktop, data recovery, scenario, live. Pure: the same input gives the same report.
 */
public final class Filling {

    private static final double MINUTES = 60;

    private final PlanContent plan;
    private final RunState run;
    private final ReportContent content;
    private final List<EndedPlay> plays;
    private final Objectives objectives;
    private final Optional<Prediction> prediction;
    private final Optional<ByType> predicted;

    /** RTO and RPO of an element in hours, of the register; null where it states none. */
    public interface Objectives {
        /** The RTO, or null. */
        @Nullable
        Double rtoHours(String element);

        /** The RPO, or null. */
        @Nullable
        Double rpoHours(String element);
    }

    private Filling(
            ApprovedPlan approved, RunState run, ReportContent content, List<EndedPlay> plays, Objectives objectives) {
        this.plan = approved.content();
        this.run = run;
        this.content = content;
        this.plays = plays;
        this.objectives = objectives;
        prediction = Optional.ofNullable(approved.prediction());
        predicted = prediction.flatMap(Prediction::findGravest);
    }

    /** The report of a drill, for which these days were played. */
    public static FilledReport of(
            ApprovedPlan approved, RunState run, ReportContent content, List<EndedPlay> plays, Objectives objectives) {
        return new Filling(approved, run, content, plays, objectives).report();
    }

    private FilledReport report() {
        List<StepLine> steps = plan.steps().stream()
                .filter(step -> step.use() != PlanContent.Use.REAL)
                .map(this::step)
                .toList();
        List<ElementLine> elements = elements();
        Criteria criteria = new Criteria(plan, run, prediction, elements);
        Judging judging =
                new Judging(plan, run, content, steps, elements, criteria.lines(), duration(), notifications());
        return new FilledReport(
                run.startedAt(),
                run.endedAt(),
                run.endedHow(),
                duration(),
                steps,
                elements,
                criteria.lines(),
                notifications(),
                injects(),
                People.of(plan, run, content),
                holds(),
                plays.stream().flatMap(Filling::played).toList(),
                judging.deviations(),
                judging.proposed(),
                judging.reasons(),
                content.result() == null ? judging.proposed() : content.result());
    }

    private static Stream<PlayLine> played(EndedPlay ended) {
        Play.Ending ending = ended.play().ending();
        return ending == null
                ? Stream.empty()
                : Stream.of(new PlayLine(
                        ending.at(),
                        ending.by(),
                        ended.dayWord(),
                        ended.decisions(),
                        ending.outcome().rows().stream()
                                .map(row -> new PlayedLine(
                                        row.element(),
                                        row.rtoHours(),
                                        row.played().recoveryHours(),
                                        row.plain().recoveryHours(),
                                        row.lucky().recoveryHours(),
                                        row.unlucky().recoveryHours()))
                                .toList()));
    }

    private Figure duration() {
        Double actual = minutes(run.startedAt(), run.endedAt());
        int planned = plan.plannedMinutes();
        return figure(
                planned == 0 ? null : (double) planned,
                predicted.map(ByType::duration).orElse(null),
                MINUTES,
                actual);
    }

    /** A figure against its target and band; the band is in hours and becomes minutes by the factor 60. */
    static Figure figure(@Nullable Double target, @Nullable Band band, double factor, @Nullable Double actual) {
        Double p10 = scaled(band, Band::p10, factor);
        Double p90 = scaled(band, Band::p90, factor);
        return new Figure(
                target,
                p10,
                scaled(band, Band::p50, factor),
                p90,
                actual,
                place(p10, p90, actual),
                isWithin(target, actual));
    }

    private static @Nullable Boolean isWithin(@Nullable Double target, @Nullable Double actual) {
        if (target == null || actual == null) {
            return null;
        }
        return actual <= target;
    }

    private static @Nullable Double scaled(@Nullable Band band, Function<Band, @Nullable Double> part, double factor) {
        Double hours = band == null ? null : part.apply(band);
        return hours == null ? null : hours * factor;
    }

    private static Place place(@Nullable Double p10, @Nullable Double p90, @Nullable Double actual) {
        if (p10 == null || actual == null) {
            return Place.UNKNOWN;
        }
        if (actual < p10) {
            return Place.BELOW;
        }
        return p90 != null && actual > p90 ? Place.ABOVE : Place.INSIDE;
    }

    private StepLine step(PlanContent.Step step) {
        Optional<RunState.Step> done =
                run.steps().stream().filter(each -> each.id().equals(step.id())).findFirst();
        Instant start = done.map(RunState.Step::startedAt).orElse(null);
        Instant end = done.map(RunState.Step::endedAt).orElse(null);
        return new StepLine(
                step.id(),
                step.title(),
                step.role(),
                step.element(),
                step.method(),
                step.plannedMinutes(),
                start,
                end,
                minutes(start, end),
                done.map(RunState.Step::result).orElse("waiting"),
                done.filter(RunState.Step::problems).isPresent());
    }

    static @Nullable Double minutes(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis() / 60_000.0;
    }

    /** Those whose recovery steps mark, and those of which the prediction or a criterion speaks. */
    private List<ElementLine> elements() {
        Set<String> ids = new LinkedHashSet<>();
        run.elements().forEach(each -> ids.add(each.element()));
        plan.steps().stream()
                .map(PlanContent.Step::ends)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        content.dataAges().forEach(each -> ids.add(each.element()));
        plan.successCriteria().stream()
                .filter(each ->
                        each.kind() == PlanContent.Kind.WITHIN_RPO || each.kind() == PlanContent.Kind.WITHIN_RTO)
                .map(PlanContent.SuccessCriterion::element)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return ids.stream().map(this::element).toList();
    }

    private ElementLine element(String id) {
        Optional<ElementBand> band = predicted.stream()
                .flatMap(type -> type.elements().stream())
                .filter(each -> each.element().equals(id))
                .findFirst();
        Double rta = run.elements().stream()
                .filter(each -> each.element().equals(id))
                .findFirst()
                .map(RunState.ElementBack::rtaHours)
                .orElse(null);
        Double rto = band.map(ElementBand::rtoHours).orElseGet(() -> objectives.rtoHours(id));
        Double rpo = band.map(ElementBand::rpoHours).orElseGet(() -> objectives.rpoHours(id));
        return new ElementLine(
                id,
                figure(rto, band.map(ElementBand::recovery).orElse(null), 1, rta),
                figure(rpo, band.map(ElementBand::dataLoss).orElse(null), 1, dataAge(id)));
    }

    /** What somebody typed, else the value with which a criterion of the age of its data was judged. */
    private @Nullable Double dataAge(String element) {
        Stream<Double> typed = content.dataAges().stream()
                .filter(each -> each.element().equals(element))
                .map(ReportContent.DataAge::hours);
        Stream<Double> judged = plan.successCriteria().stream()
                .filter(each -> each.kind() == PlanContent.Kind.WITHIN_RPO && element.equals(each.element()))
                .flatMap(each ->
                        run.criteria().stream().filter(one -> one.criterion().equals(each.id())))
                .map(RunState.Judgement::value)
                .filter(Objects::nonNull);
        return Stream.concat(typed, judged).findFirst().orElse(null);
    }

    private List<NotificationLine> notifications() {
        return plan.notifications().stream()
                .map(planned -> {
                    Optional<RunState.Notification> made = run.notifications().stream()
                            .filter(each -> each.id().equals(planned.id()))
                            .findFirst();
                    return new NotificationLine(
                            planned.id(),
                            planned.to(),
                            planned.channel(),
                            planned.withinMinutes(),
                            made.map(RunState.Notification::minutes).orElse(null),
                            made.map(RunState.Notification::inTime).orElse(null));
                })
                .toList();
    }

    private List<InjectLine> injects() {
        return plan.injects().stream()
                .map(planned -> {
                    Optional<RunState.Inject> made = run.injects().stream()
                            .filter(each -> each.id().equals(planned.id()))
                            .findFirst();
                    return new InjectLine(
                            planned.id(),
                            planned.title(),
                            planned.expected(),
                            planned.atMinutes(),
                            minutes(
                                    run.startedAt(),
                                    made.map(RunState.Inject::deliveredAt).orElse(null)),
                            minutes(
                                    run.startedAt(),
                                    made.map(RunState.Inject::answeredAt).orElse(null)),
                            made.map(RunState.Inject::answer).orElse(null));
                })
                .toList();
    }

    private List<HoldLine> holds() {
        return run.holds().stream()
                .map(hold -> new HoldLine(hold.kind(), hold.from(), minutes(hold.from(), hold.until()), hold.text()))
                .toList();
    }
}
