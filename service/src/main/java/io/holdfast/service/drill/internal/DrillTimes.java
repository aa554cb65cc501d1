package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.ScheduledDrill.Practice;
import io.holdfast.simulator.model.Drill;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a drill begins and how long it is planned to last. A live drill lies in the off-peak hours 02:00 to 05:00 (practice
 * of the financial centres' yearly switch-over), all others in working hours 09:00 to 17:00, a desktop drill alone in the
 * afternoon.
 *
 * @param start when it begins
 * @param minutes planned length, whole half hours
 * @param windowMinutes the longest that its window allows
 * @param exceeds whether the estimate is longer than the window
 */
record DrillTimes(LocalTime start, int minutes, int windowMinutes, boolean exceeds) {

    private static final LocalTime OFF_PEAK = LocalTime.of(2, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final int OFF_PEAK_MINUTES = 180;
    private static final int WORKING_MINUTES = 480;
    private static final int DESKTOP_MINUTES = 120;
    private static final int DEFAULT_MINUTES = 240;

    /** The times of a drill; a desktop drill plays the response chain alone, so no recovery time bears on it. */
    static DrillTimes of(List<Drill.Type> types, @Nullable Practice practice) {
        if (types.contains(Drill.Type.LIVE_FAILOVER)) {
            return fit(OFF_PEAK, OFF_PEAK_MINUTES, OFF_PEAK_MINUTES, 0, practice);
        }
        if (types.equals(List.of(Drill.Type.DESKTOP))) {
            return new DrillTimes(AFTERNOON, DESKTOP_MINUTES, WORKING_MINUTES, false);
        }
        int talk = types.contains(Drill.Type.DESKTOP) ? DESKTOP_MINUTES : 0;
        return fit(MORNING, WORKING_MINUTES, DEFAULT_MINUTES, talk, practice);
    }

    /** The 95 % quantile of the estimate, up to a half hour, within the window; without an estimate the default. */
    private static DrillTimes fit(LocalTime start, int window, int byDefault, int talk, @Nullable Practice practice) {
        if (practice == null || practice.run() == null) {
            return new DrillTimes(start, Math.min(window, byDefault + talk), window, false);
        }
        Double p95 = practice.p95Hours();
        double needed = p95 == null ? Double.POSITIVE_INFINITY : Math.ceil(p95 * 2) * 30 + talk;
        int minutes = (int) Math.clamp(needed, 60, window);
        return new DrillTimes(start, minutes, window, needed > window);
    }
}
