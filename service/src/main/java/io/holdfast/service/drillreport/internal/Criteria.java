package io.holdfast.service.drillreport.internal;

import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlanContent.Kind;
import io.holdfast.service.drillplan.PlanContent.SuccessCriterion;
import io.holdfast.service.drillplan.Prediction;
import io.holdfast.service.drillreport.FilledReport.CriterionLine;
import io.holdfast.service.drillreport.FilledReport.ElementLine;
import io.holdfast.service.drillreport.FilledReport.Figure;
import io.holdfast.service.drillrun.RunState;
import io.holdfast.service.drillrun.RunState.Judgement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what a drill is judged. What a person judged counts; else a time follows from what was measured, and a roll back is seen. */
final class Criteria {

    private final RunState run;
    private final Optional<Prediction> prediction;
    private final List<ElementLine> elements;
    private final List<CriterionLine> lines;

    Criteria(PlanContent plan, RunState run, Optional<Prediction> prediction, List<ElementLine> elements) {
        this.run = run;
        this.prediction = prediction;
        this.elements = elements;
        lines = plan.successCriteria().stream().map(this::line).toList();
    }

    List<CriterionLine> lines() {
        return lines;
    }

    private CriterionLine line(SuccessCriterion criterion) {
        Optional<Judgement> judgement = run.criteria().stream()
                .filter(each -> each.criterion().equals(criterion.id()) && each.met() != null)
                .findFirst();
        Double target = target(criterion);
        Double measured = judgement.map(Judgement::value).orElseGet(() -> measured(criterion));
        return new CriterionLine(
                criterion.id(),
                criterion.text(),
                criterion.kind().word(),
                criterion.element(),
                target,
                chance(criterion),
                measured,
                judgement.map(Judgement::met).orElseGet(() -> met(criterion, target, measured)),
                judgement.isPresent(),
                judgement.map(Judgement::text).orElse(null));
    }

    private @Nullable Double target(SuccessCriterion criterion) {
        return criterion.hours() != null
                ? criterion.hours()
                : switch (criterion.kind()) {
                    case WITHIN_RTO -> of(criterion, line -> line.recovery().target());
                    case WITHIN_RPO -> of(criterion, line -> line.dataAge().target());
                    case NO_ROLLBACK, ENOUGH_HEADROOM, JUDGED -> null;
                };
    }

    private @Nullable Double measured(SuccessCriterion criterion) {
        return switch (criterion.kind()) {
            case WITHIN_RTO -> of(criterion, line -> line.recovery().actual());
            case WITHIN_RPO -> of(criterion, line -> line.dataAge().actual());
            case NO_ROLLBACK, ENOUGH_HEADROOM, JUDGED -> null;
        };
    }

    /** Of its element; without one the worst of all, if each is known. */
    private @Nullable Double of(SuccessCriterion criterion, Function<ElementLine, @Nullable Double> part) {
        List<@Nullable Double> found = elements.stream()
                .filter(line -> criterion.element() == null || line.element().equals(criterion.element()))
                .map(part)
                .toList();
        boolean unknown = found.isEmpty() || found.stream().anyMatch(Objects::isNull);
        return unknown
                ? null
                : found.stream().filter(Objects::nonNull).max(Double::compare).orElse(null);
    }

    private @Nullable Boolean met(SuccessCriterion criterion, @Nullable Double target, @Nullable Double measured) {
        return switch (criterion.kind()) {
            case NO_ROLLBACK -> run.endedAt() == null ? null : !isRolledBack();
            case WITHIN_RTO ->
                (criterion.hours() == null && criterion.element() == null)
                        ? everyOne(ElementLine::recovery)
                        : within(target, measured);
            case WITHIN_RPO ->
                (criterion.hours() == null && criterion.element() == null)
                        ? everyOne(ElementLine::dataAge)
                        : within(target, measured);
            case ENOUGH_HEADROOM, JUDGED -> null;
        };
    }

    private boolean isRolledBack() {
        return Objects.equals(run.endedHow(), "rolled-back")
                || run.holds().stream().anyMatch(hold -> hold.kind().equals("rolled-back"));
    }

    private static @Nullable Boolean within(@Nullable Double target, @Nullable Double measured) {
        if (target == null || measured == null) {
            return null;
        }
        return measured <= target;
    }

    private @Nullable Boolean everyOne(Function<ElementLine, Figure> part) {
        List<@Nullable Boolean> met =
                elements.stream().map(part).map(Figure::met).toList();
        if (met.contains(false)) {
            return false;
        }
        boolean unknown = met.isEmpty() || met.stream().anyMatch(Objects::isNull);
        return unknown ? null : true;
    }

    private @Nullable Double chance(SuccessCriterion criterion) {
        return criterion.kind() == Kind.JUDGED
                ? null
                : prediction
                        .flatMap(each -> each.findChance(criterion))
                        .map(Prediction.Chance::value)
                        .orElse(null);
    }
}
