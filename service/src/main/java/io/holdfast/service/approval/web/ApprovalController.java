package io.holdfast.service.approval.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.ChangedLine;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.approval.ReviewReason;
import io.holdfast.service.approval.SubjectStates;
import io.holdfast.service.approval.Version;
import io.holdfast.service.approval.VersionState;
import io.holdfast.service.approval.VersionView;
import io.holdfast.service.approval.internal.Refusals;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.web.KeptLanguage;
import io.holdfast.service.kernel.web.ProblemException;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is under approval, and decisions about it. Rooms take submissions at their own addresses. */
@Controller("/api/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "approval", description = "What is approved, by whom, and what waits")
final class ApprovalController {

    private final Approvals approvals;
    private final SubjectStates states;
    private final Accounts accounts;

    ApprovalController(Approvals approvals, SubjectStates states, Accounts accounts) {
        this.approvals = approvals;
        this.states = states;
        this.accounts = accounts;
    }

    /**
     * A document with where it stands.
     *
     * @param newest its newest version
     * @param approved the version that holds, or null
     * @param due why that must be looked at again
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(VersionView newest, @Nullable VersionView approved, List<ReviewReason> due) {}

    /** Every document, by type and subject. */
    record Lines(List<Line> items) {}

    /** A document with all its versions, from the newest. */
    record Versions(List<VersionView> versions, List<ReviewReason> due) {}

    /**
     * A version with what was submitted.
     *
     * @param version the version
     * @param content what was submitted, in the language asked for
     * @param basis what it was made from
     * @param against the number of the version that it is compared with, or null where it is the first
     * @param lines what differs from that one
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Detail(
            VersionView version,
            JsonNode content,
            JsonNode basis,
            @Nullable Integer against,
            List<ChangedLine> lines) {}

    /** What is said with an approval. */
    record Approval(@Nullable String note) {}

    /** Why it is rejected. */
    record Rejection(@Nullable String reason) {}

    @Allows(Permission.VIEW)
    @Get
    Lines list(@QueryValue(defaultValue = "en") String language) {
        Views views = views(language);
        return new Lines(approvals.listDocuments().stream()
                .map(document -> new Line(
                        views.of(document, document.versions().getFirst()),
                        document.findApproved()
                                .map(each -> views.of(document, each))
                                .orElse(null),
                        states.listDue(document)))
                .toList());
    }

    @Allows(Permission.VIEW)
    @Get("/{id}")
    Versions versions(long id, @QueryValue(defaultValue = "en") String language) {
        Document document = approvals
                .findDocument(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-document",
                        "There is no document " + id + " under approval. GET /api/approvals lists what there is."));
        Views views = views(language);
        return new Versions(
                document.versions().stream()
                        .map(each -> views.of(document, each))
                        .toList(),
                states.listDue(document));
    }

    /**
     * A version, with what differs from another one.
     *
     * @param against the number of that one; without it, the last one before it that was approved, else the one before it
     */
    @Allows(Permission.VIEW)
    @Sensitive("approval")
    @Get("/{id}/versions/{number}")
    HttpResponse<Detail> version(
            long id,
            int number,
            @QueryValue(defaultValue = "en") String language,
            @Nullable @QueryValue Integer against) {
        Document document = approvals.findDocument(id).orElseThrow(() -> Refusals.unknown(id, number));
        Version version = document.findVersion(number).orElseThrow(() -> Refusals.unknown(id, number));
        Frozen frozen = states.findTold(document, number).orElseThrow(() -> Refusals.unknown(id, number));
        Views views = views(language);
        Integer before = against == null ? before(document, number) : against;
        if (before != null && document.findVersion(before).isEmpty()) {
            throw Refusals.unknown(id, before);
        }
        Detail detail = new Detail(
                views.of(document, version),
                frozen.content().path(language),
                frozen.basis(),
                before,
                before == null ? List.of() : states.listDifference(document, before, number, language));
        return HttpResponse.ok(detail).header("ETag", "\"" + version.hash() + "\"");
    }

    private static @Nullable Integer before(Document document, int number) {
        List<Version> earlier = document.versions().stream()
                .filter(each -> each.number() < number)
                .toList();
        return earlier.stream()
                .filter(each -> each.state() == VersionState.APPROVED || each.state() == VersionState.SUPERSEDED)
                .findFirst()
                .or(() -> earlier.stream().findFirst())
                .map(Version::number)
                .orElse(null);
    }

    /** Approves what was seen: If-Match is the ETag of the version. */
    @Allows(Permission.APPROVE)
    @Post("/{id}/versions/{number}/approve")
    VersionView approve(
            long id,
            int number,
            @Nullable @Header("If-Match") String ifMatch,
            @Body Approval approval,
            @QueryValue(defaultValue = "en") String language) {
        return view(approvals.approve(id, number, seen(ifMatch), approval.note()), number, language);
    }

    /** Rejects what was seen, with a reason: If-Match is the ETag of the version. */
    @Allows(Permission.APPROVE)
    @Post("/{id}/versions/{number}/reject")
    VersionView reject(
            long id,
            int number,
            @Nullable @Header("If-Match") String ifMatch,
            @Body Rejection rejection,
            @QueryValue(defaultValue = "en") String language) {
        return view(approvals.reject(id, number, seen(ifMatch), rejection.reason()), number, language);
    }

    /** Takes back what one has submitted. */
    @Allows(Permission.VIEW)
    @Post("/{id}/versions/{number}/withdraw")
    VersionView withdraw(long id, int number, @QueryValue(defaultValue = "en") String language) {
        return view(approvals.withdraw(id, number), number, language);
    }

    private static String seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusals.unseen();
        }
        return ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
    }

    private VersionView view(Document document, int number, String language) {
        return views(language).of(document, document.findVersion(number).orElseThrow());
    }

    /** How whoever asks sees versions. */
    private record Views(String language, Map<Long, String> names, Principal reader) {
        VersionView of(Document document, Version version) {
            return VersionView.of(document, version, language, names, reader);
        }
    }

    private Views views(String language) {
        return new Views(KeptLanguage.require(language), accounts.listNames(), Acting.current());
    }
}
