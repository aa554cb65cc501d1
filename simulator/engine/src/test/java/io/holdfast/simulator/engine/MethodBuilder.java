package io.holdfast.simulator.engine;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.UncertainHours;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a recovery method for a test. */
final class MethodBuilder {

    private final MethodKind kind;
    private final UncertainHours duration;
    private final Map<Id, Integer> crew = new LinkedHashMap<>();
    private double success = 1;
    private double capacity = 1;
    private @Nullable List<Need> needs;
    private @Nullable MethodData data;
    private @Nullable UncertainHours lasts;
    private @Nullable Set<DownState> answers;

    MethodBuilder(MethodKind kind, UncertainHours duration) {
        this.kind = kind;
        this.duration = duration;
    }

    static MethodBuilder method(MethodKind kind, UncertainHours duration) {
        return new MethodBuilder(kind, duration);
    }

    @CanIgnoreReturnValue
    MethodBuilder success(double value) {
        success = value;
        return this;
    }

    @CanIgnoreReturnValue
    MethodBuilder capacity(double value) {
        capacity = value;
        return this;
    }

    @CanIgnoreReturnValue
    MethodBuilder needs(Need... value) {
        needs = List.of(value);
        return this;
    }

    @CanIgnoreReturnValue
    MethodBuilder data(MethodData value) {
        data = value;
        return this;
    }

    @CanIgnoreReturnValue
    MethodBuilder lasts(double hours) {
        lasts = UncertainHours.fixed(hours);
        return this;
    }

    @CanIgnoreReturnValue
    MethodBuilder crew(String team, int count) {
        crew.put(Id.of(team), count);
        return this;
    }

    @CanIgnoreReturnValue
    MethodBuilder crew(String... teams) {
        for (String team : teams) {
            crew.put(Id.of(team), 1);
        }
        return this;
    }

    @CanIgnoreReturnValue
    MethodBuilder answers(DownState... states) {
        answers = Set.of(states);
        return this;
    }

    RecoveryMethod build() {
        return new RecoveryMethod(
                null,
                kind,
                Label.NONE,
                false,
                success,
                duration,
                needs,
                List.of(),
                capacity,
                lasts,
                data,
                crew,
                answers);
    }
}
