package io.holdfast.service.sla.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.VersionView;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.web.KeptLanguage;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.sla.AgreementDrafts;
import io.holdfast.service.sla.AgreementSubmissions;
import io.holdfast.service.sla.ApprovedAgreements;
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

/** Approval of agreements over HTTP: where it stands, submission, and versions as they were. */
@Controller("/api/service-levels/{id}")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "levels",
        description = "What is promised, whether the chain carries it, what was measured, and who has approved it")
final class AgreementApprovalController {

    private final AgreementSubmissions submissions;
    private final Accounts accounts;

    AgreementApprovalController(AgreementSubmissions submissions, Accounts accounts) {
        this.submissions = submissions;
        this.accounts = accounts;
    }

    /** Where the approval stands, and what differs from what is approved. */
    @Get("/approval")
    SubjectState state(String id, @QueryValue(defaultValue = "en") String language) {
        return submissions.state(id, KeptLanguage.require(language));
    }

    /** Submits what is agreed in the version that was seen: If-Match is the ETag of its GET. */
    @Allows(Permission.EDIT_REGISTER)
    @Post("/approval")
    @ApiResponse(responseCode = "201", description = "Submitted", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<VersionView> submit(
            String id,
            @Nullable @Header("If-Match") String ifMatch,
            @Body Wish wish,
            @QueryValue(defaultValue = "en") String language) {
        String wanted = KeptLanguage.require(language);
        Document submitted = submissions.submit(id, wish, VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.created(VersionView.of(
                submitted, submitted.versions().getFirst(), wanted, accounts.listNames(), Acting.current()));
    }

    /**
     * Agreements as they were submitted.
     *
     * @param agreements what people read and approved
     * @param record the same as it stood in the register
     * @param version the version that they are
     */
    record AgreementVersion(ApprovedAgreements agreements, JsonNode record, VersionView version) {}

    @Sensitive("agreements")
    @Get("/versions/{number}")
    AgreementVersion version(String id, int number, @QueryValue(defaultValue = "en") String language) {
        String wanted = KeptLanguage.require(language);
        AgreementSubmissions.Submitted submitted = submissions.version(id, number);
        return new AgreementVersion(
                AgreementDrafts.thaw(submitted.frozen(), wanted),
                submitted.frozen().basis().path("record"),
                VersionView.of(
                        submitted.document(),
                        submitted.document().findVersion(number).orElseThrow(),
                        wanted,
                        accounts.listNames(),
                        Acting.current()));
    }
}
