package io.holdfast.service.drill.web;

import io.holdfast.service.drill.Drills;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.RuleBook;
import io.holdfast.service.drill.StoredSchedule;
import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.drill.internal.ModelNames;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Makes views of schedules from what several doors say. For any number of threads. */
@Singleton
class ScheduleViews {

    private final Drills drills;
    private final Register register;
    private final RuleBook rules;
    private final Clock clock;

    ScheduleViews(Drills drills, Register register, RuleBook rules, Clock clock) {
        this.drills = drills;
        this.register = register;
        this.rules = rules;
        this.clock = clock;
    }

    ScheduleView of(StoredSchedule stored, DrillTexts texts) {
        RegisterState state = register.requireState();
        var decided = rules.current().rules();
        ZoneId zone = stored.schedule().zone();
        return new ScheduleView.Maker(
                        ModelNames.of(state.model(), decided),
                        texts,
                        drills.knowsStates(),
                        LocalDate.ofInstant(clock.instant(), zone),
                        zone)
                .view(stored, drills.show(stored.schedule()), state, drills.getCalendar(), decided, drills.listHeld());
    }

    /** Reasons with their sentences. */
    List<ScheduleView.Why> reasons(List<Reason> reasons, DrillTexts texts) {
        ModelNames names =
                ModelNames.of(register.requireModel(), rules.current().rules());
        ScheduleView.Maker maker = new ScheduleView.Maker(names, texts, false, LocalDate.EPOCH, ZoneId.of("UTC"));
        return reasons.stream().map(maker::why).toList();
    }
}
