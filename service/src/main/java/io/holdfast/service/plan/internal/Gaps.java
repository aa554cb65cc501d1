package io.holdfast.service.plan.internal;

import io.holdfast.service.plan.ContinuityPlan.Call;
import io.holdfast.service.plan.ContinuityPlan.ContactLine;
import io.holdfast.service.plan.ContinuityPlan.Gap;
import io.holdfast.service.plan.ContinuityPlan.Interim;
import io.holdfast.service.plan.ContinuityPlan.TeamNeed;
import io.holdfast.service.plan.Named;
import io.holdfast.service.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a model leaves open in a plan: found, not drawn. */
final class Gaps {

    private final List<Gap> found = new ArrayList<>();

    private Gaps() {}

    static List<Gap> of(
            List<Step> steps,
            List<Call> calls,
            List<ContactLine> contacts,
            List<TeamNeed> teams,
            List<Interim> interims) {
        Gaps gaps = new Gaps();
        gaps.add(
                "step-without-owner",
                steps.stream().filter(step -> step.owner() == null).map(Step::element));
        gaps.add(
                "step-without-people",
                steps.stream()
                        .filter(step -> step.crew().isEmpty() && !step.automatic())
                        .map(Step::element));
        gaps.add(
                "no-other-method",
                steps.stream()
                        .filter(step -> step.success() < 1 && step.otherwise().isEmpty())
                        .map(Step::element));
        gaps.add(
                "interim-for-good", interims.stream().filter(Interim::isForGood).map(Interim::element));
        gaps.add("team-short", teams.stream().filter(TeamNeed::isShort).map(TeamNeed::team));
        gaps.add(
                "team-without-contact",
                calls.stream().filter(call -> call.callOrder().isEmpty()).map(Call::team));
        gaps.add(
                "contact-without-deputy",
                contacts.stream().filter(line -> line.deputy() == null).map(ContactLine::contact));
        gaps.add(
                "guessed-duration",
                steps.stream().filter(step -> step.evidence().guess()).map(Step::element));
        return gaps.found;
    }

    private void add(String code, Stream<Named> about) {
        List<Named> all = about.distinct().toList();
        if (!all.isEmpty()) {
            found.add(new Gap(code, all));
        }
    }
}
