package io.holdfast.service.bia.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.VersionView;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.bia.AnalysisDrafts;
import io.holdfast.service.bia.ApprovedAnalysis;
import io.holdfast.service.bia.Submissions;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.web.KeptLanguage;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.kernel.web.VersionTag;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Approval of impact analyses over HTTP: where it stands, submission, versions as they were, and what calls for a review. */
@Controller("/api/impact-analyses/{id}")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "impact", description = "How long one can be without what, what follows from that, and who has approved it")
final class AnalysisApprovalController {

    private static final int MOST_WORDS = 200;

    private final Submissions submissions;
    private final Accounts accounts;

    AnalysisApprovalController(Submissions submissions, Accounts accounts) {
        this.submissions = submissions;
        this.accounts = accounts;
    }

    /** Where the approval stands, and what differs from what is approved. */
    @Get("/approval")
    SubjectState state(String id, @QueryValue(defaultValue = "en") String language) {
        return submissions.state(id, KeptLanguage.require(language));
    }

    /** Submits the analysis in the version that was seen: If-Match is the ETag of its GET. */
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
     * What has happened.
     *
     * @param kind {@code major-change}, {@code incident}, {@code drill} or {@code regulation}
     * @param about what it was, in 1 to 200 characters
     */
    record Happened(@Nullable String kind, @Nullable String about) {}

    /** Says that something calls for a review of what is approved. */
    @Allows(Permission.EDIT_REGISTER)
    @Post("/triggers")
    @ApiResponse(responseCode = "204", description = "Told")
    HttpResponse<?> announce(String id, @Body Happened body) {
        String about = Objects.requireNonNullElse(body.about(), "").strip();
        Submissions.Trigger trigger = Arrays.stream(Submissions.Trigger.values())
                .filter(each -> word(each).equals(body.kind()))
                .findFirst()
                .orElse(null);
        if (trigger == null || about.isEmpty() || about.length() > MOST_WORDS) {
            submissions.state(id, "en"); // an unknown element is told first
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-trigger",
                    "kind must be major-change, incident, drill or regulation, and about must say in 1 to 200 characters what it was.");
        }
        submissions.announce(id, trigger, about);
        return HttpResponse.noContent();
    }

    private static String word(Submissions.Trigger trigger) {
        return trigger.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * An analysis as it was submitted.
     *
     * @param analysis what people read and approved
     * @param record the same as it stood in the register
     * @param version the version that it is
     */
    record Version(ApprovedAnalysis analysis, JsonNode record, VersionView version) {}

    @Sensitive("impact-analysis")
    @Get("/versions/{number}")
    Version version(String id, int number, @QueryValue(defaultValue = "en") String language) {
        String wanted = KeptLanguage.require(language);
        Submissions.Submitted submitted = submissions.version(id, number);
        return new Version(
                AnalysisDrafts.thaw(submitted.frozen(), wanted),
                submitted.frozen().basis().path("record"),
                VersionView.of(
                        submitted.document(),
                        submitted.document().findVersion(number).orElseThrow(),
                        wanted,
                        accounts.listNames(),
                        Acting.current()));
    }
}
