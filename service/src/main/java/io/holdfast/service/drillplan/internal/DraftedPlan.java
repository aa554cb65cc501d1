package io.holdfast.service.drillplan.internal;

import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan with what is known of a drill filled in; what is not known stays as the template says. */
public final class DraftedPlan {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    private DraftedPlan() {}

    /** The same plan for a year, without a day. */
    public static PlanContent copy(PlanContent plan, int year) {
        return new Parts(plan).withYear(year).build();
    }

    /** The plan of a drill that is written down: its title, types, scope, scenario, mode and steps. */
    public static PlanContent ofWritten(PlanContent plan, Drill drill, ContinuityModel model, String language) {
        Parts parts = new Parts(plan);
        parts.title = drill.label().nameIn(language, drill.id().value());
        parts.types = DrillWords.words(drill.types());
        parts.announced = drill.announced();
        parts.scope = drill.scope().stream().map(Id::value).toList();
        Id scenario = drill.scenario();
        parts.scenario = scenario == null ? null : scenario.value();
        parts.tellScenario(model, language);
        String note = drill.label().note();
        if (note != null) {
            parts.purpose = note;
        }
        List<PlanContent.Step> steps = new ArrayList<>();
        for (Map<String, Object> step : drill.steps()) {
            steps.add(step(step, steps.size() + 1, model, language));
        }
        if (!steps.isEmpty()) {
            parts.steps = steps;
        }
        return parts.build();
    }

    private static PlanContent.Step step(Map<String, Object> step, int number, ContinuityModel model, String language) {
        Object names = step.get("names");
        Object own = names instanceof Map<?, ?> map ? map.get(language) : null;
        Object title = own != null ? own : step.getOrDefault("name", Integer.toString(number));
        return new PlanContent.Step(
                "s" + number,
                title.toString(),
                "",
                owner(step).map(owner -> team(model, owner, language)).orElse(""),
                step.get("x-plannedMinutes") instanceof Number minutes ? Integer.valueOf(minutes.intValue()) : null,
                null,
                null,
                PlanContent.Use.BOTH,
                null);
    }

    private static Optional<String> owner(Map<String, Object> step) {
        return Optional.ofNullable(step.get("owner")).map(Object::toString).filter(text -> !text.isBlank());
    }

    private static String team(ContinuityModel model, String id, String language) {
        return model.teams().stream()
                .filter(team -> team.id().value().equals(id))
                .findFirst()
                .map(team -> team.label().nameIn(language, id))
                .orElse(id);
    }

    /**
     * The plan of a scheduled drill: what the schedule says of it. Of an unannounced drill only the month is taken over, so that the
     * plan does not tell the day.
     */
    public static PlanContent ofScheduled(
            PlanContent plan, ScheduledDrill drill, ContinuityModel model, String language) {
        Parts parts = new Parts(plan);
        parts.types = DrillWords.words(drill.types());
        parts.announced = drill.announced();
        parts.scope = List.of(drill.service());
        String service = model.elements().stream()
                .filter(each -> each.id().value().equals(drill.service()))
                .findFirst()
                .map(Element::label)
                .orElse(Label.NONE)
                .nameIn(language, drill.service());
        parts.title = service + (language.equals("zh-Hant") ? "：" : ": ") + plan.title();
        ScheduledDrill.Practice practice = drill.practice();
        if (parts.scenario == null && practice != null) { // steps that are written down are those of their own scenario
            parts.scenario = practice.scenario();
            parts.tellScenario(model, language);
        }
        if (drill.announced()) {
            parts.timing = new PlanContent.Timing(drill.date(), drill.start(), drill.minutes());
        } else {
            YearMonth month = YearMonth.from(drill.date());
            parts.window =
                    new PlanContent.Window(month.atDay(1), month.atEndOfMonth(), MORNING, AFTERNOON, drill.minutes());
        }
        List<PlanContent.Participant> participants = new ArrayList<>();
        drill.teams()
                .forEach(team -> participants.add(new PlanContent.Participant(
                        team(model, team, language), "", null, PlanContent.Role.PARTICIPANT, "", false)));
        parts.participants = participants;
        return parts.build();
    }

    /** The plan with one step for each element that it brings back, in the place of the template's one step; see {@link MeasuredSteps}. */
    public static PlanContent measured(
            PlanContent plan, @Nullable String at, String type, ContinuityModel model, String language) {
        Parts parts = new Parts(plan);
        parts.timing = plan.timing();
        parts.window = plan.window();
        parts.steps = MeasuredSteps.in(plan.steps(), at, type, plan.scope(), model, language);
        return parts.build();
    }

    /** The parts of a plan that change. For one thread. */
    private static final class Parts {

        private final PlanContent plan;
        private String title;
        private int year;
        private List<String> types;
        private boolean announced;
        private @Nullable String scenario;
        private String scenarioText;
        private List<String> scope;
        private String purpose;
        private PlanContent.@Nullable Timing timing;
        private PlanContent.@Nullable Window window;
        private List<PlanContent.Step> steps;
        private List<PlanContent.Participant> participants;

        Parts(PlanContent plan) {
            this.plan = plan;
            title = plan.title();
            year = plan.year();
            types = plan.types();
            announced = plan.announced();
            scenario = plan.scenario();
            scenarioText = plan.scenarioText();
            scope = plan.scope();
            purpose = plan.purpose();
            steps = plan.steps();
            participants = plan.participants();
        }

        /** Says what the register calls the scenario; what the template supposes may be another one. */
        void tellScenario(ContinuityModel model, String language) {
            String id = scenario;
            if (id != null && Id.isValid(id)) {
                model.findScenario(Id.of(id))
                        .ifPresent(found -> scenarioText =
                                found.label().nameIn(language, id) + (language.equals("zh-Hant") ? "。" : "."));
            }
        }

        Parts withYear(int other) {
            year = other;
            return this;
        }

        PlanContent build() {
            return new PlanContent(
                    title,
                    plan.unit(),
                    year,
                    types,
                    announced,
                    plan.category(),
                    plan.form(),
                    scenario,
                    scope,
                    purpose,
                    scenarioText,
                    timing,
                    window,
                    steps,
                    plan.resources(),
                    participants,
                    plan.suppliers(),
                    plan.noSuppliersReason(),
                    plan.notifications(),
                    plan.objectives(),
                    plan.successCriteria(),
                    plan.stopCriteria(),
                    plan.rollback(),
                    plan.injects(),
                    plan.desktopOnlyReason(),
                    plan.claims(),
                    plan.template());
        }
    }
}
