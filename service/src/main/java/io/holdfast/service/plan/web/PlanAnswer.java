package io.holdfast.service.plan.web;

import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.Chance;
import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.ContinuityPlan.Outcome;
import io.holdfast.service.plan.ContinuityPlan.RunPart;
import io.holdfast.service.plan.PlanState;

/** The sentence that a plan opens with: what its numbers say. */
record PlanAnswer(ContinuityPlan plan, PlanTexts texts, PlanWords words) {

    String sentence() {
        Outcome outcome = plan.estimate();
        RunPart run = plan.run();
        String element = plan.element().name();
        String scenario = plan.scenario().name();
        if (plan.state() == PlanState.NO_RUN || outcome == null || run == null) {
            return texts.get("planNoRun", "element", element, "scenario", scenario);
        }
        if (plan.state() == PlanState.NOT_HIT) {
            return texts.get(
                            "planNotHit", "element", element, "scenario", scenario, "trials", words.count(run.trials()))
                    + " "
                    + texts.get(
                            "planNotHitBound",
                            "high",
                            words.percent(outcome.disrupted().high()));
        }
        Band back = outcome.back();
        int steps = plan.recovery().size();
        String key = back.p50() == null
                ? "planAnswerLost"
                : back.p95() == null
                        ? (steps == 1 ? "planAnswerNeverOne" : "planAnswerNever")
                        : steps == 0 ? "planAnswerSelf" : steps == 1 ? "planAnswerOne" : "planAnswer";
        return texts.get(
                key,
                "steps",
                steps,
                "element",
                element,
                "p50",
                words.hours(back.p50()),
                "p95",
                words.hours(back.p95()),
                "horizon",
                words.hours(plan.scenario().horizonHours()));
    }

    /** Whether that meets the target; over all trials. */
    String verdict() {
        Outcome outcome = plan.estimate();
        Double rto = plan.targets().rtoHours();
        Chance within = outcome == null ? null : outcome.withinRto();
        if (rto == null || within == null) {
            return texts.get("planVerdictNone");
        }
        String key = within.estimate() >= 0.95 ? "planVerdictMet" : "planVerdictMissed";
        return texts.get(key, "rto", words.hours(rto), "chance", words.chance(within));
    }
}
