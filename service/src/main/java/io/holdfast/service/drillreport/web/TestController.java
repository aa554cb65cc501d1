package io.holdfast.service.drillreport.web;

import io.holdfast.service.drillreport.DrillTests;
import io.holdfast.service.drillreport.DrillTests.Test;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.CsvExport;
import io.holdfast.service.kernel.web.PageOfList;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The register of tests over HTTP. */
@Controller("/api/drill-tests")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "drill-report", description = "After-action reports, the register of tests, drills of suppliers")
final class TestController {

    private final DrillTests tests;

    TestController(DrillTests tests) {
        this.tests = tests;
    }

    /**
     * A page of drills that were held, the newest first.
     *
     * @param total how many match
     * @param passed of how many the result is passed, with issues or without
     * @param weaknesses how many weak points all of them found
     * @param pending how many actions are still to be done
     * @param restores how many restores all of them tried
     * @param restored how many of these succeeded
     */
    record Page(
            List<Test> items,
            int page,
            int size,
            int total,
            int passed,
            int weaknesses,
            int pending,
            int restores,
            int restored) {}

    /** @param element only those that drilled it */
    @Get
    Page list(
            @Nullable @QueryValue String element,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        List<Test> all = select(element);
        return new Page(
                all.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                all.size(),
                (int) all.stream()
                        .filter(test -> switch (test.result()) {
                            case PASSED, PASSED_WITH_ISSUES -> true;
                            case FAILED, INCOMPLETE -> false;
                        })
                        .count(),
                all.stream().mapToInt(test -> test.weaknesses().size()).sum(),
                all.stream().mapToInt(Test::pending).sum(),
                all.stream().mapToInt(Test::restores).sum(),
                all.stream().mapToInt(Test::restored).sum());
    }

    private List<Test> select(@Nullable String element) {
        return element == null ? tests.listTests() : tests.listTestsOf(element);
    }

    /** The register as a table for spreadsheets. */
    @Get("/export")
    @Produces("text/csv")
    @ApiResponse(
            responseCode = "200",
            description = "One line a drill, UTF-8",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    HttpResponse<String> export(@Nullable @QueryValue String element) {
        CsvExport table = new CsvExport(
                "number",
                "title",
                "types",
                "announced",
                "scope",
                "held",
                "result",
                "weaknesses",
                "operations",
                "assets",
                "people",
                "actions pending",
                "restores",
                "restored",
                "integrity",
                "approved by",
                "approved",
                "retest",
                "kept until");
        select(element)
                .forEach(test -> table.add(
                        "D-" + test.plan(),
                        test.title(),
                        String.join(" ", test.types()),
                        Boolean.toString(test.announced()),
                        String.join(" ", test.scope()),
                        Objects.toString(test.heldAt(), ""),
                        test.result().word(),
                        String.join("; ", test.weaknesses()),
                        test.operations(),
                        test.assets(),
                        test.people(),
                        Integer.toString(test.pending()),
                        Integer.toString(test.restores()),
                        Integer.toString(test.restored()),
                        test.integrity().word(),
                        Objects.toString(test.approvedBy(), ""),
                        Objects.toString(test.approvedAt(), ""),
                        Objects.toString(test.retestOn(), ""),
                        Objects.toString(test.keptUntil(), "")));
        return HttpResponse.ok(table.finish())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"drill-tests.csv\"");
    }
}
