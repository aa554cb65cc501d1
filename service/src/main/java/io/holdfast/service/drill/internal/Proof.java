package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.Reason;
import io.holdfast.simulator.calendar.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a search could prove about a schedule, in words: of each aim its value, and by how much it could be better at most. */
public final class Proof {

    private Proof() {}

    /** A reason for each aim that has something to say, the first aim first. */
    public static List<Reason> of(List<Level> levels) {
        List<Reason> reasons = new ArrayList<>();
        for (Level level : levels) {
            switch (level.aim()) {
                case MISSING -> reasons.add(missing(level));
                case LEARNING -> {
                    if (level.bound() > 0) {
                        reasons.add(measured("proof-learning", level));
                    }
                }
                case MOVES -> {
                    if (level.value() > 0) {
                        reasons.add(measured("proof-moves", level));
                    }
                }
                case DISTANCE -> reasons.add(measured("proof-distance", level));
            }
        }
        return reasons;
    }

    private static Reason missing(Level level) {
        if (level.value() == 0) {
            return Reason.of("proof-missing-none");
        }
        return Reason.of(level.isProven() ? "proof-missing-best" : "proof-missing-open");
    }

    private static Reason measured(String code, Level level) {
        String value = number(level.value());
        return level.isProven()
                ? Reason.of(code + "-best", "value", value)
                : Reason.of(code + "-open", "value", value, "percent", percent(level));
    }

    /** Better by so much at most, rounded up so that no more is promised than is proven. */
    private static String percent(Level level) {
        double share = 100 * level.gap() / Math.max(Math.abs(level.value()), 1e-9);
        return share > 1000 ? "1000" : String.valueOf((int) Math.ceil(share));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
