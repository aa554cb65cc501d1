package io.holdfast.service.drillplay.internal;

import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.play.Happening;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/** At what a clock stops: what people would want to decide on. */
public final class Notable {

    private static final long MINUTE = 60_000;

    private Notable() {}

    /** The first moment after now at which anything at all happens, injects of the plan included. */
    public static OptionalLong next(List<Happening> whole, List<PlanContent.Inject> injects, long now, long horizon) {
        return first(whole.stream().mapToLong(Happening::atMillis), injects, now, horizon);
    }

    /** The first moment after now at which something happens that asks for people. */
    public static OptionalLong nextStop(
            List<Happening> whole, List<PlanContent.Inject> injects, Set<Id> inScope, long now, long horizon) {
        return first(
                whole.stream().filter(each -> isNotable(each, inScope)).mapToLong(Happening::atMillis),
                injects,
                now,
                horizon);
    }

    /** What lies beyond the horizon is never reached: nothing can be decided there. */
    private static OptionalLong first(LongStream happens, List<PlanContent.Inject> injects, long now, long horizon) {
        return LongStream.concat(happens, injects.stream().mapToLong(Notable::millis))
                .filter(at -> at > now && at <= horizon)
                .min();
    }

    /** When an inject of the plan is due, in virtual milliseconds. */
    public static long millis(PlanContent.Inject inject) {
        return inject.atMinutes() * MINUTE;
    }

    private static boolean isNotable(Happening each, Set<Id> inScope) {
        return switch (each.kind()) {
            case DETECTED, DECLARED, TEAM_READY, FAILED, WAITS, RPO_MISSED, LAPSED, HAZARD_OVER -> true;
            case DOWN, BACK, RTO_MISSED, MTPD_MISSED -> {
                Id element = each.element();
                yield element != null && inScope.contains(element);
            }
            case HIT, SUCCEEDED, CALLED_OFF, DATA, SHARE, RESTARTS, BEGUN, MOVED -> false;
        };
    }
}
