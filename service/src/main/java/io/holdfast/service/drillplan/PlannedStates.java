package io.holdfast.service.drillplan;

import io.holdfast.service.drill.ScheduledStates;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of scheduled drills, by their plans. For any number of threads. */
@Singleton
final class PlannedStates implements ScheduledStates {

    private final DrillPlans plans;
    private final Register register;

    PlannedStates(DrillPlans plans, Register register) {
        this.plans = plans;
        this.register = register;
    }

    @Override
    public Map<String, State> findStates(Collection<String> uids) {
        ZoneId zone = OrganisationZone.of(register);
        Map<String, State> states = new HashMap<>();
        for (PlannedDrill plan : plans.listPlansOfScheduled(uids)) {
            states.merge(Objects.requireNonNull(plan.scheduledUid()), state(plan, zone), PlannedStates::joined);
        }
        return Map.copyOf(states);
    }

    /** The state of two plans of one drill: that of the one that is not cancelled, with the changes of both. */
    private static State joined(State newer, State older) {
        State state = newer.stage() == Stage.CANCELLED ? older : newer;
        return new State(
                state.plan(),
                state.stage(),
                state.announced(),
                state.on(),
                state.start(),
                state.minutes(),
                state.window(),
                newer.changes() + older.changes(),
                newer.changedAt().isAfter(older.changedAt()) ? newer.changedAt() : older.changedAt());
    }

    private static State state(PlannedDrill plan, ZoneId zone) {
        Instant started = plan.life().startedAt();
        PlanContent.Timing timing = plan.content().timing();
        LocalDateTime begins = started != null
                ? LocalDateTime.ofInstant(started, zone).truncatedTo(ChronoUnit.MINUTES)
                : timing == null ? null : timing.date().atTime(timing.start());
        return new State(
                plan.id(),
                stage(plan),
                plan.content().announced(),
                begins == null ? null : begins.toLocalDate(),
                begins == null ? null : begins.toLocalTime(),
                plan.content().plannedMinutes(),
                window(plan),
                plan.version(),
                plan.life().changedAt());
    }

    private static Stage stage(PlannedDrill plan) {
        return switch (plan.stage()) {
            case DRAFT, SUBMITTED -> Stage.PLANNED;
            case APPROVED -> Stage.APPROVED;
            case RUNNING -> Stage.RUNNING;
            case ENDED, CLOSED -> isHeld(plan) ? Stage.HELD : Stage.STOPPED;
            case CANCELLED -> Stage.CANCELLED;
        };
    }

    private static boolean isHeld(PlannedDrill plan) {
        return plan.life().endedHow() == EndedHow.COMPLETED;
    }

    private static @Nullable Window window(PlannedDrill plan) {
        PlanContent.Window window = plan.content().window();
        return window == null || plan.life().startedAt() != null || plan.stage() == PlanStage.CANCELLED
                ? null
                : new Window(window.from(), window.to());
    }

    @Override
    public List<Held> listHeld() {
        ZoneId zone = OrganisationZone.of(register);
        return plans.listHeldPlans().stream()
                .flatMap(plan -> plan.content().scope().stream()
                        .map(element -> new Held(
                                element,
                                plan.content().types(),
                                LocalDate.ofInstant(
                                        Objects.requireNonNull(plan.life().endedAt()), zone),
                                plan.scheduledUid())))
                .toList();
    }
}
