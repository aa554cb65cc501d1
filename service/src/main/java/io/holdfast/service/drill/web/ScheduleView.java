package io.holdfast.service.drill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.StoredSchedule;
import io.holdfast.service.drill.UnplacedDrill;
import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.drill.internal.ModelNames;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Label;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A year's schedule as the API shows it.
 *
 * @param year the year
 * @param timeZone the zone of days and times
 * @param modelDigest the model it was made from
 * @param madeAt when it was last changed, ISO 8601
 * @param modelChanged whether the model has changed since; planning again brings it up to date
 * @param calendarChanged whether what the calendar says about the year has changed since
 * @param months the twelve months, with whether an imported calendar covers them
 * @param services every service of the model, in file order, with how many drills it has
 * @param teams everybody who takes part
 * @param drills by day
 * @param unplaced what found no day, and why
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ScheduleView(
        int year,
        String timeZone,
        String modelDigest,
        String madeAt,
        boolean modelChanged,
        boolean calendarChanged,
        List<Month> months,
        List<Service> services,
        List<Named> teams,
        List<DrillView> drills,
        List<Unplaced> unplaced) {

    /** A month as 2026-02. */
    record Month(String month, boolean covered) {}

    /** An id with its names. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Named(String id, @Nullable String name, Map<String, String> names) {
        static Named of(String id, Label label) {
            return new Named(id, label.name(), label.names());
        }
    }

    /** A service and how many drills it has in the year. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Service(
            String id,
            @Nullable String name,
            Map<String, String> names,
            @Nullable Integer tier,
            int drills) {}

    /** A reason with its sentence in the language asked for. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Why(String code, Map<String, String> values, String text) {}

    /** A drill; start as 02:00, hours of the estimate null where there is none or that rank is never back. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DrillView(
            String uid,
            String service,
            int tier,
            List<String> types,
            String date,
            String start,
            int minutes,
            boolean announced,
            @Nullable Named scenario,
            @Nullable Long run,
            @Nullable Double p50Hours,
            @Nullable Double p95Hours,
            List<String> teams,
            List<Why> why,
            List<Why> flags,
            @Nullable Named writtenDrill) {}

    /** A drill without a day. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Unplaced(String uid, String service, int tier, List<String> types, List<Why> why) {}

    static ScheduleView of(
            StoredSchedule stored,
            ContinuityModel model,
            String modelDigest,
            HolidayCalendar calendar,
            DrillTexts texts) {
        DrillSchedule schedule = stored.schedule();
        ModelNames names = ModelNames.of(model);
        Function<Reason, Why> why = reason -> new Why(
                reason.code(),
                reason.values(),
                texts.sentence(reason, (kind, value) -> names.name(value, texts.language())));
        return new ScheduleView(
                schedule.year(),
                schedule.zone().getId(),
                schedule.modelDigest(),
                stored.madeAt().toString(),
                !schedule.modelDigest().equals(modelDigest),
                !schedule.calendarDigest().equals(calendar.digest(schedule.year())),
                months(schedule.year(), calendar),
                services(model, schedule),
                schedule.drills().stream()
                        .flatMap(drill -> drill.teams().stream())
                        .distinct()
                        .sorted()
                        .map(team -> Named.of(team, names.label(team)))
                        .toList(),
                schedule.drills().stream()
                        .map(drill -> drill(drill, names, why))
                        .toList(),
                schedule.unplaced().stream().map(drill -> unplaced(drill, why)).toList());
    }

    private static List<Month> months(int year, HolidayCalendar calendar) {
        List<Month> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth each = YearMonth.of(year, month);
            months.add(new Month(each.toString(), calendar.isCovered(each)));
        }
        return months;
    }

    private static List<Service> services(ContinuityModel model, DrillSchedule schedule) {
        return model.elements().stream()
                .filter(element -> element.type() == ElementType.SERVICE)
                .map(element -> service(element, schedule.drills().stream()))
                .toList();
    }

    private static Service service(Element element, Stream<ScheduledDrill> drills) {
        String id = element.id().value();
        return new Service(id, element.label().name(), element.label().names(), element.tier(), (int)
                drills.filter(drill -> drill.service().equals(id)).count());
    }

    private static DrillView drill(ScheduledDrill drill, ModelNames names, Function<Reason, Why> why) {
        ScheduledDrill.Practice practice = drill.practice();
        String written = drill.writtenDrill();
        return new DrillView(
                drill.uid(),
                drill.service(),
                drill.tier(),
                DrillWords.words(drill.types()),
                drill.date().toString(),
                drill.start().toString(),
                drill.minutes(),
                drill.announced(),
                practice == null ? null : Named.of(practice.scenario(), names.label(practice.scenario())),
                practice == null ? null : practice.run(),
                practice == null ? null : practice.p50Hours(),
                practice == null ? null : practice.p95Hours(),
                drill.teams(),
                drill.why().stream().map(why).toList(),
                drill.flags().stream().map(why).toList(),
                written == null ? null : Named.of(written, names.label(written)));
    }

    private static Unplaced unplaced(UnplacedDrill drill, Function<Reason, Why> why) {
        return new Unplaced(
                drill.uid(),
                drill.service(),
                drill.tier(),
                DrillWords.words(drill.types()),
                drill.why().stream().map(why).toList());
    }
}
