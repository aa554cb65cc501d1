package io.holdfast.service.register.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.CsvExport;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.Findings;
import io.holdfast.service.register.FindingsState;
import io.holdfast.simulator.format.FindingText;
import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.lint.Conflict;
import io.holdfast.simulator.lint.LintText;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the register breaks of the guideline and the standards, over HTTP. */
@Controller("/api/findings")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "findings", description = "What the register breaks, with clause, strength and where it is mended")
final class FindingsController {

    private final Findings findings;

    FindingsController(Findings findings) {
        this.findings = findings;
    }

    /** A page of findings. */
    record Page(List<FindingView> items, int page, int size, int total) {}

    /**
     * Findings, by rule, then in the order of the register.
     *
     * @param page which page, from 0
     * @param size how many a page, 1 to 500
     */
    @Get
    Page list(
            @RequestBean FindingsFilter filter,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        PageOfList.require(page, size);
        FindingsState state = findings.requireState();
        List<Conflict> wanted = filter.select(state);
        List<FindingView> items = wanted.stream()
                .skip((long) page * size)
                .limit(size)
                .map(each -> FindingView.of(state, each))
                .toList();
        return new Page(items, page, size, wanted.size());
    }

    /** How often each rule is broken, and how far the register can be relied on. */
    @Get("/summary")
    FindingsSummary summary() {
        return FindingsSummary.of(findings.requireState());
    }

    /** The findings as a table for spreadsheets, with the sentence in one language. */
    @Get("/export")
    @Produces("text/csv")
    @ApiResponse(
            responseCode = "200",
            description = "One line a finding, UTF-8",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    HttpResponse<String> export(@RequestBean FindingsFilter filter, @QueryValue(defaultValue = "en") String language) {
        Language wanted = Language.findByTag(language)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "unknown-language",
                        "language is '" + language + "', but it must be en or zh-Hant."));
        FindingsState state = findings.requireState();
        return HttpResponse.ok(csv(filter.select(state), wanted))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"findings.csv\"");
    }

    private static String csv(List<Conflict> conflicts, Language language) {
        CsvExport table = new CsvExport("code", "strength", "clauses", "elements", "where", "id", "field", "sentence");
        conflicts.forEach(conflict -> table.add(
                conflict.rule().code(),
                LintText.strength(conflict.rule().strength(), language),
                LintText.clauses(conflict.rule(), language),
                conflict.finding().elements().stream().map(Id::value).collect(Collectors.joining(" ")),
                conflict.mend().where().word(),
                Objects.toString(conflict.mend().id(), ""),
                conflict.mend().field(),
                FindingText.of(conflict.finding(), language)));
        return table.finish();
    }
}
