package io.holdfast.service.change.web;

import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.VersionView;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.change.ApprovedChange;
import io.holdfast.service.change.ChangeDrafts;
import io.holdfast.service.change.Submissions;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.web.KeptLanguage;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.VersionTag;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Approval of changes over HTTP: where it stands, submission, and versions as they were. */
@Controller("/api/changes/{id}")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "change",
        description = "Changes with impact, back-out and approval, what is learnt from them, and baselines")
final class ChangeApprovalController {

    private final Submissions submissions;
    private final Accounts accounts;

    ChangeApprovalController(Submissions submissions, Accounts accounts) {
        this.submissions = submissions;
        this.accounts = accounts;
    }

    /** Where the approval stands, and what differs from what is approved. */
    @Get("/approval")
    SubjectState state(long id, @QueryValue(defaultValue = "en") String language) {
        return submissions.state(id, KeptLanguage.require(language));
    }

    /** Submits the change in the version that was seen, with its impact at this moment. */
    @Allows(Permission.EDIT_REGISTER)
    @Post("/approval")
    @ApiResponse(responseCode = "201", description = "Submitted", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<VersionView> submit(
            long id,
            @Nullable @Header("If-Match") String ifMatch,
            @Body Wish wish,
            @QueryValue(defaultValue = "en") String language) {
        String wanted = KeptLanguage.require(language);
        Document submitted = submissions.submit(id, wish, VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.created(VersionView.of(
                submitted, submitted.versions().getFirst(), wanted, accounts.listNames(), Acting.current()));
    }

    /**
     * A change as it was submitted.
     *
     * @param change what people read and approved
     * @param version the version that it is
     */
    record Version(ApprovedChange change, VersionView version) {}

    @Sensitive("change")
    @Get("/versions/{number}")
    Version version(long id, int number, @QueryValue(defaultValue = "en") String language) {
        String wanted = KeptLanguage.require(language);
        Submissions.Version found = submissions.version(id, number);
        return new Version(
                ChangeDrafts.thaw(found.frozen(), wanted),
                VersionView.of(
                        found.document(),
                        found.document().findVersion(number).orElseThrow(),
                        wanted,
                        accounts.listNames(),
                        Acting.current()));
    }
}
