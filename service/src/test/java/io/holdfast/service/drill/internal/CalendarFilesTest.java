package io.holdfast.service.drill.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.service.drill.CalendarDay;
import io.holdfast.service.drill.CalendarReading;
import io.holdfast.service.drill.CalendarReading.Fault;
import io.holdfast.service.drill.HolidayCalendar;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarFilesTest {

    static CalendarReading read(String text) {
        return CalendarFiles.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheShippedCalendarOfTaiwan() {
        HolidayCalendar taiwan = Samples.calendar();
        assertThat(taiwan.days()).hasSize(187);
        assertThat(taiwan.covered()).hasSize(120).contains(YearMonth.of(2017, 1), YearMonth.of(2026, 12));
        assertThat(taiwan.isWorkingDay(LocalDate.of(2026, 2, 17)))
                .as("Lunar New Year")
                .isFalse();
        assertThat(taiwan.isWorkingDay(LocalDate.of(2025, 2, 8)))
                .as("make-up Saturday")
                .isTrue();
        assertThat(taiwan.isWorkingDay(LocalDate.of(2026, 2, 7)))
                .as("plain Saturday")
                .isFalse();
        assertThat(taiwan.isWorkingDay(LocalDate.of(2027, 1, 2)))
                .as("uncovered Saturday")
                .isFalse();
        assertThat(taiwan.isCovered(YearMonth.of(2027, 1))).isFalse();
    }

    @Test
    void readsTheSameHolidaysFromICalendarAsFromTheTable() throws IOException {
        String folder = System.getenv("HOLDFAST_DATA");
        assumeTrue(folder != null, "HOLDFAST_DATA is not set");
        byte[] file = Files.readAllBytes(Path.of(folder, "calendar", "taiwan_2025_2026.ics"));
        HolidayCalendar feed = Samples.calendar(file);
        List<CalendarDay> table = Samples.calendar().days().stream()
                .filter(day -> day.date().getYear() >= 2025 && day.kind() == CalendarDay.Kind.HOLIDAY)
                .toList();
        assertThat(feed.days()).isEqualTo(table);
        assertThat(feed.covered()).hasSize(24).contains(YearMonth.of(2026, 12));
    }

    @Test
    void coversWholeMonthsFromTheFirstDayToTheLastAndTheEmptyOnesBetween() {
        CalendarReading reading = read("date,kind,name\n2026-03-31,holiday,a\n2026-06-01,holiday,b\n");
        assertThat(((CalendarReading.Read) reading).covered())
                .containsExactly(
                        YearMonth.of(2026, 3), YearMonth.of(2026, 4), YearMonth.of(2026, 5), YearMonth.of(2026, 6));
    }

    @Test
    void letsBlackoutDaysCoverNothing() {
        CalendarReading.Read reading =
                (CalendarReading.Read) read("date,kind,name\r\n2026-11-11,blackout,\"sales day, 11.11\"\r\n");
        assertThat(reading.covered()).isEmpty();
        HolidayCalendar calendar = HolidayCalendar.of(reading.days(), reading.covered());
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 11, 11))).isTrue();
        assertThat(calendar.allowsDrill(LocalDate.of(2026, 11, 11))).isFalse();
    }

    @Test
    void takesAnEventThatSaysSoForAMakeUpDayAndSpreadsLongOnes() {
        CalendarReading.Read reading = (CalendarReading.Read) read(ics(
                event("a", "DTSTART;VALUE=DATE:20250208", "DTEND;VALUE=DATE:20250209", "SUMMARY:補行上班"),
                event("b", "DTSTART;VALUE=DATE:20250127", "DTEND;VALUE=DATE:20250130", "SUMMARY:春節")));
        assertThat(reading.days())
                .containsExactly(
                        new CalendarDay(LocalDate.of(2025, 1, 27), CalendarDay.Kind.HOLIDAY, "春節"),
                        new CalendarDay(LocalDate.of(2025, 1, 28), CalendarDay.Kind.HOLIDAY, "春節"),
                        new CalendarDay(LocalDate.of(2025, 1, 29), CalendarDay.Kind.HOLIDAY, "春節"),
                        new CalendarDay(LocalDate.of(2025, 2, 8), CalendarDay.Kind.MAKE_UP_WORKDAY, "補行上班"));
    }

    static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }

    static String ics(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    static List<Arguments> broken() {
        String day = "DTSTART;VALUE=DATE:20260217";
        return List.of(
                Arguments.of("", "empty-file", null, null),
                Arguments.of("date,kind,name\n", "empty-file", null, null),
                Arguments.of("day,kind,name\n2026-02-17,holiday,x\n", "bad-header", 1, null),
                Arguments.of("date,kind,name\n2026-02-30,holiday,x\n", "bad-date", 2, "date"),
                Arguments.of("date,kind,name\n17.02.2026,holiday,x\n", "bad-date", 2, "date"),
                Arguments.of("date,kind,name\n2026-02-17,holliday,x\n", "unknown-kind", 2, "kind"),
                Arguments.of("date,kind,name\n2026-02-17,holiday\n", "wrong-number-of-fields", 2, null),
                Arguments.of("date,kind,name\n2026-02-17,holiday, \n", "bad-name", 2, "name"),
                Arguments.of(
                        "date,kind,name\n2026-02-17,holiday,x\n2026-02-17,make-up-workday,y\n",
                        "duplicate-day",
                        3,
                        "date"),
                Arguments.of("date,kind,name\n2026-02-17,holiday,\"x\n", "broken-table", null, null),
                Arguments.of("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "not-icalendar", 3, null),
                Arguments.of("BEGIN:VCARD\r\nEND:VCARD\r\n", "not-icalendar", 1, null),
                Arguments.of(ics(), "empty-file", null, null),
                Arguments.of(ics(event("a", "DTSTART:20260217T090000Z", "SUMMARY:x")), "bad-date", 1, "DTSTART"),
                Arguments.of(
                        ics(event("a", "DTSTART;TZID=No/Where:20260217T000000", "SUMMARY:x")),
                        "not-icalendar",
                        null,
                        null),
                Arguments.of(ics(event("a", "DTSTART;VALUE=DATE:20260299", "SUMMARY:x")), "not-icalendar", 7, null),
                Arguments.of(ics(event("a", day)), "bad-name", 1, "SUMMARY"),
                Arguments.of(ics(event("a", day, "SUMMARY:x", "RRULE:FREQ=YEARLY")), "repeats", 1, "RRULE"),
                Arguments.of(
                        ics(event("a", day, "SUMMARY:x"), event("b", day, "SUMMARY:y")), "duplicate-day", 2, "DTSTART"),
                Arguments.of(ics(event("a", day, "DTEND;VALUE=DATE:20260101", "SUMMARY:x")), "bad-date", 1, "DTEND"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesABrokenFileWholeWithRowAndColumn(String text, String code, Integer row, String column) {
        CalendarReading reading = read(text);
        assertThat(reading).isInstanceOf(CalendarReading.Refused.class);
        Fault fault = ((CalendarReading.Refused) reading).faults().getFirst();
        assertThat(fault.code()).as(fault.message()).isEqualTo(code);
        assertThat(fault.row()).as(fault.message()).isEqualTo(row);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.message()).endsWith(".");
        DrillTexts.LANGUAGES.forEach(
                language -> assertThat(DrillTexts.find(language).orElseThrow().sentence(fault))
                        .isNotBlank());
    }

    @Test
    void refusesWhatIsNotUtf8OrTooLarge() {
        byte[] big5 = "date,kind,name\n2026-02-17,holiday,春節\n".getBytes(Charset.forName("Big5"));
        assertThat(((CalendarReading.Refused) CalendarFiles.read(big5)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("not-utf8"));
        byte[] large = new byte[CalendarFiles.LARGEST_BYTES + 1];
        assertThat(((CalendarReading.Refused) CalendarFiles.read(large)).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("too-large"));
    }

    @Test
    void listsEveryFaultOfATable() {
        CalendarReading reading = read("date,kind,name\nx,holiday,a\n2026-01-01,y,b\n2026-01-02,holiday,c\n");
        assertThat(((CalendarReading.Refused) reading).faults())
                .extracting(Fault::row)
                .containsExactly(2, 3);
    }
}
