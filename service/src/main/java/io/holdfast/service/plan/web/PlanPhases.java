package io.holdfast.service.plan.web;

import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.ContinuityPlan.Activation;
import io.holdfast.service.plan.ContinuityPlan.Outcome;
import io.holdfast.service.plan.Named;
import io.holdfast.service.plan.Step;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the phases of a plan: activation, recovery with validation, reconstitution. */
record PlanPhases(Html html, ContinuityPlan plan, PlanLanguage language, PlanTexts texts, PlanWords words) {

    void write() {
        Activation activation = plan.activation();
        if (activation != null) {
            activation(activation);
        }
        StepTable table = new StepTable(html, texts, words);
        section("planRecovery");
        hint(texts.get(plan.recovery().isEmpty() ? "planRecoveryNone" : "planRecoveryHint"));
        table.write(plan.recovery());
        validation();
        section("planReconstitution");
        hint(texts.get(
                plan.reconstitution().isEmpty() ? "planReconstitutionNone" : "planReconstitutionHint",
                "element",
                element()));
        table.write(plan.reconstitution());
        interim();
        deactivation();
    }

    private String element() {
        return plan.element().name();
    }

    private void section(String key) {
        html.put("h2", texts.get(key), "id", key);
    }

    private void paragraph(String text) {
        html.put("p", text);
    }

    private void hint(String text) {
        html.put("p", text, "class", "hint");
    }

    private void activation(Activation activation) {
        section("planActivation");
        paragraph(texts.get("planActivate", "element", element()));
        Band decided = activation.decided();
        if (decided == null) {
            paragraph(texts.get("planDecidedNone"));
        } else {
            html.table(
                    "grid", texts.get("planDecided"), "", texts.get("planWhen"), "num", texts.get("planRestsOn"), "");
            html.open("tr")
                    .cell(texts.get("planDetect") + " + " + texts.get("planDeclare"))
                    .figure(words.band(decided))
                    .cell(words.remarks(List.of(
                            rests("planDetectLine", activation.detect()),
                            rests("planDeclareLine", activation.declare()))))
                    .close("tr");
            html.endTable();
        }
        if (!activation.calls().isEmpty()) {
            html.table(
                    "grid",
                    texts.get("planTeam"),
                    "",
                    texts.get("planReady"),
                    "num",
                    texts.get("planCalled"),
                    "num",
                    texts.get("planCallOrder"),
                    "");
            activation
                    .calls()
                    .forEach(call -> html.open("tr")
                            .cell(call.team().name())
                            .figure(call.ready() == null ? texts.get("planNotWaited") : words.band(call.ready()))
                            .figure(
                                    call.ready() == null
                                            ? "–"
                                            : words.percent(call.called().estimate()))
                            .cell(
                                    call.callOrder().isEmpty()
                                            ? texts.get("planNoContact")
                                            : String.join(
                                                    " → ",
                                                    call.callOrder().stream()
                                                            .map(each -> each.name())
                                                            .toList()))
                            .close("tr"));
            html.endTable();
            hint(texts.get("planByThen"));
        }
    }

    private String rests(String key, Step.@Nullable Evidence evidence) {
        return texts.get(key, "word", evidence == null ? "–" : StepTable.evidence(evidence, texts));
    }

    /** Kinds whose return people check one by one; the others are named in a sentence. */
    private static final List<String> CHECKED = List.of("service", "process", "application", "database", "cloud");

    private void validation() {
        section("planValidation");
        List<Integer> data = Stream.concat(plan.recovery().stream(), plan.reconstitution().stream())
                .filter(step -> step.copy() != null)
                .map(Step::number)
                .toList();
        hint(texts.get("planValidationHint"));
        if (!data.isEmpty()) {
            paragraph(texts.get("planCheckData", "steps", words.numbers(data)));
        }
        html.table(
                "grid",
                texts.get("planThing"),
                "",
                texts.get("planDownFor"),
                "num",
                texts.get("planHitIn"),
                "num",
                texts.get("planSign"),
                "sign");
        plan.validation().stream()
                .filter(check -> CHECKED.contains(check.kind()))
                .forEach(check -> html.open("tr")
                        .cell(check.element().name())
                        .figure(words.band(check.back()))
                        .figure(words.percent(check.disrupted().estimate()))
                        .open("td", "class", "sign")
                        .box()
                        .close("td")
                        .close("tr"));
        html.endTable();
        List<Named> others = plan.validation().stream()
                .filter(check -> !CHECKED.contains(check.kind()))
                .map(ContinuityPlan.Check::element)
                .toList();
        if (!others.isEmpty()) {
            hint(texts.get("planAlsoCheck", "count", others.size(), "names", words.names(others)));
        }
    }

    private void interim() {
        html.put("h3", texts.get("planInterim"));
        if (plan.interim().isEmpty()) {
            paragraph(texts.get("planInterimNone"));
            return;
        }
        html.open("ul");
        plan.interim().forEach(each -> html.put("li", each.element().name() + language.colon() + interim(each)));
        html.close("ul");
    }

    private String interim(ContinuityPlan.Interim each) {
        Integer by = each.retiredBy();
        String key = by != null ? "planInterimBy" : each.isForGood() ? "planInterimOpen" : "planInterimBack";
        return texts.get(
                key,
                "step",
                each.step(),
                "method",
                words.method(each.method()),
                "share",
                words.stated(each.capacity()),
                "by",
                by == null ? "" : by,
                "p95",
                words.hours(each.full().p95()));
    }

    private void deactivation() {
        Outcome outcome = plan.estimate();
        Double wrt = plan.targets().wrtHours();
        html.put("h3", texts.get("planDeactivation")).open("ul", "class", "ticks");
        tick(texts.get("planDeactServing", "element", element())
                + (outcome == null
                        ? ""
                        : language.comma() + texts.get("planDeactFull", "band", words.band(outcome.full()))));
        tick(texts.get("planDeactInterim"));
        if (plan.recovery().stream().anyMatch(step -> step.copy() != null)) {
            tick(texts.get("planDeactBackup"));
        }
        if (wrt != null) {
            tick(texts.get("planDeactWork", "wrt", words.hours(wrt)));
        }
        tick(texts.get("planDeactDocs"));
        html.close("ul");
    }

    private void tick(String text) {
        html.open("li").box().text(" " + text).close("li");
    }
}
