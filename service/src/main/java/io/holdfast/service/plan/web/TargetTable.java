package io.holdfast.service.plan.web;

import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.Chance;
import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.ContinuityPlan.Outcome;
import io.holdfast.service.plan.ContinuityPlan.RunPart;
import io.holdfast.service.plan.ContinuityPlan.Targets;
import io.holdfast.service.plan.Named;
import org.jspecify.annotations.Nullable;

/** Target, estimate and actual beside each other, never mixed. */
record TargetTable(Html html, ContinuityPlan plan, PlanLanguage language, PlanTexts texts, PlanWords words) {

    void write() {
        html.table(
                "grid",
                texts.get("planMeasure"),
                "",
                texts.get("planTarget"),
                "num",
                texts.get("planEstimate"),
                "num",
                texts.get("planChance"),
                "num",
                texts.get("planActual"),
                "num");
        Outcome outcome = plan.estimate();
        if (outcome != null) {
            rows(plan.targets(), outcome);
        }
        html.endTable();
        remarks(plan.targets());
        RunPart run = plan.run();
        if (run != null) {
            html.put(
                    "p",
                    texts.get("planAllTrials", "trials", words.count(run.trials()))
                            + language.space()
                            + texts.get("planError"),
                    "class",
                    "hint");
        }
    }

    private void rows(Targets targets, Outcome outcome) {
        Double p50 = outcome.recovery().p50();
        Double p95 = outcome.recovery().p95();
        Double wrt = targets.wrtHours();
        row("planRto", target(targets.rtoHours()), words.loss(new Band(p50, p95)), outcome.withinRto());
        row(
                "planMtpd",
                target(targets.mtpdHours()),
                words.loss(new Band(worked(p50, wrt), worked(p95, wrt))),
                outcome.withinMtpd());
        Band loss = outcome.dataLoss();
        if (loss != null) {
            row("planRpo", target(targets.rpoHours()), words.loss(loss), outcome.withinRpo());
        }
        row("planFull", "–", words.loss(outcome.full()), null);
    }

    /** A recovery time with the work after it, which only a disruption calls for. */
    private static @Nullable Double worked(@Nullable Double hours, @Nullable Double work) {
        return hours == null || hours == 0 || work == null ? hours : (Double) (hours + work);
    }

    private String target(@Nullable Double hours) {
        return hours == null ? texts.get("planNotSet") : words.hours(hours);
    }

    private void row(String key, String target, String estimate, @Nullable Chance chance) {
        html.open("tr")
                .cell(texts.get(key))
                .figure(target)
                .figure(estimate)
                .figure(chance == null ? "–" : words.chance(chance))
                .figure(texts.get("planNoActual"))
                .close("tr");
    }

    private void remarks(Targets targets) {
        Double mbco = targets.mbco();
        Double wrt = targets.wrtHours();
        Named from = targets.rtoFrom();
        if (mbco != null) {
            remark("planMbco", texts.get("planMbcoText", "share", words.stated(mbco)));
        }
        if (wrt != null) {
            remark("planWrt", words.hours(wrt));
        }
        if (from != null && !from.id().equals(plan.element().id())) {
            html.put("p", texts.get("planRtoFrom", "element", from.name()));
        }
    }

    private void remark(String key, String text) {
        html.put("p", texts.get(key) + language.colon() + text);
    }
}
