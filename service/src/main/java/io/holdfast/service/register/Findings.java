package io.holdfast.service.register;

import io.holdfast.simulator.drill.DrillDay;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the register breaks of the guideline and the standards. Worked out once for a revision and a day, by the first who asks;
 * others wait for it. The day is the organisation's. For any number of threads.
 */
@Singleton
public class Findings {

    private final Register register;
    private final Clock clock;
    private @Nullable FindingsState kept;

    Findings(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** The findings as of today; a problem {@code no-model} where nothing was stored. Cost: seconds after a change of a large register. */
    public FindingsState requireState() {
        RegisterState state = register.requireState();
        return of(state, today(state));
    }

    private DrillDay today(RegisterState state) {
        return new DrillDay(LocalDate.ofInstant(clock.instant(), OrganisationZone.of(state.model()))
                .toString());
    }

    private synchronized FindingsState of(RegisterState state, DrillDay day) {
        FindingsState known = kept;
        if (known == null
                || !known.asOf().equals(day)
                || known.register().revision() != state.revision()
                || !known.register().digest().equals(state.digest())) {
            known = new FindingsState(state, day);
            kept = known;
        }
        return known;
    }
}
