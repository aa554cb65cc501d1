package io.holdfast.service.drillreport;

import io.holdfast.service.drillplan.ApprovedPlan;
import io.holdfast.service.drillplay.DrillPlays;
import io.holdfast.service.drillplay.EndedPlay;
import io.holdfast.service.drillreport.internal.Filling;
import io.holdfast.service.drillrun.DrillRuns;
import io.holdfast.service.drillrun.RunState;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Objectives;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What fills reports: the run of the drill, days that were played for it, and the register for targets and names. For any number of threads. */
@Singleton
public class ReportSource {

    private final DrillRuns runs;
    private final DrillPlays plays;
    private final Register register;

    ReportSource(DrillRuns runs, DrillPlays plays, Register register) {
        this.runs = runs;
        this.plays = plays;
        this.register = register;
    }

    FilledReport fill(ApprovedPlan approved, ReportContent content) {
        RunState run = runs.find(approved.plan())
                .orElseThrow(() -> new IllegalStateException("Drill " + approved.plan() + " has no run"));
        List<EndedPlay> played = plays.listEnded(List.of(approved.plan())).getOrDefault(approved.plan(), List.of());
        return fill(approved, content, run, played, register.findState());
    }

    /** Fills the reports of several drills, by the number of their plan, in as many queries as that of one. */
    Map<Long, FilledReport> fillAll(Map<Long, ApprovedPlan> approved, Map<Long, ReportContent> contents) {
        Optional<RegisterState> state = register.findState();
        Map<Long, RunState> states = runs.findAll(approved.values());
        Map<Long, List<EndedPlay>> played = plays.listEnded(approved.keySet());
        Map<Long, FilledReport> filled = new HashMap<>();
        approved.forEach((plan, each) -> filled.put(
                plan,
                fill(
                        each,
                        Objects.requireNonNull(contents.get(plan)),
                        Objects.requireNonNull(states.get(plan)),
                        played.getOrDefault(plan, List.of()),
                        state)));
        return Map.copyOf(filled);
    }

    private static FilledReport fill(
            ApprovedPlan approved,
            ReportContent content,
            RunState run,
            List<EndedPlay> played,
            Optional<RegisterState> state) {
        return Filling.of(approved, run, content, played, new Filling.Objectives() {
            @Override
            public @Nullable Double rtoHours(String element) {
                return hours(state, element, Objectives::rtoHours);
            }

            @Override
            public @Nullable Double rpoHours(String element) {
                return hours(state, element, Objectives::rpoHours);
            }
        });
    }

    private static @Nullable Double hours(
            Optional<RegisterState> state, String element, Function<Objectives, @Nullable Double> part) {
        return Optional.of(element)
                .filter(Id::isValid)
                .flatMap(id -> state.flatMap(each -> each.findObjectives(Id.of(id))))
                .map(found -> part.apply(found.objectives()))
                .orElse(null);
    }

    /** What an element or scenario of the register is called in a language, by its id; the id where there is none. */
    UnaryOperator<String> names(String language) {
        Optional<RegisterState> state = register.findState();
        return id -> Id.isValid(id)
                ? state.flatMap(each -> each.findLabel(Id.of(id)))
                        .map(label -> label.nameIn(language, id))
                        .orElse(id)
                : id;
    }

    ZoneId zone() {
        return OrganisationZone.of(register);
    }

    String organisation(String language) {
        return register.findModel()
                .map(model -> model.label().nameIn(language, ""))
                .orElse("");
    }
}
