package io.holdfast.simulator.calendar;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.holdfast.simulator.model.Drill;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Candidate}. Not for use by several threads. */
public final class CandidateBuilder {

    private final String id;
    private String window;
    private List<Drill.Type> types = List.of();
    private int tier = 1;
    private boolean mandatory;
    private int times = 1;
    private int workingDays = 1;
    private int minutes = 120;
    private Set<DayKind> on = EnumSet.of(DayKind.WORKING, DayKind.MAKE_UP);
    private List<String> teams = List.of();
    private List<String> sites = List.of();
    private List<String> exclusive = List.of();
    private List<String> subjects = List.of();
    private double peopleHours;
    private double productionRisk;
    private double learning;
    private @Nullable LocalDate earliest;
    private @Nullable LocalDate latest;
    private @Nullable LocalDate last;
    private int spacingDays = 1;
    private List<LocalDate> preferred = List.of();

    CandidateBuilder(String id, String window) {
        this.id = id;
        this.window = window;
    }

    CandidateBuilder(Candidate from) {
        this(from.id(), from.window());
        types = from.types();
        tier = from.tier();
        mandatory = from.mandatory();
        times = from.times();
        workingDays = from.workingDays();
        minutes = from.minutes();
        on = from.on();
        teams = from.teams();
        sites = from.sites();
        exclusive = from.exclusive();
        subjects = from.subjects();
        peopleHours = from.peopleHours();
        productionRisk = from.productionRisk();
        learning = from.learning();
        earliest = from.earliest();
        latest = from.latest();
        last = from.last();
        spacingDays = from.spacingDays();
        preferred = from.preferred();
    }

    /** Sets its types. */
    @CanIgnoreReturnValue
    public CandidateBuilder types(Drill.Type... values) {
        types = List.of(values);
        return this;
    }

    /** Sets the importance of what it drills, 1 the most. */
    @CanIgnoreReturnValue
    public CandidateBuilder tier(int value) {
        tier = value;
        return this;
    }

    /** Makes it take place so many times, whatever it teaches. */
    @CanIgnoreReturnValue
    public CandidateBuilder mandatory(int value) {
        mandatory = true;
        times = value;
        return this;
    }

    /** Lets it take place up to so many times. */
    @CanIgnoreReturnValue
    public CandidateBuilder optional(int value) {
        mandatory = false;
        times = value;
        return this;
    }

    /** Sets how many working days it lasts, and how many minutes on each. */
    @CanIgnoreReturnValue
    public CandidateBuilder lasts(int days, int minutesADay) {
        workingDays = days;
        minutes = minutesADay;
        return this;
    }

    /** Sets the part of the day. */
    @CanIgnoreReturnValue
    public CandidateBuilder window(String value) {
        window = value;
        return this;
    }

    /** Sets what its days may be. */
    @CanIgnoreReturnValue
    public CandidateBuilder on(Set<DayKind> values) {
        on = values;
        return this;
    }

    /** Sets who takes part. */
    @CanIgnoreReturnValue
    public CandidateBuilder teams(List<String> values) {
        teams = values;
        return this;
    }

    /** Sets where it is. */
    @CanIgnoreReturnValue
    public CandidateBuilder sites(List<String> values) {
        sites = values;
        return this;
    }

    /** Sets what no other drill may use at the same time. */
    @CanIgnoreReturnValue
    public CandidateBuilder exclusive(List<String> values) {
        exclusive = values;
        return this;
    }

    /** Sets what it covers. */
    @CanIgnoreReturnValue
    public CandidateBuilder subjects(List<String> values) {
        subjects = values;
        return this;
    }

    /** Sets what it takes, risks and teaches, each time. */
    @CanIgnoreReturnValue
    public CandidateBuilder worth(double hours, double risk, double points) {
        peopleHours = hours;
        productionRisk = risk;
        learning = points;
        return this;
    }

    /** Sets the first day that it may begin, and the last by which it must be over. */
    @CanIgnoreReturnValue
    public CandidateBuilder between(@Nullable LocalDate first, @Nullable LocalDate end) {
        earliest = first;
        latest = end;
        return this;
    }

    /** Sets when it was last held, and the days between two of its times. */
    @CanIgnoreReturnValue
    public CandidateBuilder spacing(@Nullable LocalDate held, int days) {
        last = held;
        spacingDays = days;
        return this;
    }

    /** Sets the days around which it would best lie. */
    @CanIgnoreReturnValue
    public CandidateBuilder preferred(List<LocalDate> values) {
        preferred = values;
        return this;
    }

    /** The candidate, or {@link IllegalArgumentException}. */
    public Candidate build() {
        return new Candidate(
                id,
                types,
                tier,
                mandatory,
                times,
                workingDays,
                minutes,
                window,
                on,
                teams,
                sites,
                exclusive,
                subjects,
                peopleHours,
                productionRisk,
                learning,
                earliest,
                latest,
                last,
                spacingDays,
                preferred);
    }
}
