package io.holdfast.service.learning.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.learning.Budgets;
import io.holdfast.service.simulation.RunView;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Uncertainty budgets over HTTP; one of them is asked for and read as a run of kind {@code budget}. */
@Controller("/api/learning/budgets")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "learning", description = "What drills and incidents measured, and what is learned from it")
final class BudgetController {

    private final Budgets budgets;

    BudgetController(Budgets budgets) {
        this.budgets = budgets;
    }

    /** The newest budget of each element and scenario; whether it is of the register as it is, its model's digest says. */
    @Get
    List<RunView> list() {
        return budgets.listNewest().stream().map(RunView::of).toList();
    }

    /** Asks for those that are missing: of each service with a target, under the scenario in which it comes back last. */
    @Allows(Permission.RUN)
    @Post
    @ApiResponse(responseCode = "202", description = "Queued", useReturnTypeSchema = true)
    HttpResponse<List<RunView>> request() {
        List<RunView> runs = budgets.requestMissing().stream().map(RunView::of).toList();
        return HttpResponse.<List<RunView>>status(HttpStatus.ACCEPTED).body(runs);
    }
}
