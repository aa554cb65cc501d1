package io.holdfast.service.drill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.Drills;
import io.holdfast.service.drill.RetestDuties;
import io.holdfast.service.drill.RuleBook;
import io.holdfast.service.drill.StoredRules;
import io.holdfast.service.drill.internal.DrillTexts;
import io.holdfast.service.drill.internal.ModelNames;
import io.holdfast.service.drill.internal.RulesJson;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.register.Register;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the organisation has decided about its drills, and what follows from it, over HTTP. */
@Controller("/api/drills")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RulesController {

    private final RuleBook rules;
    private final RetestDuties retests;
    private final Drills drills;
    private final Register register;
    private final ScheduleViews views;

    RulesController(RuleBook rules, RetestDuties retests, Drills drills, Register register, ScheduleViews views) {
        this.rules = rules;
        this.retests = retests;
        this.drills = drills;
        this.register = register;
        this.views = views;
    }

    /** The rules that hold, who decided them and when; null while a preset holds that nobody chose. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RulesView(
            RulesJson.Body rules,
            int version,
            @Nullable String changedBy,
            @Nullable String changedAt) {}

    @Get("/rules")
    HttpResponse<RulesView> rules() {
        return answer(rules.current());
    }

    private static HttpResponse<RulesView> answer(StoredRules stored) {
        return HttpResponse.ok(new RulesView(
                        RulesJson.of(stored.rules()),
                        stored.version(),
                        stored.changedBy(),
                        stored.changedAt() == null ? null : stored.changedAt().toString()))
                .header("ETag", VersionTag.of(stored.version()));
    }

    /** Presets to begin with: standard, Taiwan's rules, DORA. */
    @Get("/rules/presets")
    List<RulesJson.Body> presets() {
        return DrillRules.presets().stream().map(RulesJson::of).toList();
    }

    /** Decides something else, as a whole; schedules follow when they are planned again. */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Put("/rules")
    HttpResponse<RulesView> replace(@Nullable @Header("If-Match") String ifMatch, @Body byte[] body) {
        return answer(rules.replace(Bodies.object(body), VersionTag.seenOfEntry(ifMatch)));
    }

    /** A service that must be tested again; days as 2026-03-05. */
    record RetestView(
            String cause, ScheduleView.Named service, int tier, ScheduleView.Why why, String from, String by) {}

    /** A retest that somebody has set aside. */
    record DismissalView(String cause, ScheduleView.Named service, String reason, String by, String at) {}

    /** What must be tested again, and what need not be after all. */
    record RetestList(List<RetestView> open, List<DismissalView> dismissed) {}

    /** What must be tested again after major changes. */
    @Get("/retests")
    RetestList retests(@QueryValue(defaultValue = "en") String language) {
        DrillTexts texts = Requests.requireTexts(language);
        ModelNames names = ModelNames.of(register.requireModel());
        return new RetestList(
                retests.listOpen().stream()
                        .map(each -> new RetestView(
                                each.cause(),
                                ScheduleView.Named.of(each.service(), names.label(each.service())),
                                each.tier(),
                                views.reasons(List.of(each.why()), texts).getFirst(),
                                each.from().toString(),
                                each.by().toString()))
                        .toList(),
                retests.listDismissals().stream()
                        .map(each -> new DismissalView(
                                each.cause(),
                                ScheduleView.Named.of(each.service(), names.label(each.service())),
                                each.reason(),
                                each.by(),
                                each.at().toString()))
                        .toList());
    }

    /** Which retest need not be, and why. */
    record Dismissal(
            @Nullable String cause,
            @Nullable String service,
            @Nullable String reason) {}

    /** Sets a retest aside. */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/retests/dismissals")
    @ApiResponse(responseCode = "204", description = "Set aside")
    HttpResponse<?> dismiss(@Body Dismissal dismissal) {
        retests.dismiss(
                Objects.requireNonNullElse(dismissal.cause(), ""),
                Objects.requireNonNullElse(dismissal.service(), ""),
                Objects.requireNonNullElse(dismissal.reason(), ""));
        return HttpResponse.noContent();
    }

    /** Devices that stand in for each other; lastHeld and due null where none was drilled, as far as is known. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DevicesView(
            List<ScheduleView.Named> devices,
            int tier,
            @Nullable String lastHeld,
            @Nullable String due) {}

    /** Redundant devices, and when they were drilled last. */
    @Get("/redundant")
    List<DevicesView> redundant() {
        ModelNames names = ModelNames.of(register.requireModel());
        return drills.listRedundant().stream()
                .map(group -> new DevicesView(
                        group.devices().stream()
                                .map(id -> ScheduleView.Named.of(id, names.label(id)))
                                .toList(),
                        group.tier(),
                        group.lastHeld() == null ? null : group.lastHeld().toString(),
                        group.due() == null ? null : group.due().toString()))
                .toList();
    }
}
