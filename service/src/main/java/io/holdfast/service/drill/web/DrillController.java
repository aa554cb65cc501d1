package io.holdfast.service.drill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drill.Drills;
import io.holdfast.service.drill.RuleBook;
import io.holdfast.service.drill.StoredSchedule;
import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.drill.internal.FeedWriter;
import io.holdfast.service.drill.internal.ModelNames;
import io.holdfast.service.drill.internal.SchedulePlanner;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.ContinuityModel;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drill schedules and their feed over HTTP. */
@Controller("/api/drills")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DrillController {

    private static final MediaType ICALENDAR = new MediaType("text/calendar", Map.of("charset", "utf-8"));

    private final Drills drills;
    private final Register register;
    private final ScheduleViews views;
    private final RuleBook rules;

    DrillController(Drills drills, Register register, ScheduleViews views, RuleBook rules) {
        this.views = views;
        this.rules = rules;
        this.drills = drills;
        this.register = register;
    }

    /** The years that were planned. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Years(List<Integer> years) {}

    /** The year to plan. */
    record Wanted(@Nullable Integer year) {}

    /** The drills that are written down, with the newest estimates of them. */
    @Get
    List<WrittenView> written() {
        RegisterState state = register.requireState();
        return drills.listWritten().stream()
                .map(each -> WrittenView.of(each, state.model(), state.digest()))
                .toList();
    }

    @Get("/schedules")
    Years years() {
        return new Years(drills.listYears());
    }

    @Get("/schedules/{year}")
    ScheduleView schedule(int year, @QueryValue(defaultValue = "en") String language) {
        DrillTexts texts = Requests.requireTexts(language);
        return view(requireSchedule(Requests.requireYear(year)), texts);
    }

    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/schedules")
    ScheduleView plan(@Body Wanted wanted, @QueryValue(defaultValue = "en") String language) {
        DrillTexts texts = Requests.requireTexts(language);
        int year = Requests.requireYear(wanted.year());
        return view(drills.plan(year), texts);
    }

    private ScheduleView view(StoredSchedule stored, DrillTexts texts) {
        return views.of(stored, texts);
    }

    /**
     * The feed of a year, or of all that were planned, on the days that plans state. Drills whose day must not be known are in it only
     * for whoever may plan drills in the whole organisation, and never by a secret address; those whose day is sealed are in no feed
     * until they begin (row D7).
     */
    @Allows(Permission.READ_FEED)
    @Get("/feed.ics")
    HttpResponse<byte[]> feed(
            @Nullable @QueryValue Integer year,
            @QueryValue(defaultValue = "en") String language,
            @QueryValue(defaultValue = "false") boolean announcedOnly) {
        DrillTexts texts = Requests.requireTexts(language);
        ContinuityModel model = register.requireModel();
        Stream<Integer> years = year == null ? drills.listYears().stream() : Stream.of(Requests.requireYear(year));
        List<StoredSchedule> schedules = years.map(this::requireSchedule).toList();
        String feed = new FeedWriter(texts, ModelNames.of(model, rules.current().rules()))
                .write(schedules, SchedulePlanner.zone(model), announcedOnly, stored -> drills.show(stored.schedule()));
        return HttpResponse.ok(feed.getBytes(StandardCharsets.UTF_8))
                .contentType(ICALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"drills.ics\"");
    }

    private StoredSchedule requireSchedule(int year) {
        return drills.findSchedule(year).orElseThrow(() -> Requests.noSchedule(year));
    }
}
