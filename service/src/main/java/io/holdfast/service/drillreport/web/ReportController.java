package io.holdfast.service.drillreport.web;

import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.Version;
import io.holdfast.service.approval.VersionView;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.drillreport.DrillReports;
import io.holdfast.service.drillreport.DrillReports.Report;
import io.holdfast.service.drillreport.ReportDrafts;
import io.holdfast.service.drillreport.ReportText;
import io.holdfast.service.drillreport.internal.ReportPaper;
import io.holdfast.service.drillreport.internal.ReportWords;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.paper.Paper;
import io.holdfast.service.kernel.paper.PaperDocx;
import io.holdfast.service.kernel.paper.PaperPdf;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.KeptLanguage;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** After-action reports over HTTP: what filled itself and what people add, approval, versions, PDF and DOCX. */
@Controller("/api/drill-plans/{id}/report")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "drill-report", description = "After-action reports, the register of tests, drills of suppliers")
final class ReportController {

    private static final String PDF = "application/pdf";

    private final DrillReports reports;
    private final Accounts accounts;
    private final Register register;
    private final Clock clock;

    ReportController(DrillReports reports, Accounts accounts, Register register, Clock clock) {
        this.reports = reports;
        this.accounts = accounts;
        this.register = register;
        this.clock = clock;
    }

    /** The report of a drill that is over; the ETag is its version. */
    @Get
    HttpResponse<ReportView> get(long id, @QueryValue(defaultValue = "en") String language) {
        return ok(reports.get(id), KeptLanguage.require(language));
    }

    private HttpResponse<ReportView> ok(Report report, String language) {
        ReportView view = ReportView.of(report, reports.text(report.drill().id(), language));
        return HttpResponse.ok(view).header("ETag", VersionTag.of(view.version()));
    }

    /** Says what only people know. */
    @Allows(Permission.PLAN_DRILLS)
    @Put
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "The drill is not over, or the report waits for a decision or is approved",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile; says what differs",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<ReportView> put(
            long id,
            @Nullable @Header("If-Match") String ifMatch,
            @QueryValue(defaultValue = "en") String language,
            @Body byte[] body) {
        String wanted = KeptLanguage.require(language);
        reports.get(id);
        return ok(reports.replace(id, Bodies.object(body), VersionTag.seenOfEntry(ifMatch)), wanted);
    }

    /** The number of an action. */
    record Raised(long action) {}

    /** Makes a corrective action of a finding. */
    @Allows(Permission.PLAN_DRILLS)
    @Post("/findings/{finding}/action")
    @ApiResponse(responseCode = "201", description = "Raised", useReturnTypeSchema = true)
    HttpResponse<Raised> raise(long id, String finding, @Nullable @Header("If-Match") String ifMatch) {
        reports.get(id);
        return HttpResponse.created(new Raised(
                reports.raise(id, finding, VersionTag.seenOfEntry(ifMatch)).id()));
    }

    /** Where the approval stands, and what differs from what is approved. */
    @Get("/approval")
    SubjectState approval(long id, @QueryValue(defaultValue = "en") String language) {
        return reports.state(id, KeptLanguage.require(language));
    }

    /** Submits the report in the version that was seen. */
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
        reports.get(id);
        Document submitted = reports.submit(id, wish, VersionTag.seenOfEntry(ifMatch));
        return HttpResponse.created(view(submitted, submitted.versions().getFirst(), wanted));
    }

    private VersionView view(Document document, Version version, String language) {
        return VersionView.of(document, version, language, accounts.listNames(), Acting.current());
    }

    /**
     * A report as it was submitted.
     *
     * @param report what people read and approved
     * @param version the version that it is
     */
    record Submitted(ReportText report, VersionView version) {}

    @Sensitive("drill-report")
    @Get("/versions/{number}")
    Submitted version(long id, int number, @QueryValue(defaultValue = "en") String language) {
        return submitted(id, number, KeptLanguage.require(language));
    }

    private Submitted submitted(long id, int number, String language) {
        DrillReports.Version found = reports.version(id, number);
        return new Submitted(
                ReportDrafts.thaw(found.frozen().content(), language),
                view(found.document(), found.document().findVersion(number).orElseThrow(), language));
    }

    /** A version as a document, PDF or DOCX by the format. */
    @Sensitive("drill-report")
    @Get("/versions/{number}/document")
    @Produces({PDF, PaperDocx.TYPE})
    @ApiResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = PaperDocx.TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    HttpResponse<byte[]> versionDocument(
            long id,
            int number,
            @QueryValue(defaultValue = "en") String language,
            @QueryValue(defaultValue = "pdf") String format) {
        String wanted = KeptLanguage.require(language);
        Submitted found = submitted(id, number, wanted);
        return file(
                found.report(),
                wanted,
                format,
                Sentences.standing(found.version(), words(wanted)),
                found.version().submittedAt(),
                "drill-" + id + "-report-version-" + number);
    }

    /** The report as it is now as a document, PDF or DOCX by the format. */
    @Sensitive("drill-report")
    @Get("/document")
    @Produces({PDF, PaperDocx.TYPE})
    @ApiResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = PaperDocx.TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    HttpResponse<byte[]> document(
            long id,
            @QueryValue(defaultValue = "en") String language,
            @QueryValue(defaultValue = "pdf") String format) {
        String wanted = KeptLanguage.require(language);
        SubjectState state = reports.state(id, wanted);
        return file(
                reports.text(id, wanted),
                wanted,
                format,
                Sentences.standing(state, words(wanted)),
                clock.instant(),
                "drill-" + id + "-report");
    }

    private ReportWords words(String language) {
        return new ReportWords(language, zone());
    }

    private ZoneId zone() {
        return OrganisationZone.of(register);
    }

    private HttpResponse<byte[]> file(
            ReportText text, String language, String format, String standing, Instant at, String name) {
        boolean word = Sentences.isWord(format);
        Paper paper = ReportPaper.of(text, words(language), language, standing);
        LocalDate day = LocalDate.ofInstant(at, zone());
        byte[] bytes = word ? PaperDocx.render(paper, day) : PaperPdf.render(paper, day);
        return HttpResponse.ok(bytes)
                .contentType(MediaType.of(word ? PaperDocx.TYPE : PDF))
                .header(
                        "Content-Disposition",
                        (word ? "attachment" : "inline") + "; filename=\"" + name + "-" + language + "."
                                + (word ? "docx" : "pdf") + "\"");
    }
}
