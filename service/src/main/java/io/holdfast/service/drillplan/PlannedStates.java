package io.holdfast.service.drillplan;

import io.holdfast.service.drill.ScheduledStates;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        Set<String> wanted = Set.copyOf(uids);
        ZoneId zone = OrganisationZone.of(register);
        Map<String, State> states = new HashMap<>();
        for (PlannedDrill plan : plans.listPlans()) {
            String uid = plan.scheduledUid();
            if (uid != null && wanted.contains(uid)) {
                states.merge(
                        uid, state(plan, zone), (newer, older) -> newer.stage() == Stage.CANCELLED ? older : newer);
            }
        }
        return Map.copyOf(states);
    }

    private static State state(PlannedDrill plan, ZoneId zone) {
        return new State(plan.id(), stage(plan), day(plan, zone), window(plan));
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

    private static @Nullable LocalDate day(PlannedDrill plan, ZoneId zone) {
        Instant started = plan.life().startedAt();
        PlanContent.Timing timing = plan.content().timing();
        return started != null ? LocalDate.ofInstant(started, zone) : timing == null ? null : timing.date();
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
        return plans.listPlans().stream()
                .filter(PlannedStates::isHeld)
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
