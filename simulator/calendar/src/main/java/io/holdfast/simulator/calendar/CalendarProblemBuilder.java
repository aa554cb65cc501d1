package io.holdfast.simulator.calendar;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;

/** Collects the parts of a {@link CalendarProblem}. Not for use by several threads. */
public final class CalendarProblemBuilder {

    private YearDays days;
    private List<StartWindow> windows = List.of();
    private List<Candidate> drills = List.of();
    private List<Freeze> freezes = List.of();
    private List<LoadLimit> limits = List.of();
    private Budget budget = Budget.NONE;
    private List<Precedence> precedences = List.of();
    private List<Duty> duties = List.of();
    private List<DrillPlace> pins = List.of();
    private List<DrillPlace> previous = List.of();
    private int weekCrowdingDays;

    CalendarProblemBuilder(YearDays days) {
        this.days = days;
    }

    /** Starts from another problem. */
    public CalendarProblemBuilder(CalendarProblem from) {
        days = from.days();
        windows = from.windows();
        drills = from.drills();
        freezes = from.freezes();
        limits = from.limits();
        budget = from.budget();
        precedences = from.precedences();
        duties = from.duties();
        pins = from.pins();
        previous = from.previous();
        weekCrowdingDays = from.weekCrowdingDays();
    }

    /** Sets the year. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder days(YearDays value) {
        days = value;
        return this;
    }

    /** Sets the parts of a day. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder windows(List<StartWindow> values) {
        windows = values;
        return this;
    }

    /** Sets what may or must take place. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder drills(List<Candidate> values) {
        drills = values;
        return this;
    }

    /** Sets blackouts and change freezes. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder freezes(List<Freeze> values) {
        freezes = values;
        return this;
    }

    /** Sets how many drills a team may have. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder limits(List<LoadLimit> values) {
        limits = values;
        return this;
    }

    /** Sets what all drills may take together. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder budget(Budget value) {
        budget = value;
        return this;
    }

    /** Sets which drill waits for which. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder precedences(List<Precedence> values) {
        precedences = values;
        return this;
    }

    /** Sets what must be covered. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder duties(List<Duty> values) {
        duties = values;
        return this;
    }

    /** Sets what a person has fixed. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder pins(List<DrillPlace> values) {
        pins = values;
        return this;
    }

    /** Sets the earlier plan. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder previous(List<DrillPlace> values) {
        previous = values;
        return this;
    }

    /** Sets how many days a drill would rather move than be one more in a week. */
    @CanIgnoreReturnValue
    public CalendarProblemBuilder weekCrowdingDays(int value) {
        weekCrowdingDays = value;
        return this;
    }

    /** The problem, or {@link IllegalArgumentException}. */
    public CalendarProblem build() {
        return new CalendarProblem(
                days, windows, drills, freezes, limits, budget, precedences, duties, pins, previous, weekCrowdingDays);
    }
}
