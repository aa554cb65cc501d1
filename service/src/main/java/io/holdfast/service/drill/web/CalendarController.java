package io.holdfast.service.drill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drill.CalendarChange;
import io.holdfast.service.drill.CalendarDay;
import io.holdfast.service.drill.CalendarReading;
import io.holdfast.service.drill.Drills;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.internal.CalendarFiles;
import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The holiday calendar over HTTP. */
@Controller("/api/calendar")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CalendarController {

    private final Drills drills;

    CalendarController(Drills drills) {
        this.drills = drills;
    }

    /** A day; date as 2026-02-17. */
    record DayView(String date, String kind, String name) {
        static DayView of(CalendarDay day) {
            return new DayView(day.date().toString(), day.kind().word(), day.name());
        }
    }

    /** A file that was imported. */
    record ImportView(long id, String fileName, int days, String importedAt) {}

    /** The days of a year, or all; months as 2026-02. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CalendarView(List<DayView> days, List<String> coveredMonths, List<ImportView> imports) {}

    @Get
    CalendarView calendar(@Nullable @QueryValue Integer year) {
        if (year != null) {
            Requests.requireYear(year);
        }
        HolidayCalendar calendar = drills.getCalendar();
        return new CalendarView(
                calendar.days().stream()
                        .filter(day -> year == null || day.date().getYear() == year)
                        .map(DayView::of)
                        .toList(),
                calendar.covered().stream()
                        .filter(month -> year == null || month.getYear() == year)
                        .map(YearMonth::toString)
                        .toList(),
                drills.listImports().stream()
                        .map(each -> new ImportView(
                                each.id(),
                                each.fileName(),
                                each.days(),
                                each.importedAt().toString()))
                        .toList());
    }

    /** What an import changes, or would change where {@code applied} is false. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ChangeView(
            boolean applied,
            int days,
            int unchanged,
            List<DayView> added,
            List<DayView> removed,
            List<String> coveredMonths,
            List<String> newlyCovered) {
        static ChangeView of(CalendarChange change, boolean applied) {
            return new ChangeView(
                    applied,
                    change.days(),
                    change.unchanged(),
                    change.added().stream().map(DayView::of).toList(),
                    change.removed().stream().map(DayView::of).toList(),
                    change.covered().stream().map(YearMonth::toString).toList(),
                    change.newlyCovered().stream().map(YearMonth::toString).toList());
        }
    }

    /** One fault of a file; row, column and value where it has them. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Violation(
            @Nullable Integer row,
            @Nullable String column,
            @Nullable String value,
            String code,
            String message) {}

    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/imports")
    @Consumes(MediaType.ALL)
    HttpResponse<?> importFile(
            @Body byte[] file,
            @QueryValue(defaultValue = "calendar") String fileName,
            @QueryValue(defaultValue = "false") boolean apply,
            @QueryValue(defaultValue = "en") String language) {
        DrillTexts texts = Requests.requireTexts(language);
        return switch (CalendarFiles.read(file)) {
            case CalendarReading.Read read ->
                HttpResponse.ok(ChangeView.of(
                        apply ? drills.importCalendar(plain(fileName), read) : drills.previewCalendar(read), apply));
            case CalendarReading.Refused refused -> throw refusal(refused, texts);
        };
    }

    private static ProblemException refusal(CalendarReading.Refused refused, DrillTexts texts) {
        List<Violation> violations = refused.faults().stream()
                .map(fault ->
                        new Violation(fault.row(), fault.column(), fault.value(), fault.code(), texts.sentence(fault)))
                .toList();
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "calendar-refused",
                violations.getFirst().message(),
                Map.of("violations", violations));
    }

    private static String plain(String fileName) {
        String name = fileName.strip().replaceAll("\\p{Cntrl}", "");
        return name.isEmpty() ? "calendar" : name.substring(0, Math.min(name.length(), 200));
    }
}
