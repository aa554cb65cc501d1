package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.RecoveryMethod;
import org.jspecify.annotations.Nullable;

/** What a type of drill lets people see: the one table for what it would teach and for what it has taught. */
public final class Shown {

    private Shown() {}

    /**
     * Whether a type shows a number.
     *
     * @param type the type
     * @param announced whether the participants know the date: unannounced, somebody has to notice and to come
     * @param quantity which number
     * @param method the method that it stands on, or null where it stands on none
     */
    public static boolean by(Drill.Type type, boolean announced, Quantity quantity, @Nullable RecoveryMethod method) {
        return switch (quantity) {
            case DETECT, MOBILISE_OFF_HOURS -> !announced;
            case MOBILISE -> !announced || type == Drill.Type.DESKTOP || type == Drill.Type.SCENARIO;
            case DECLARE -> type == Drill.Type.DESKTOP || type == Drill.Type.SCENARIO;
            case REACH, ANSWERS -> type == Drill.Type.DESKTOP;
            case RESTART -> type == Drill.Type.SCENARIO || type == Drill.Type.LIVE_FAILOVER;
            case DURATION, SUCCESS, LAG -> worksOn(type, method);
            case USABLE -> type != Drill.Type.LIVE_FAILOVER && worksOn(type, method);
            case LASTS, HOLDS_FOR, HAZARD_LASTS, DWELL, MTBF, FREQUENCY -> false;
        };
    }

    private static boolean worksOn(Drill.Type type, @Nullable RecoveryMethod method) {
        return method != null
                && switch (type) {
                    case DESKTOP -> false;
                    case DATA_RECOVERY -> isRestore(method);
                    case SCENARIO -> true;
                    case LIVE_FAILOVER -> method.kind() == MethodKind.FAILOVER;
                };
    }

    /** Whether a method brings back data from a copy; a switch to a replica does not. */
    public static boolean isRestore(RecoveryMethod method) {
        return switch (method.kind()) {
            case RESTORE, REBUILD, REPLACE, REPAIR -> method.data() != null;
            case FAILOVER, WORKAROUND -> method.data() instanceof MethodData.Backup;
        };
    }
}
