package io.holdfast.service.drill.web;

import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.SubjectStates;
import io.holdfast.service.approval.VersionView;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.drill.ApprovedSchedule;
import io.holdfast.service.drill.ScheduleDrafts;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;

/** Approval of the schedule of a year over HTTP (row D1). */
@Controller("/api/drills/schedules/{year}")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScheduleApprovalController {

    private final ScheduleDrafts drafts;
    private final Approvals approvals;
    private final SubjectStates states;
    private final Accounts accounts;

    ScheduleApprovalController(ScheduleDrafts drafts, Approvals approvals, SubjectStates states, Accounts accounts) {
        this.drafts = drafts;
        this.approvals = approvals;
        this.states = states;
        this.accounts = accounts;
    }

    /** Where the approval stands, and what differs from what is approved. */
    @Get("/approval")
    SubjectState state(int year, @QueryValue(defaultValue = "en") String language) {
        Requests.requireTexts(language);
        return states.of(draft(year), language);
    }

    /** Submits the schedule as it is now. */
    @Allows(value = Permission.PLAN_DRILLS, everywhere = true)
    @Post("/approval")
    @ApiResponse(responseCode = "201", description = "Submitted", useReturnTypeSchema = true)
    HttpResponse<VersionView> submit(int year, @Body Wish wish, @QueryValue(defaultValue = "en") String language) {
        Requests.requireTexts(language);
        Document submitted = approvals.submit(draft(year), wish);
        return HttpResponse.created(VersionView.of(
                submitted, submitted.versions().getFirst(), language, accounts.listNames(), Acting.current()));
    }

    private Draft draft(int year) {
        return drafts.findDraft(Requests.requireYear(year)).orElseThrow(() -> Requests.noSchedule(year));
    }

    /** A schedule as it was submitted, with the version that it is. */
    record Version(ApprovedSchedule schedule, VersionView version) {}

    @Get("/versions/{number}")
    Version version(int year, int number, @QueryValue(defaultValue = "en") String language) {
        Requests.requireTexts(language);
        Optional<Document> found = approvals.findDocument(ScheduleDrafts.TYPE, Integer.toString(year));
        Optional<Frozen> frozen = found.flatMap(each -> approvals.findFrozen(each.id(), number));
        if (found.isEmpty() || frozen.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "unknown-version",
                    "The schedule of " + year + " has no version " + number + ". GET /api/drills/schedules/" + year
                            + "/approval says which it has.");
        }
        return new Version(
                drafts.thaw(frozen.get(), language),
                VersionView.of(
                        found.get(),
                        found.get().findVersion(number).orElseThrow(),
                        language,
                        accounts.listNames(),
                        Acting.current()));
    }
}
