package io.holdfast.service.drillplan;

import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.Drills;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drillplan.internal.DraftedPlan;
import io.holdfast.service.drillplan.internal.Refusals;
import io.holdfast.service.register.Register;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The door to plans that are not written from scratch: from a scheduled drill, a drill that is written down in the register, a
 * template, or another plan. For any number of threads.
 */
@Singleton
public class PlanSources {

    private final DrillPlans plans;
    private final PlanTemplates templates;
    private final Drills drills;
    private final Register register;

    PlanSources(DrillPlans plans, PlanTemplates templates, Drills drills, Register register) {
        this.plans = plans;
        this.templates = templates;
        this.drills = drills;
        this.register = register;
    }

    /** Begins a plan from a template; a problem {@code unknown-plan-source} where there is none of this key. */
    @Transactional
    public PlannedDrill fromTemplate(String key, int year, String language) {
        return plans.create(
                templates
                        .find(key, language, year)
                        .orElseThrow(() -> Refusals.unknownSource("template", key))
                        .content(),
                null);
    }

    /** Begins a plan of a drill that is written down in the register. */
    @Transactional
    public PlannedDrill fromWritten(String id, int year, String language) {
        ContinuityModel model = register.requireModel();
        Drill drill = findWritten(model, id).orElseThrow(() -> Refusals.unknownSource("written drill", id));
        return plans.create(
                measured(
                        DraftedPlan.ofWritten(
                                begin(DrillWords.words(drill.types()), year, language), drill, model, language),
                        model,
                        language),
                null);
    }

    private static Optional<Drill> findWritten(ContinuityModel model, @Nullable String id) {
        return model.drills().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst();
    }

    /** Begins a plan of another plan, without its day. */
    @Transactional
    public PlannedDrill fromPlan(long id, int year) {
        return plans.create(DraftedPlan.copy(plans.get(id).content(), year), null);
    }

    /** Begins the plan of a scheduled drill; a problem {@code already-planned} where it has one. */
    @Transactional
    public PlannedDrill fromScheduled(String uid, String language) {
        ContinuityModel model = register.requireModel();
        ScheduledDrill scheduled = drills.listYears().stream()
                .flatMap(year -> drills.findSchedule(year).stream())
                .flatMap(stored -> stored.schedule().drills().stream())
                .filter(each -> each.uid().equals(uid))
                .findFirst()
                .orElseThrow(() -> Refusals.unknownSource("scheduled drill", uid));
        int year = scheduled.date().getYear();
        PlanContent begun = begin(DrillWords.words(scheduled.types()), year, language);
        PlanContent written = findWritten(model, scheduled.writtenDrill())
                .map(drill -> DraftedPlan.ofWritten(begun, drill, model, language))
                .orElse(begun);
        return plans.create(
                measured(DraftedPlan.ofScheduled(written, scheduled, model, language), model, language), uid);
    }

    private PlanContent measured(PlanContent plan, ContinuityModel model, String language) {
        String key = plan.template();
        boolean own = key == null
                || !plan.steps()
                        .equals(templates
                                .find(key, language, plan.year())
                                .orElseThrow()
                                .content()
                                .steps());
        return key == null || own
                ? plan
                : DraftedPlan.measured(plan, templates.findMeasured(key), key, model, language);
    }

    /** The template of the most telling type. */
    private PlanContent begin(List<String> types, int year, String language) {
        String key = Stream.of("live-failover", "scenario", "data-recovery", "desktop")
                .filter(types::contains)
                .findFirst()
                .orElse("desktop");
        return templates.find(key, language, year).orElseThrow().content();
    }
}
