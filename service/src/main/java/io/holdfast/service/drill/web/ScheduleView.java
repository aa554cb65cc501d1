package io.holdfast.service.drill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drill.DrillKind;
import io.holdfast.service.drill.DrillPin;
import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.DrillSchedule;
import io.holdfast.service.drill.DrillScope;
import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drill.LearningWorth;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.ScheduledStates.Held;
import io.holdfast.service.drill.ScheduledStates.State;
import io.holdfast.service.drill.StoredSchedule;
import io.holdfast.service.drill.UnplacedDrill;
import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.drill.internal.ModelNames;
import io.holdfast.service.drill.internal.ServiceDuties;
import io.holdfast.service.drill.internal.ShownDrill;
import io.holdfast.service.drill.internal.ShownYear;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.calendar.Level;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Label;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param subjects what is drilled and is no service: recurring tests and redundant devices
 * @param proof what the search could prove about each of its aims, the first first; empty for schedules of before
 * @param provenBest whether no schedule within the rules is better
 * @param statesKnown whether anybody knows what became of drills
 * @param today the day it is now in the organisation's time zone
 * @param budget what the drills take together, and how much they may
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
        List<Unplaced> unplaced,
        List<Named> subjects,
        List<Why> proof,
        boolean provenBest,
        boolean statesKnown,
        String today,
        BudgetView budget) {

    /** A month as 2026-02. */
    record Month(String month, boolean covered) {}

    /** An id with its names. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Named(String id, @Nullable String name, Map<String, String> names) {
        static Named of(String id, Label label) {
            return new Named(id, label.name(), label.names());
        }
    }

    /**
     * A service, how many drills it has in the year, when it was drilled last, and by when it must be again by the rules that hold, each
     * where that is known.
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Service(
            String id,
            @Nullable String name,
            Map<String, String> names,
            @Nullable Integer tier,
            int drills,
            @Nullable String lastHeld,
            @Nullable String due) {}

    /** What all drills take; a limit that nobody has set is null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record BudgetView(
            double peopleHours,
            @Nullable Double mostPeopleHours,
            double liveHours,
            @Nullable Double mostLiveHours) {}

    /** A reason with its sentence in the language asked for. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Why(String code, Map<String, String> values, String text) {}

    /**
     * A drill; start as 02:00, hours of the estimate null where there is none or that rank is never back; kind is tier, recurring,
     * redundant, retest or extra; stage is planned, approved, running, held, stopped or cancelled, or null where nothing is known;
     * settled where its plan, or that it has begun, leaves people no other day to give it. Date, start and minutes are those of its
     * plan, where that states them. Where there is a window its day is sealed, or the reader may not know it: date is the first day
     * of the window, start 00:00, and both say nothing.
     */
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
            @Nullable Named writtenDrill,
            String kind,
            List<Named> elements,
            double peopleHours,
            double liveHours,
            @Nullable WorthView worth,
            @Nullable PinView pin,
            @Nullable String stage,
            boolean settled,
            @Nullable Long plan,
            @Nullable WindowView window,
            boolean overdue) {}

    /** What a drill is expected to teach: how much is not known of the P95 of an element, before and after. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WorthView(
            Named element,
            double nowHours,
            double thenHours,
            @Nullable String input) {}

    /** Who has given a drill its day, when and why. */
    record PinView(String by, String at, String reason) {}

    /** The days within which a day lies that is not told. */
    record WindowView(String from, String to) {}

    /** A drill without a day. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Unplaced(String uid, String service, int tier, List<String> types, List<Why> why) {}

    private static List<Named> subjects(ShownYear year, ModelNames names) {
        return year.drills().stream()
                .map(ShownDrill::drill)
                .filter(drill -> drill.scope().kind() == DrillKind.RECURRING
                        || drill.scope().kind() == DrillKind.REDUNDANT)
                .map(ScheduledDrill::service)
                .distinct()
                .map(id -> Named.of(id, names.label(id)))
                .toList();
    }

    private static BudgetView budget(DrillSchedule schedule, DrillRules rules) {
        return new BudgetView(
                schedule.drills().stream()
                        .mapToDouble(drill -> drill.scope().peopleHours())
                        .sum(),
                rules.peopleHours(),
                schedule.drills().stream()
                        .mapToDouble(drill -> drill.scope().liveHours())
                        .sum(),
                rules.liveHours());
    }

    private static List<Month> months(int year, HolidayCalendar calendar) {
        List<Month> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth each = YearMonth.of(year, month);
            months.add(new Month(each.toString(), calendar.isCovered(each)));
        }
        return months;
    }

    private static List<Service> services(
            ContinuityModel model, DrillSchedule schedule, DrillRules rules, List<Held> held) {
        ServiceDuties duties = new ServiceDuties(model, rules.policy(), held);
        return model.elements().stream()
                .filter(element -> element.type() == ElementType.SERVICE)
                .map(element -> service(element, schedule, held, duties))
                .toList();
    }

    private static Service service(Element element, DrillSchedule schedule, List<Held> held, ServiceDuties duties) {
        String id = element.id().value();
        Optional<LocalDate> last = held.stream()
                .filter(each -> each.element().equals(id))
                .map(Held::on)
                .max(LocalDate::compareTo);
        return new Service(
                id,
                element.label().name(),
                element.label().names(),
                element.tier(),
                (int) schedule.drills().stream()
                        .filter(drill -> drill.service().equals(id))
                        .count(),
                last.map(LocalDate::toString).orElse(null),
                last.flatMap(day -> duties.findDue(element))
                        .map(LocalDate::toString)
                        .orElse(null));
    }

    /** Makes the parts of a view. */
    record Maker(ModelNames names, DrillTexts texts, boolean statesKnown, LocalDate today, ZoneId zone) {

        /** A schedule as the API shows it. */
        ScheduleView view(
                StoredSchedule stored,
                ShownYear shown,
                RegisterState state,
                HolidayCalendar calendar,
                DrillRules rules,
                List<Held> held) {
            DrillSchedule schedule = stored.schedule();
            return new ScheduleView(
                    schedule.year(),
                    schedule.zone().getId(),
                    schedule.modelDigest(),
                    stored.madeAt().toString(),
                    !schedule.modelDigest().equals(state.digest()),
                    !schedule.calendarDigest().equals(calendar.digest(schedule.year())),
                    months(schedule.year(), calendar),
                    services(state.model(), schedule, rules, held),
                    schedule.drills().stream()
                            .flatMap(drill -> drill.teams().stream())
                            .distinct()
                            .sorted()
                            .map(this::named)
                            .toList(),
                    shown.drills().stream().map(this::drill).toList(),
                    schedule.unplaced().stream().map(this::unplaced).toList(),
                    subjects(shown, names),
                    shown.proof(schedule).stream().map(this::why).toList(),
                    !schedule.levels().isEmpty() && schedule.levels().stream().allMatch(Level::isProven),
                    statesKnown,
                    today.toString(),
                    budget(schedule, rules));
        }

        /** A reason with its sentence. */
        Why why(Reason reason) {
            return new Why(
                    reason.code(),
                    reason.values(),
                    texts.sentence(reason, (kind, value) -> names.name(value, texts.language())));
        }

        private Named named(String id) {
            return Named.of(id, names.label(id));
        }

        private DrillView drill(ShownDrill shown) {
            ScheduledDrill drill = shown.drill();
            ScheduledDrill.Practice practice = drill.practice();
            String written = drill.writtenDrill();
            DrillScope scope = drill.scope();
            DrillPin pin = drill.pin();
            State state = shown.state();
            WindowView window = shown.window() == null
                    ? null
                    : new WindowView(
                            shown.window().from().toString(),
                            shown.window().to().toString());
            LearningWorth.Worth worth = scope.worth();
            return new DrillView(
                    drill.uid(),
                    drill.service(),
                    drill.tier(),
                    DrillWords.words(drill.types()),
                    drill.date().toString(),
                    drill.start().toString(),
                    drill.minutes(),
                    shown.announced(),
                    practice == null ? null : named(practice.scenario()),
                    practice == null ? null : practice.run(),
                    practice == null ? null : practice.p50Hours(),
                    practice == null ? null : practice.p95Hours(),
                    drill.teams(),
                    drill.why().stream().map(this::why).toList(),
                    drill.flags().stream().map(this::why).toList(),
                    written == null ? null : named(written),
                    scope.kind().word(),
                    scope.elements().stream().map(this::named).toList(),
                    scope.peopleHours(),
                    scope.liveHours(),
                    worth == null
                            ? null
                            : new WorthView(named(worth.element()), worth.nowHours(), worth.thenHours(), worth.input()),
                    pin == null ? null : new PinView(pin.by(), pin.at().toString(), pin.reason()),
                    state == null ? null : state.stage().name().toLowerCase(Locale.ROOT),
                    state != null && state.stage().settles(state.on()),
                    state == null ? null : state.plan(),
                    window,
                    statesKnown && shown.isOverdue(today, zone));
        }

        private Unplaced unplaced(UnplacedDrill drill) {
            return new Unplaced(
                    drill.uid(),
                    drill.service(),
                    drill.tier(),
                    DrillWords.words(drill.types()),
                    drill.why().stream().map(this::why).toList());
        }
    }
}
