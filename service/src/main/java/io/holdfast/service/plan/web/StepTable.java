package io.holdfast.service.plan.web;

import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.Prerequisite;
import io.holdfast.service.plan.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes steps under common heads. Each step is a table of its own: the renderer keeps a block on one page, but not a row
 * of a table with repeated heads.
 */
record StepTable(Html html, PlanTexts texts, PlanWords words) {

    void write(List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        double axis = PlanBars.axis(steps);
        html.table(
                        "steps heads",
                        texts.get("planNo"),
                        "no",
                        texts.get("planStep"),
                        "step",
                        texts.get("planWho"),
                        "who",
                        texts.get("planAfter"),
                        "after",
                        texts.get("planWhen"),
                        "when")
                .endTable();
        for (Step step : steps) {
            html.open("table", "class", "steps").open("tbody");
            row(step, axis);
            html.endTable();
        }
    }

    private void row(Step step, double axis) {
        html.open("tr").put("td", String.valueOf(step.number()), "class", "no").open("td", "class", "step");
        html.put("div", step.element().name(), "class", "name");
        html.put("div", words.method(step.method()));
        html.put("div", words.remarks(facts(step)), "class", "small");
        step.otherwise().forEach(each -> html.put("div", otherwise(each), "class", "small"));
        html.close("td").open("td", "class", "who");
        html.put(
                "div",
                step.owner() == null ? texts.get("planNobody") : step.owner().name());
        step.crew()
                .forEach(crew ->
                        html.put("div", crew.count() + " × " + crew.team().name(), "class", "small"));
        html.close("td").open("td", "class", "after");
        if (step.prerequisites().isEmpty()) {
            html.put("div", texts.get("planNothingBefore"), "class", "small");
        }
        step.prerequisites().forEach(each -> html.put("div", prerequisite(each), "class", "small"));
        html.close("td").open("td", "class", "when");
        PlanBars.step(html, step, axis);
        html.put("div", texts.get("planStart") + " " + words.start(step.start()));
        html.put("div", texts.get("planDone") + " " + words.band(step.done()));
        html.put("div", texts.get("planUsed", "share", words.percent(step.used().estimate())), "class", "small");
        html.close("td").close("tr");
    }

    private List<String> facts(Step step) {
        List<String> facts = new ArrayList<>();
        if (step.automatic()) {
            facts.add(texts.get("planAutomatic"));
        }
        if (step.success() < 1) {
            facts.add(texts.get("planSuccess", "share", words.stated(step.success())));
        }
        if (step.capacity() < 1) {
            facts.add(texts.get("planCapacityShare", "share", words.stated(step.capacity())));
        }
        if (step.lastsEvidence() != null) {
            facts.add(texts.get("planForATime"));
        }
        if (step.driving() >= 0.005) {
            facts.add(texts.get("planDriving", "share", words.percent(step.driving())));
        }
        Step.Copy copy = step.copy();
        if (copy != null) {
            facts.add(copy(copy));
        }
        facts.add(texts.get("planEvidence", "word", evidence(step.evidence(), texts)));
        return facts;
    }

    private String copy(Step.Copy copy) {
        Double usable = copy.usable();
        String kind = usable == null
                ? texts.get("planReplica")
                : texts.get("planBackup", "every", words.hours(copy.everyHours()), "usable", words.stated(usable));
        Band loss = copy.loss();
        return loss == null ? kind : words.remarks(List.of(kind, texts.get("planLoss", "band", words.loss(loss))));
    }

    /** What a figure rests on, in a few words. */
    static String evidence(Step.Evidence evidence, PlanTexts texts) {
        String word = texts.word("planEvidence", evidence.word() == null ? "unsaid" : evidence.word());
        Integer count = evidence.observations();
        if (count == null) {
            return word;
        }
        return texts.get(count == 1 ? "planObservationOne" : "planObservations", "word", word, "count", count);
    }

    private String otherwise(Step.Otherwise other) {
        String states = words.list(other.answers().stream()
                .map(each -> texts.word("planState", each))
                .toList());
        String how = other.step() != null
                ? texts.get("planSeeStep", "step", other.step())
                : other.used() == null
                        ? texts.get("planNotSimulated")
                        : other.done() == null
                                ? texts.get("planNotUsed")
                                : words.list(List.of(
                                        texts.get(
                                                "planUsed",
                                                "share",
                                                words.percent(other.used().estimate())),
                                        texts.get("planDone") + " " + words.band(other.done())));
        return texts.get("planOtherwiseLine", "method", words.method(other.method()), "states", states, "how", how);
    }

    private String prerequisite(Prerequisite each) {
        Integer count = each.count();
        Double minimum = each.minimum();
        boolean all = count != null && count == each.of().size();
        String names = all ? words.names(each.of()) : words.alternatives(each.of());
        String what = count == null
                ? texts.get("planPool", "names", names, "share", minimum == null ? "" : words.stated(minimum))
                : all
                        ? texts.get("planAllOf", "names", names)
                        : texts.get("planAtLeast", "names", names, "count", count);
        return each.steps().isEmpty() ? what : what + words.brackets(words.after(each.steps()));
    }
}
