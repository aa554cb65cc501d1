package io.holdfast.service.drillplan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.VersionView;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.drillplan.DrillPlanDrafts;
import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplan.PlanForecasts;
import io.holdfast.service.drillplan.PlanSubmissions;
import io.holdfast.service.drillplan.Prediction;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.web.KeptLanguage;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.simulation.RunView;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Predictions and approval of drill plans over HTTP, and versions as they were. */
@Controller("/api/drill-plans/{id}")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "drill plans", description = "Plans of drills with approval, prediction and sealed days")
final class DrillPlanApprovalController {

    private final DrillPlans plans;
    private final PlanSubmissions submissions;
    private final PlanForecasts forecasts;
    private final Accounts accounts;

    DrillPlanApprovalController(
            DrillPlans plans, PlanSubmissions submissions, PlanForecasts forecasts, Accounts accounts) {
        this.plans = plans;
        this.submissions = submissions;
        this.forecasts = forecasts;
        this.accounts = accounts;
    }

    /**
     * A criterion of the plan with its chance.
     *
     * @param id which
     * @param chance the chance to meet it, or null where the model does not say
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CriterionView(String id, Prediction.@Nullable Chance chance) {

        static List<CriterionView> of(PlanContent content, @Nullable Prediction prediction) {
            return prediction == null
                    ? List.of()
                    : content.successCriteria().stream()
                            .map(each -> new CriterionView(
                                    each.id(), prediction.findChance(each).orElse(null)))
                            .toList();
        }
    }

    /**
     * Where the prediction of a plan stands.
     *
     * @param status none, running, ready or outdated
     * @param run the newest run, or null
     * @param prediction what it says, or null
     * @param criteria the plan's own criteria with their chances
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PredictionState(
            @Schema(
                    type = "string",
                    allowableValues = {"none", "running", "ready", "outdated"})
            String status,

            @Nullable RunView run,
            @Nullable Prediction prediction,
            List<CriterionView> criteria) {}

    /** Where the prediction stands, and what the model says. */
    @Get("/prediction")
    PredictionState prediction(long id) {
        return view(id, forecasts.state(id));
    }

    private PredictionState view(long id, PlanForecasts.State state) {
        return new PredictionState(
                state.status().word(),
                state.run() == null ? null : RunView.of(state.run()),
                state.prediction(),
                CriterionView.of(plans.get(id).content(), state.prediction()));
    }

    /** Asks the model what the drill will be like: a run of kind drill. */
    @Allows(Permission.PLAN_DRILLS)
    @Post("/prediction")
    @ApiResponse(responseCode = "202", description = "Queued", useReturnTypeSchema = true)
    HttpResponse<PredictionState> predict(long id) {
        return HttpResponse.accepted().body(view(id, forecasts.ask(id)));
    }

    /** Where the approval stands, and what differs from what is approved. */
    @Get("/approval")
    SubjectState state(long id, @QueryValue(defaultValue = "en") String language) {
        return submissions.state(id, KeptLanguage.require(language));
    }

    /** Submits the plan in the version that was seen, with what the model predicts. */
    @Allows(Permission.PLAN_DRILLS)
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
        plans.get(id);
        Document submitted = submissions.submit(id, wish, VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.created(VersionView.of(
                submitted, submitted.versions().getFirst(), wanted, accounts.listNames(), Acting.current()));
    }

    /**
     * A plan as it was submitted.
     *
     * @param approved what people read and approved
     * @param criteria the plan's own criteria with their chances then
     * @param version the version that it is
     */
    record Version(DrillPlanDrafts.Approved approved, List<CriterionView> criteria, VersionView version) {}

    @Sensitive("drill-plan")
    @Get("/versions/{number}")
    Version version(long id, int number, @QueryValue(defaultValue = "en") String language) {
        String wanted = KeptLanguage.require(language);
        PlanSubmissions.Version found = submissions.version(id, number);
        DrillPlanDrafts.Approved approved = DrillPlanDrafts.thaw(found.frozen(), wanted);
        return new Version(
                approved,
                CriterionView.of(approved.plan(), approved.prediction()),
                VersionView.of(
                        found.document(),
                        found.document().findVersion(number).orElseThrow(),
                        wanted,
                        accounts.listNames(),
                        Acting.current()));
    }
}
