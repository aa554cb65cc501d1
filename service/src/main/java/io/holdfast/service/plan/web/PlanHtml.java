package io.holdfast.service.plan.web;

import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.ContinuityPlan.Outcome;
import io.holdfast.service.plan.ContinuityPlan.RunPart;
import io.holdfast.service.plan.PlanState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes a plan as an XHTML document for A4 pages, in one language. One document an instance. */
final class PlanHtml {

    private final ContinuityPlan plan;
    private final PlanLanguage language;
    private final PlanTexts texts;
    private final PlanWords words;
    private final LocalDate printed;
    private final SignOff signOff;
    private final Html html = new Html();
    private final String element;

    private PlanHtml(ContinuityPlan plan, PlanLanguage language, LocalDate printed, SignOff signOff) {
        this.plan = plan;
        this.signOff = signOff;
        this.language = language;
        this.printed = printed;
        texts = PlanTexts.of(language);
        words = new PlanWords(language);
        element = plan.element().name();
    }

    /** The document of a plan that rests on a run. */
    static String of(ContinuityPlan plan, PlanLanguage language, LocalDate printed, SignOff signOff) {
        return new PlanHtml(plan, language, printed, signOff).document();
    }

    /** The title of the document, as readers of PDF show it. */
    static String title(ContinuityPlan plan, PlanLanguage language) {
        PlanTexts texts = PlanTexts.of(language);
        return texts.get("planDocument") + " – "
                + texts.get(
                        "planFor",
                        "element",
                        plan.element().name(),
                        "scenario",
                        plan.scenario().name());
    }

    private String document() {
        html.open("html", "lang", language.tag(), "xmlns", "http://www.w3.org/1999/xhtml")
                .open("head")
                .put("title", title(plan, language))
                .open("style")
                .text(PlanStyle.css())
                .close("style");
        bookmarks();
        html.close("head").open("body");
        running();
        head();
        if (plan.state() == PlanState.READY) {
            sections();
        } else {
            targets();
        }
        origin();
        approval();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + html.close("body").close("html");
    }

    private static final List<String> READY = List.of(
            "planPurpose",
            "planScenario",
            "planTargets",
            "planActivation",
            "planRecovery",
            "planValidation",
            "planReconstitution",
            "planPeople",
            "planCapacity",
            "planContacts",
            "planOpenPoints",
            "planMaintenance",
            "planOriginOf",
            "planApproval");

    private void bookmarks() {
        html.open("bookmarks");
        List<String> keys =
                plan.state() == PlanState.READY ? READY : List.of("planTargets", "planOriginOf", "planApproval");
        keys.forEach(key ->
                html.open("bookmark", "name", texts.get(key), "href", "#" + key).close("bookmark"));
        html.close("bookmarks");
    }

    private void running() {
        RunPart run = plan.run();
        html.open("div", "class", "running").put("span", title(plan, language)).close("div");
        html.put("div", run == null ? "" : texts.get("planRunShort", "run", run.id()), "class", "number");
        html.open("div", "class", "footing")
                .put("span", run == null ? "" : texts.get("planBuilt", "run", run.id()) + " · ")
                .put("span", texts.get("planPrinted", "date", words.date(printed)))
                .close("div");
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

    private void head() {
        html.put("p", plan.organisation() + " · " + texts.get("planDocument"), "class", "kind")
                .put(
                        "h1",
                        texts.get(
                                "planFor",
                                "element",
                                element,
                                "scenario",
                                plan.scenario().name()));
        html.open("div", "class", "answer").put("p", new PlanAnswer(plan, texts, words).sentence(), "class", "big");
        Outcome outcome = plan.estimate();
        RunPart run = plan.run();
        if (plan.state() == PlanState.READY && outcome != null) {
            paragraph(new PlanAnswer(plan, texts, words).verdict());
            if (outcome.disrupted().estimate() < 1) {
                hint(texts.get("planWhenHit", "hit", words.chance(outcome.disrupted())));
            }
            PlanBars.glyph(html, plan.targets(), outcome, texts, words);
        }
        if (run != null && run.stale()) {
            html.put("p", texts.get("planStale"), "class", "warn");
        }
        html.put("p", signOff.sentence(), "class", signOff.holds() ? "hint" : "warn");
        html.close("div");
    }

    private void sections() {
        purpose();
        scenario();
        targets();
        new PlanPhases(html, plan, language, texts, words).write();
        new PlanAppendix(html, plan, texts, words).write();
    }

    private void purpose() {
        section("planPurpose");
        html.open("dl");
        term(
                "planPurposeLabel",
                texts.get(
                        "planPurposeText",
                        "element",
                        element,
                        "scenario",
                        plan.scenario().name()));
        term(
                "planScope",
                texts.get(
                        "planScopeText",
                        "element",
                        element,
                        "steps",
                        plan.recovery().size() + plan.reconstitution().size(),
                        "checks",
                        plan.validation().size()));
        html.put("dt", texts.get("planAssumptions")).open("dd").open("ul");
        assumptions().forEach(each -> html.put("li", each));
        html.close("ul").close("dd");
        term(
                "planOwner",
                plan.owner() == null ? texts.get("planNobody") : plan.owner().name());
        html.close("dl");
    }

    private void term(String key, String text) {
        html.put("dt", texts.get(key)).put("dd", text);
    }

    private List<String> assumptions() {
        ContinuityPlan.ScenarioPart scenario = plan.scenario();
        Outcome outcome = plan.estimate();
        List<String> all = new ArrayList<>();
        all.add(texts.get("planAssumePeople"));
        all.add(
                scenario.staff() == 1
                        ? texts.get("planAssumeAll")
                        : texts.get("planAssumeStaff", "share", words.stated(scenario.staff())));
        if (scenario.demand() != 1) {
            all.add(texts.get("planAssumeDemand", "factor", words.number(scenario.demand())));
        }
        all.add(texts.get("planAssumeHorizon", "horizon", words.hours(scenario.horizonHours())));
        if (outcome != null) {
            all.add(texts.get("planAssumeGuesses", "share", words.stated(outcome.guesses())));
        }
        all.add(texts.get("planNotDrill"));
        return all;
    }

    private void scenario() {
        ContinuityPlan.ScenarioPart scenario = plan.scenario();
        section("planScenario");
        paragraph(scenario.name());
        List<String> facts = new ArrayList<>();
        if (scenario.origin() != null) {
            facts.add(texts.get("planOriginLine", "origin", texts.word("planOrigin", scenario.origin())));
        }
        if (scenario.frequency() != null) {
            facts.add(texts.get("planFrequency", "often", String.valueOf(scenario.frequency())));
        }
        facts.forEach(this::paragraph);
        if (scenario.note() != null) {
            paragraph(scenario.note());
        }
    }

    private void targets() {
        section("planTargets");
        new TargetTable(html, plan, language, texts, words).write();
    }

    private void approval() {
        html.open("div", "class", "together");
        section("planApproval");
        html.table(
                "grid approval",
                texts.get("planRole"),
                "",
                texts.get("planNameSign"),
                "wide",
                texts.get("planDate"),
                "");
        signature("planPrepared", signOff.prepared());
        signature("planReviewedBy", SignOff.Signature.EMPTY);
        signature("planApproved", signOff.approved());
        html.endTable();
        hint(signOff.sentence());
        html.close("div");
    }

    private void signature(String role, SignOff.Signature by) {
        html.open("tr").cell(texts.get(role)).cell(by.name()).cell(by.day()).close("tr");
    }

    private void origin() {
        section("planOriginOf");
        RunPart run = plan.run();
        if (run != null) {
            paragraph(texts.get(
                    "planRunLine",
                    "run",
                    run.id(),
                    "seed",
                    run.seed(),
                    "trials",
                    words.count(run.trials()),
                    "engine",
                    run.engine()));
            html.open("p")
                    .text(texts.get("planDigest") + language.colon())
                    .put("span", run.modelDigest(), "class", "mono")
                    .close("p");
        }
        paragraph(texts.get("planPrinted", "date", words.date(printed)));
    }
}
