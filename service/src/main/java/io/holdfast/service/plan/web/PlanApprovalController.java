package io.holdfast.service.plan.web;

import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.SubjectStates;
import io.holdfast.service.approval.VersionView;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.PlanDrafts;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.Optional;

/** Approval of plans over HTTP: where it stands, submission, and the versions as they were. */
@Controller("/api/plans/{element}/{scenario}")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanApprovalController {

    private final PlanDrafts drafts;
    private final PlanLookup lookup;
    private final Approvals approvals;
    private final SubjectStates states;
    private final Accounts accounts;
    private final PlanDocument document;

    PlanApprovalController(
            PlanDrafts drafts,
            PlanLookup lookup,
            Approvals approvals,
            SubjectStates states,
            Accounts accounts,
            PlanDocument document) {
        this.drafts = drafts;
        this.lookup = lookup;
        this.approvals = approvals;
        this.states = states;
        this.accounts = accounts;
        this.document = document;
    }

    /** Where the approval stands, and what differs from what is approved. */
    @Get("/approval")
    SubjectState state(String element, String scenario, @QueryValue(defaultValue = "en") String language) {
        return states.of(
                draft(element, scenario), PlanLanguage.require(language).tag());
    }

    /** Submits the plan as it is now. */
    @Allows(Permission.EDIT_REGISTER)
    @Post("/approval")
    @ApiResponse(responseCode = "201", description = "Submitted", useReturnTypeSchema = true)
    HttpResponse<VersionView> submit(
            String element, String scenario, @Body Wish wish, @QueryValue(defaultValue = "en") String language) {
        PlanLanguage wanted = PlanLanguage.require(language);
        PlanLookup.requireRun(lookup.require(element, scenario, wanted));
        Draft draft = draft(element, scenario);
        Acting.require(Permission.EDIT_REGISTER, draft.unit());
        Document submitted = approvals.submit(draft, wish);
        return HttpResponse.created(VersionView.of(
                submitted, submitted.versions().getFirst(), wanted.tag(), accounts.listNames(), Acting.current()));
    }

    private Draft draft(String element, String scenario) {
        lookup.require(element, scenario, PlanLanguage.EN);
        return drafts.findDraft(PlanLookup.id(element, "element"), PlanLookup.id(scenario, "scenario"))
                .orElseThrow();
    }

    /** A plan as it was submitted, with the version that it is. */
    record Version(ContinuityPlan plan, VersionView version) {}

    @Sensitive("plan")
    @Get("/versions/{number}")
    Version version(String element, String scenario, int number, @QueryValue(defaultValue = "en") String language) {
        return require(element, scenario, number, PlanLanguage.require(language));
    }

    @Sensitive("plan")
    @Get("/versions/{number}/plan.pdf")
    @Produces("application/pdf")
    HttpResponse<byte[]> pdf(
            String element, String scenario, int number, @QueryValue(defaultValue = "en") String language) {
        PlanLanguage wanted = PlanLanguage.require(language);
        Version version = require(element, scenario, number, wanted);
        String name = "plan-" + element + "-" + scenario + "-version-" + number + "-" + wanted.tag() + ".pdf";
        return PlanController.answer(
                document.render(
                        version.plan(),
                        wanted,
                        PlanLookup.day(version.plan(), Instant.now()),
                        SignOff.of(version.version(), version.plan(), wanted)),
                name);
    }

    private Version require(String element, String scenario, int number, PlanLanguage language) {
        String subject = PlanDrafts.subject(PlanLookup.id(element, "element"), PlanLookup.id(scenario, "scenario"));
        Optional<Document> found = approvals.findDocument(PlanDrafts.TYPE, subject);
        Optional<Frozen> frozen = found.flatMap(each -> approvals.findFrozen(each.id(), number));
        if (found.isEmpty() || frozen.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "unknown-version",
                    "The plan of '" + element + "' for '" + scenario + "' has no version " + number
                            + ". GET /api/plans/" + element + "/" + scenario + "/approval says which it has.");
        }
        return new Version(
                PlanDrafts.thaw(frozen.get(), language.tag()),
                VersionView.of(
                        found.get(),
                        found.get().findVersion(number).orElseThrow(),
                        language.tag(),
                        accounts.listNames(),
                        Acting.current()));
    }
}
