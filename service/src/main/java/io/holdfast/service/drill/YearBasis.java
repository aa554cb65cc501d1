package io.holdfast.service.drill;

import io.holdfast.service.drill.ScheduledStates.Held;
import io.holdfast.service.drill.ScheduledStates.Stage;
import io.holdfast.service.drill.ScheduledStates.State;
import io.holdfast.service.drill.internal.Cell;
import io.holdfast.service.drill.internal.NewestCells;
import io.holdfast.service.drill.internal.Retests;
import io.holdfast.service.drill.internal.YearInputs;
import io.holdfast.service.drill.store.CalendarStore;
import io.holdfast.service.drill.store.RulesStore;
import io.holdfast.service.drill.store.ScheduleStore;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.simulation.Run;
import io.holdfast.service.simulation.RunStatus;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Scenario;
import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a schedule is made of, and what later rooms know. For any number of threads. */
@Singleton
class YearBasis {

    /** Where a drill's day is settled by its plan, or has been, whether it states one or not. */
    private static final Set<Stage> SETTLED = EnumSet.of(Stage.APPROVED, Stage.RUNNING, Stage.HELD);

    /** Where the day that a plan states is the day of the drill. */
    private static final Set<Stage> STATING = EnumSet.of(Stage.PLANNED, Stage.APPROVED, Stage.RUNNING, Stage.HELD);

    private final Register register;
    private final Simulations simulations;
    private final CalendarStore calendars;
    private final ScheduleStore schedules;
    private final RulesStore rules;
    private final RetestDuties retests;
    private final BeanProvider<ScheduledStates> states;
    private final BeanProvider<LearningWorth> worths;

    YearBasis(
            Register register,
            Simulations simulations,
            CalendarStore calendars,
            ScheduleStore schedules,
            RulesStore rules,
            RetestDuties retests,
            BeanProvider<ScheduledStates> states,
            BeanProvider<LearningWorth> worths) {
        this.register = register;
        this.simulations = simulations;
        this.calendars = calendars;
        this.schedules = schedules;
        this.rules = rules;
        this.retests = retests;
        this.states = states;
        this.worths = worths;
    }

    /**
     * What a schedule is made of.
     *
     * @param digest the digest of the model
     * @param rules the rules that hold
     * @param pins what people have fixed
     * @param before the schedule that there is, if there is one
     * @param settled what plans say of the days of its drills, by uid
     * @param inputs the same for the planner
     */
    record Basis(
            String digest,
            StoredRules rules,
            List<DrillPin> pins,
            Optional<StoredSchedule> before,
            Map<String, Settled> settled,
            YearInputs inputs) {}

    /** What a plan says of the day of a scheduled drill. */
    record Settled(
            Stage stage, @Nullable LocalDate on, @Nullable LocalTime start) {

        /** Whether nobody else can give the drill another day. */
        boolean isFinal() {
            return stage.settles(on);
        }
    }

    /** Reads it; what has changed since a baseline is worked out first, with no connection of the database held. */
    Basis read(int year) {
        return read(year, retests.listOpen());
    }

    /** Reads all but the retests. A problem {@code no-model} where no model is stored. */
    @ReadOnly
    Basis read(int year, List<Retest> open) {
        RegisterState state = register.requireState();
        StoredRules decided = rules.load();
        Optional<StoredSchedule> before = schedules.find(year);
        List<DrillPin> pins = schedules.listPins(year);
        List<ScheduledDrill> previous =
                before.map(each -> each.schedule().drills()).orElseGet(List::of);
        int days = decided.rules().retestDays();
        Map<String, Settled> settled = settled(previous);
        return new Basis(
                state.digest(),
                decided,
                pins,
                before,
                settled,
                new YearInputs(
                        year,
                        state.model(),
                        state.digest(),
                        calendars.load(),
                        decided.rules(),
                        cells(state.model(), state.digest()),
                        previous,
                        withSettled(pins, previous, settled),
                        listHeld(),
                        Retests.inYear(open, year, days)));
    }

    /**
     * Whether nothing that a schedule was made of has changed, the plans of its drills included; within a transaction that holds the
     * lock of the year.
     */
    boolean isCurrent(Basis basis) {
        int year = basis.inputs().year();
        return schedules.find(year).equals(basis.before())
                && schedules.listPins(year).equals(basis.pins())
                && rules.load().version() == basis.rules().version()
                && register.requireState().digest().equals(basis.digest())
                && calendars
                        .load()
                        .digest(year)
                        .equals(basis.inputs().calendar().digest(year))
                && settled(basis.inputs().previous()).equals(basis.settled());
    }

    private Map<String, Settled> settled(List<ScheduledDrill> drills) {
        Map<String, Settled> settled = new HashMap<>();
        findStates(drills.stream().map(ScheduledDrill::uid).toList())
                .forEach((uid, state) -> settled.put(uid, new Settled(state.stage(), state.on(), state.start())));
        return Map.copyOf(settled);
    }

    /** Pins, with those of nobody for drills whose plan has settled their day; the day that a plan states goes before all. */
    private static List<DrillPin> withSettled(
            List<DrillPin> pins, List<ScheduledDrill> previous, Map<String, Settled> known) {
        Map<String, DrillPin> all = new LinkedHashMap<>();
        pins.forEach(pin -> all.put(pin.uid(), pin));
        for (ScheduledDrill drill : onTheirDays(previous, known)) {
            Settled settled = known.get(drill.uid());
            DrillPin nobodys = new DrillPin(drill.uid(), drill.date(), drill.start(), "", "", Instant.EPOCH);
            if (settled != null && settled.on() != null && STATING.contains(settled.stage())) {
                all.put(drill.uid(), nobodys);
            } else if (settled != null && SETTLED.contains(settled.stage())) {
                all.putIfAbsent(drill.uid(), nobodys);
            }
        }
        return List.copyOf(all.values());
    }

    /** Drills on the days that their plans state, where these lie in their year. */
    static List<ScheduledDrill> onTheirDays(List<ScheduledDrill> drills, Map<String, Settled> known) {
        return drills.stream()
                .map(drill -> onItsDay(drill, known.get(drill.uid())))
                .toList();
    }

    private static ScheduledDrill onItsDay(ScheduledDrill drill, @Nullable Settled settled) {
        LocalDate on = settled == null || !STATING.contains(settled.stage()) ? null : settled.on();
        return settled == null || on == null || on.getYear() != drill.date().getYear()
                ? drill
                : drill.at(on, Objects.requireNonNullElse(settled.start(), drill.start()));
    }

    /** Whether anybody knows what became of drills. */
    boolean knowsStates() {
        return states.isPresent();
    }

    /** What became of drills, by uid. */
    @ReadOnly
    Map<String, State> findStates(Collection<String> uids) {
        return states.isPresent() && !uids.isEmpty() ? states.get().findStates(uids) : Map.of();
    }

    /** What was drilled, as far as anybody knows. */
    @ReadOnly
    List<Held> listHeld() {
        return states.isPresent() ? states.get().listHeld() : List.of();
    }

    /** What drills are worth, as far as anybody knows. */
    Map<String, LearningWorth.Worth> findWorth(List<LearningWorth.Asked> asked) {
        return worths.isPresent() ? worths.get().findWorth(asked) : Map.of();
    }

    /** What the newest finished run of each scenario says, of runs on this very model. */
    private Map<String, List<Cell>> cells(ContinuityModel model, String digest) {
        NewestCells cells = new NewestCells();
        for (Scenario scenario : model.scenarios()) {
            Optional<Run> newest = simulations
                    .findNewest(scenario.id().value(), RunStatus.FINISHED)
                    .filter(run -> run.modelDigest().equals(digest));
            newest.ifPresent(run -> simulations
                    .findReading(run.id())
                    .ifPresent(result -> cells.add(scenario.id().value(), run.id(), result)));
        }
        return cells.byElement();
    }
}
