package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.ScheduledStates.Stage;
import io.holdfast.service.drill.ScheduledStates.State;
import io.holdfast.service.drill.ScheduledStates.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled drill as somebody is told of it: on the day that its plan states, and without its day where they may not know that
 * (row D7). Whatever shows a schedule takes its drills from {@link ShownYear}.
 *
 * @param drill the drill at the time that is told; where there is a window that is its first day at midnight, and says nothing
 * @param state what became of it, or null where nobody has planned it
 * @param window the days within which its day lies, where that is not told; else null
 * @param announced whether the participants know the day, as its plan says, else as the schedule does
 * @param stated whether the day is the one that its plan states or on which it began
 */
public record ShownDrill(
        ScheduledDrill drill,
        @Nullable State state,
        @Nullable Window window,
        boolean announced,
        boolean stated) {

    /** By what is told: hidden drills by the first day of their window, so that their place in a list says nothing. */
    static final Comparator<ShownDrill> BY_TIME = Comparator.comparing(ShownDrill::drill, ScheduledDrill.BY_TIME);

    /**
     * A drill as it is told.
     *
     * @param mayKnow whether they may know the days that the schedule has for unannounced drills
     */
    static ShownDrill of(ScheduledDrill drill, @Nullable State state, boolean mayKnow) {
        State plan = state == null || state.stage() == Stage.CANCELLED ? null : state;
        boolean announced = plan == null ? drill.announced() : plan.announced();
        if (plan != null && plan.window() != null) {
            return hidden(drill, state, plan.window(), announced, mayKnow);
        }
        LocalDate on = plan == null ? null : plan.on();
        boolean again = plan != null
                && on != null
                && plan.stage() == Stage.STOPPED
                && drill.date().isAfter(on);
        if (plan != null && on != null && !again) {
            return new ShownDrill(stated(drill, plan, on), state, null, announced, true);
        }
        boolean secret = !drill.announced() || !announced;
        YearMonth month = YearMonth.from(drill.date());
        return secret && !mayKnow
                ? hidden(drill, state, new Window(month.atDay(1), month.atEndOfMonth()), announced, false)
                : new ShownDrill(drill, state, null, announced, false);
    }

    /** Without a day, and without the reasons that speak of one. */
    private static ShownDrill hidden(
            ScheduledDrill drill, @Nullable State state, Window window, boolean announced, boolean mayKnow) {
        ScheduledDrill told = drill.told(
                window.from(),
                LocalTime.MIDNIGHT,
                drill.minutes(),
                without(drill.why(), "day-"),
                without(drill.flags(), "pin-"),
                mayKnow ? drill.pin() : null);
        return new ShownDrill(told, state, window, announced, false);
    }

    /** At the time that its plan states; what the search and people have said of another day is left out. */
    private static ScheduledDrill stated(ScheduledDrill drill, State plan, LocalDate on) {
        LocalTime start = Objects.requireNonNullElse(plan.start(), drill.start());
        int minutes = plan.minutes() > 0 ? plan.minutes() : drill.minutes();
        if (on.equals(drill.date()) && start.equals(drill.start())) {
            return drill.told(on, start, minutes, drill.why(), drill.flags(), drill.pin());
        }
        List<Reason> why = new ArrayList<>(without(drill.why(), "day-"));
        why.add(Reason.of("day-settled"));
        boolean sameMonth = YearMonth.from(on).equals(YearMonth.from(drill.date()));
        List<Reason> flags = without(drill.flags(), "pin-");
        return drill.told(on, start, minutes, why, sameMonth ? flags : without(flags, "month-"), null);
    }

    private static List<Reason> without(List<Reason> reasons, String prefix) {
        return reasons.stream()
                .filter(reason -> !reason.code().startsWith(prefix))
                .toList();
    }

    /** The same without reasons and marks of some codes. */
    ShownDrill without(Predicate<Reason> telling) {
        ScheduledDrill fewer = drill.told(
                drill.date(),
                drill.start(),
                drill.minutes(),
                drill.why().stream().filter(telling.negate()).toList(),
                drill.flags().stream().filter(telling.negate()).toList(),
                drill.pin());
        return new ShownDrill(fewer, state, window, announced, stated);
    }

    /** When it begins; only where there is no window. */
    Instant startsAt(ZoneId zone) {
        return drill.date().atTime(drill.start()).atZone(zone).toInstant();
    }

    /** When it ends as planned; only where there is no window. */
    Instant endsAt(ZoneId zone) {
        return startsAt(zone).plus(Duration.ofMinutes(drill.minutes()));
    }

    /** How often what is told of its time may have changed; never goes down. */
    int sequence() {
        return drill.sequence() + (state == null ? 0 : state.changes());
    }

    /**
     * Whether its day has passed without it (row D2). A day that the search or a person has given it counts only where they gave it
     * before it came.
     */
    public boolean isOverdue(LocalDate today, ZoneId zone) {
        boolean open = state == null
                || switch (state.stage()) {
                    case PLANNED, APPROVED, STOPPED -> true;
                    case RUNNING, HELD, CANCELLED -> false;
                };
        LocalDate day = window == null ? drill.date() : window.to();
        Instant placed = drill.placedAt();
        boolean inTime =
                stated || (placed != null && !placed.atZone(zone).toLocalDate().isAfter(day));
        return open && day.isBefore(today) && inTime;
    }
}
