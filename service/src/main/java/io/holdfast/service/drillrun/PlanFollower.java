package io.holdfast.service.drillrun;

import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.EndedHow;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.kernel.web.ProblemException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets a plan follow what its events say: it begins, ends, is corrected or has not begun after all, at the moments of the events and
 * whenever they were received. Within the transaction of the caller, who holds the lock of the drill. For any number of threads.
 */
@Singleton
final class PlanFollower {

    private final DrillPlans plans;

    PlanFollower(DrillPlans plans) {
        this.plans = plans;
    }

    /** Why a drill cannot begin as a state says; empty where it can, or has begun, or the state says nothing of a start. */
    Optional<ProblemException> findObstacle(long plan, RunState state) {
        Instant startedAt = state.startedAt();
        return startedAt == null || plans.get(plan).stage() != PlanStage.APPROVED
                ? Optional.empty()
                : plans.findObstacle(plan, startedAt);
    }

    /** Brings a plan to where the state of its drill is; a plan that cannot begin stays. */
    void follow(long plan, RunState state) {
        PlannedDrill drill = plans.get(plan);
        Instant startedAt = state.startedAt();
        switch (drill.stage()) {
            case APPROVED -> {
                if (startedAt != null && findObstacle(plan, state).isEmpty()) {
                    plans.begin(plan, startedAt);
                    end(plan, state);
                }
            }
            case RUNNING -> {
                if (startedAt == null) {
                    plans.takeBack(plan);
                } else {
                    if (!startedAt.equals(drill.life().startedAt())) {
                        plans.correct(plan, startedAt, null, null);
                    }
                    end(plan, state);
                }
            }
            case ENDED -> {
                if (startedAt == null) {
                    plans.takeBack(plan);
                } else if (differs(drill.life(), state)) {
                    plans.correct(
                            plan,
                            startedAt,
                            state.endedAt(),
                            EndedHow.find(String.valueOf(state.endedHow())).orElse(null));
                }
            }
            case DRAFT, SUBMITTED, CLOSED, CANCELLED -> {}
        }
    }

    private void end(long plan, RunState state) {
        Instant endedAt = state.endedAt();
        if (endedAt != null) {
            plans.end(plan, EndedHow.find(String.valueOf(state.endedHow())).orElseThrow(), endedAt);
        }
    }

    private static boolean differs(PlannedDrill.Life life, RunState state) {
        EndedHow how = life.endedHow();
        return !(String.valueOf(life.startedAt()).equals(String.valueOf(state.startedAt()))
                && String.valueOf(life.endedAt()).equals(String.valueOf(state.endedAt()))
                && (how == null ? "" : how.word()).equals(state.endedHow()));
    }
}
