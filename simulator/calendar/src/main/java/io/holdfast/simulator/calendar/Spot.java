package io.holdfast.simulator.calendar;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;

/** A time that a drill could have: its days, by index in the year, and its hours. Immutable. */
final class Spot {

    private final int[] days;
    private final int startMinute;
    private final int endMinute;

    private Spot(int[] days, int startMinute, int endMinute) {
        this.days = days;
        this.startMinute = startMinute;
        this.endMinute = endMinute;
    }

    /** The spot that begins on a day at a time; empty where the drill would not end within the year. */
    static Optional<Spot> find(YearDays year, Candidate drill, int first, LocalTime start) {
        int[] days = new int[drill.workingDays()];
        int filled = 0;
        for (int day = first; filled < days.length; day++) {
            if (day >= year.length()) {
                return Optional.empty();
            }
            if (day == first || drill.on().contains(year.at(day).kind())) {
                days[filled++] = day;
            }
        }
        int minute = StartWindow.minute(start);
        return Optional.of(new Spot(days, minute, minute + drill.minutes()));
    }

    int first() {
        return days[0];
    }

    int last() {
        return days[days.length - 1];
    }

    /** How many days it has. */
    int length() {
        return days.length;
    }

    int day(int number) {
        return days[number];
    }

    boolean isOn(int day) {
        return Arrays.binarySearch(days, day) >= 0;
    }

    int startMinute() {
        return startMinute;
    }

    int endMinute() {
        return endMinute;
    }

    LocalTime start() {
        return LocalTime.of(startMinute / 60, startMinute % 60);
    }

    /** Whether the hours of two spots that share a day overlap. */
    boolean overlaps(Spot other) {
        return startMinute < other.endMinute && other.startMinute < endMinute;
    }
}
