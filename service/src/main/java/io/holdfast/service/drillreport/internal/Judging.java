package io.holdfast.service.drillreport.internal;

import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillreport.FilledReport.CriterionLine;
import io.holdfast.service.drillreport.FilledReport.ElementLine;
import io.holdfast.service.drillreport.FilledReport.Figure;
import io.holdfast.service.drillreport.FilledReport.NotificationLine;
import io.holdfast.service.drillreport.FilledReport.Place;
import io.holdfast.service.drillreport.FilledReport.Remark;
import io.holdfast.service.drillreport.FilledReport.StepLine;
import io.holdfast.service.drillreport.ReportContent;
import io.holdfast.service.drillreport.ReportContent.Integrity;
import io.holdfast.service.drillreport.Result;
import io.holdfast.service.drillrun.RunState;
import java.util.ArrayList;
import java.util.List;

/**
 * What went otherwise than planned, and the result that follows: failed where a criterion or a target was missed or the data were
 * damaged; else incomplete where it was broken off, or something that had to be seen was not; else passed, with issues where something went
 * otherwise than planned.
 */
final class Judging {

    /** A step that takes this much longer than planned, and at least some minutes, is told. */
    private static final double LATE = 1.25;

    private static final double LATE_MINUTES = 2;

    private final PlanContent plan;
    private final List<Remark> deviations = new ArrayList<>();
    private final List<Remark> failed = new ArrayList<>();
    private final List<Remark> unseen = new ArrayList<>();

    Judging(
            PlanContent plan,
            RunState run,
            ReportContent content,
            List<StepLine> steps,
            List<ElementLine> elements,
            List<CriterionLine> criteria,
            Figure duration,
            List<NotificationLine> notifications) {
        this.plan = plan;
        steps.forEach(this::step);
        elements.forEach(this::element);
        criteria.forEach(this::criterion);
        if (duration.place() == Place.ABOVE) {
            deviations.add(new Remark("duration-above", "", duration.actual(), duration.p90()));
        } else if (Boolean.FALSE.equals(duration.met())) {
            deviations.add(new Remark("duration-late", "", duration.actual(), duration.target()));
        }
        notifications.forEach(this::notification);
        run.holds()
                .forEach(hold -> deviations.add(new Remark(
                        hold.kind().equals("stopped") ? "hold-stopped" : "hold-rolled-back",
                        hold.text() == null ? "" : hold.text(),
                        Filling.minutes(hold.from(), hold.until()),
                        null)));
        if (content.integrity() == Integrity.DAMAGED) {
            failed.add(Remark.of("data-damaged", ""));
        }
        if (content.integrity() == Integrity.NOT_CHECKED && plan.types().contains("data-recovery")) {
            unseen.add(Remark.of("data-unchecked", ""));
        }
        if (run.endedAt() == null) {
            unseen.add(Remark.of("not-over", ""));
        } else if ("stopped".equals(run.endedHow()) || "rolled-back".equals(run.endedHow())) {
            unseen.add(Remark.of("ended-" + run.endedHow(), ""));
        }
    }

    private void step(StepLine step) {
        switch (step.result()) {
            case "skipped" -> deviations.add(Remark.of("step-skipped", step.title()));
            case "failed" -> deviations.add(Remark.of("step-failed", step.title()));
            case "waiting", "running" -> unseen.add(Remark.of("step-open", step.title()));
            default -> {
                Integer planned = step.plannedMinutes();
                Double actual = step.actualMinutes();
                if (planned != null && actual != null && actual > planned * LATE && actual > planned + LATE_MINUTES) {
                    deviations.add(new Remark("step-late", step.title(), actual, (double) planned));
                } else if (step.problems()) {
                    deviations.add(Remark.of("step-problem", step.title()));
                }
            }
        }
    }

    private void element(ElementLine line) {
        target(line.element(), line.recovery(), "rto");
        target(line.element(), line.dataAge(), "rpo");
    }

    private void target(String element, Figure figure, String what) {
        if (Boolean.FALSE.equals(figure.met())) {
            failed.add(new Remark(what + "-missed", element, figure.actual(), figure.target()));
        } else if (figure.place() == Place.ABOVE) {
            deviations.add(new Remark(what + "-above", element, figure.actual(), figure.p90()));
        }
        if (what.equals("rto") && figure.actual() == null && isMeasured(element)) {
            unseen.add(Remark.of("rta-unknown", element));
        }
    }

    /** Whether the plan has something that says when an element is back: a step that marks it, or a criterion of its time. */
    private boolean isMeasured(String element) {
        return plan.steps().stream().anyMatch(step -> element.equals(step.ends()))
                || plan.successCriteria().stream()
                        .anyMatch(each -> each.kind() == PlanContent.Kind.WITHIN_RTO && element.equals(each.element()));
    }

    private void criterion(CriterionLine line) {
        if (Boolean.FALSE.equals(line.met())) {
            failed.add(Remark.of("criterion-missed", line.title()));
        } else if (line.met() == null) {
            unseen.add(Remark.of("criterion-open", line.title()));
        }
    }

    private void notification(NotificationLine line) {
        Integer within = line.withinMinutes();
        if (line.minutes() == null) {
            deviations.add(Remark.of("notification-missing", line.to()));
        } else if (Boolean.FALSE.equals(line.inTime())) {
            deviations.add(new Remark(
                    "notification-late", line.to(), line.minutes(), within == null ? null : within.doubleValue()));
        }
    }

    List<Remark> deviations() {
        return deviations;
    }

    Result proposed() {
        if (!failed.isEmpty()) {
            return Result.FAILED;
        }
        if (!unseen.isEmpty()) {
            return Result.INCOMPLETE;
        }
        return deviations.isEmpty() ? Result.PASSED : Result.PASSED_WITH_ISSUES;
    }

    /** Why: what failed and what was not seen; else that everything was met. */
    List<Remark> reasons() {
        if (failed.isEmpty() && unseen.isEmpty()) {
            return List.of(Remark.of("all-met", ""));
        }
        List<Remark> reasons = new ArrayList<>(failed);
        reasons.addAll(unseen);
        return List.copyOf(reasons);
    }
}
