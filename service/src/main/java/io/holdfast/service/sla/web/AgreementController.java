package io.holdfast.service.sla.web;

import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.CsvExport;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.sla.AgreementRow;
import io.holdfast.service.sla.AgreementView;
import io.holdfast.service.sla.Agreements;
import io.holdfast.service.sla.CreditAnswer;
import io.holdfast.service.sla.Reminder;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service catalogue and what is agreed, over HTTP: the list, one with all that follows, changes, and credits. */
@Controller("/api/service-levels")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "levels",
        description = "What is promised, whether the chain carries it, what was measured, and who has approved it")
final class AgreementController {

    private final Agreements agreements;

    AgreementController(Agreements agreements) {
        this.agreements = agreements;
    }

    /**
     * A page of the catalogue. Counts are those of all entries, not of the page.
     *
     * @param total how many match
     * @param all how many there are
     * @param promised how many promise an availability
     * @param carried of how many of these the chain carries it
     * @param broken of how many it does not
     * @param approved how many are approved and have not changed since
     * @param waiting how many wait for a decision
     * @param reminders days that come soon or have passed, the earliest first, 100 at most
     */
    record LevelPage(
            List<AgreementRow> items,
            int page,
            int size,
            int total,
            int all,
            int promised,
            int carried,
            int broken,
            int approved,
            int waiting,
            List<Reminder> reminders) {}

    private static final int REMINDERS = 100;

    /**
     * Every service, and whatever else something is agreed about.
     *
     * @param q letters of a name, id, owner or counterparty
     * @param kind only entries with an {@code sla}, {@code ola} or {@code contract}
     * @param verdict only entries whose chain was judged so: {@code carried}, {@code not-carried}, {@code unknown} or
     *     {@code nothing-promised}
     * @param page which page, from 0
     * @param size how many a page, 1 to 500
     */
    @Get
    LevelPage list(
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String verdict,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "100") int size) {
        PageOfList.require(page, size);
        List<AgreementRow> all = agreements.list();
        List<AgreementRow> wanted = CatalogueFilter.of(all, q, kind, verdict);
        return new LevelPage(
                wanted.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                wanted.size(),
                all.size(),
                (int) all.stream().filter(row -> row.availability() != null).count(),
                CatalogueFilter.of(all, null, null, "carried").size(),
                CatalogueFilter.of(all, null, null, "not-carried").size(),
                stand(all, "approved"),
                stand(all, "waiting"),
                all.stream()
                        .flatMap(row -> row.reminders().stream())
                        .sorted(Comparator.comparing(Reminder::on))
                        .limit(REMINDERS)
                        .toList());
    }

    private static int stand(List<AgreementRow> rows, String state) {
        return (int) rows.stream()
                .filter(row -> row.standing().state().equals(state))
                .count();
    }

    /** The whole catalogue as CSV, one line an agreement; a service without one has a line, too. */
    @Get(uri = "/catalogue.csv", produces = "text/csv")
    HttpResponse<String> csv() {
        CsvExport table = new CsvExport(
                "id",
                "type",
                "name",
                "owner",
                "agreement",
                "kind",
                "counterparty",
                "availability",
                "period",
                "end",
                "nextReview",
                "composite",
                "verdict",
                "missingLinks",
                "state");
        for (AgreementRow row : agreements.list()) {
            if (row.agreements().isEmpty()) {
                line(table, row, null);
            }
            row.agreements().forEach(each -> line(table, row, each));
        }
        return HttpResponse.ok(table.finish())
                .header("Content-Disposition", "attachment; filename=\"service-levels.csv\"");
    }

    private static void line(CsvExport table, AgreementRow row, AgreementRow.@Nullable Brief each) {
        table.add(
                row.thing().id(),
                row.thing().type(),
                said(row.thing().name()),
                said(row.owner()),
                each == null ? "" : each.id(),
                each == null ? "" : each.kind(),
                each == null ? "" : said(each.counterparty()),
                said(each == null || each.kind().equals("sla") ? row.availability() : each.availability()),
                said(each == null || each.kind().equals("sla") ? row.period() : each.period()),
                each == null ? "" : said(each.end()),
                each == null ? "" : said(each.nextReview()),
                said(row.composite()),
                row.verdict(),
                Integer.toString(row.missingLinks()),
                row.standing().state());
    }

    private static String said(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** What is agreed about an element, whether anything is yet or not; the ETag is the version of its entry in the register. */
    @Get("/{id}")
    HttpResponse<AgreementView> get(String id) {
        int version = agreements.version(id);
        return HttpResponse.ok(agreements.get(id)).header("ETag", VersionTag.of(version));
    }

    /** Which rules a record breaks that is not stored. */
    @Post("/{id}/preview")
    Agreements.Preview preview(String id, @Body byte[] body) {
        return agreements.preview(id, Bodies.object(body));
    }

    /**
     * What the SLA pays back for each of some periods, exactly by the rule of the model format.
     *
     * @param body under {@code cases} up to 1000 periods, each with {@code down} (hours), {@code outages} (hours each) and
     *     maybe {@code length} (hours)
     */
    @Post("/{id}/credits")
    CreditAnswers credits(String id, @Body byte[] body) {
        return new CreditAnswers(agreements.credits(id, CreditCases.read(Bodies.object(body))));
    }

    /** What is paid back, in the order of the cases. */
    record CreditAnswers(List<CreditAnswer> answers) {}

    /**
     * Stores what is agreed; what it leaves out is removed.
     *
     * @param reopen whether the next draft of what is approved begins
     */
    @Allows(Permission.EDIT_REGISTER)
    @Put("/{id}")
    @ApiResponse(responseCode = "200", description = "Stored", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Locked: a version holds or waits",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "Changed meanwhile; says what differs",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Breaks rules; says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<AgreementView> put(
            String id,
            @Nullable @Header("If-Match") String ifMatch,
            @QueryValue(defaultValue = "false") boolean reopen,
            @Body byte[] body) {
        long version = agreements.save(id, Bodies.object(body), VersionTag.seenOfEntry(ifMatch), reopen);
        return HttpResponse.ok(agreements.get(id)).header("ETag", VersionTag.of(version));
    }
}
