package io.holdfast.service.audit.web;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.service.audit.AccountNames;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.audit.AuditEntry;
import io.holdfast.service.audit.AuditQuery;
import io.holdfast.service.audit.ChainCheck;
import io.holdfast.service.audit.ChainedEntry;
import io.holdfast.service.audit.internal.NamedAccounts;
import io.holdfast.service.kernel.TemporaryFiles;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Sensitive;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who did what, over HTTP: a page of entries, the check of the chain, the export, and the redaction of one entry. */
@Controller("/api/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "audit", description = "Who did what")
final class AuditController {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Audit audit;
    private final AccountNames names;
    private final TemporaryFiles temporary;

    AuditController(Audit audit, AccountNames names, TemporaryFiles temporary) {
        this.audit = audit;
        this.names = names;
        this.temporary = temporary;
    }

    /**
     * A page of entries, from the newest.
     *
     * @param accounts what the accounts that these entries name by number are called now, by that number; one that is gone, or
     *     that only a redacted entry names, is not among them
     */
    record Page(List<AuditEntry> items, int page, int size, int total, Map<String, String> accounts) {}

    /**
     * Entries from the newest.
     *
     * @param actor only by this sign-in name
     * @param action only this action, or those whose part before the point it is
     * @param subjectType only on this kind of thing
     * @param subject only on this thing
     * @param from only at this moment or later
     * @param until only before this moment
     * @param page which page, from 0
     * @param size how many a page, 1 to 500
     */
    @Allows(value = Permission.READ_AUDIT, everywhere = true)
    @Get
    Page entries(
            @Nullable @QueryValue String actor,
            @Nullable @QueryValue String action,
            @Nullable @QueryValue String subjectType,
            @Nullable @QueryValue String subject,
            @Nullable @QueryValue Instant from,
            @Nullable @QueryValue Instant until,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        PageOfList.require(page, size);
        AuditQuery query = new AuditQuery(actor, action, subjectType, subject, from, until);
        List<AuditEntry> items = audit.listEntries(query, page, size);
        return new Page(items, page, size, audit.countEntries(query), accounts(items));
    }

    private Map<String, String> accounts(List<AuditEntry> items) {
        Map<Long, String> known = names.listNames();
        Map<String, String> accounts = new TreeMap<>();
        for (long account : NamedAccounts.of(items)) {
            String name = known.get(account);
            if (name != null) {
                accounts.put(Long.toString(account), name);
            }
        }
        return accounts;
    }

    /** Computes every hash of the chain again. */
    @Allows(value = Permission.READ_AUDIT, everywhere = true)
    @Get("/check")
    ChainCheck check() {
        return audit.verify();
    }

    /** Every entry from the first, one JSON object a line, with all that its hash is made of. */
    @Allows(value = Permission.READ_AUDIT, everywhere = true)
    @Sensitive("audit-export")
    @Get("/export")
    @Produces("application/x-ndjson")
    @ApiResponse(
            responseCode = "200",
            description = "The chain, one entry a line",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")))
    HttpResponse<StreamedFile> export() throws IOException {
        Path file = temporary.create("audit");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            audit.forEach(entry -> write(out, entry));
        }
        InputStream lines = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        return HttpResponse.ok(
                new StreamedFile(lines, MediaType.of("application/x-ndjson")).attach("holdfast-audit.ndjson"));
    }

    private static void write(BufferedWriter out, ChainedEntry entry) {
        try {
            out.write(JSON.writeValueAsString(entry));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("The export of the audit could not be written", e);
        }
    }

    /** Why personal data must go. */
    record Redaction(String reason) {}

    /** Takes away who did it and what was before and after; the chain stays whole, and the redaction is an entry. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Post("/{number}/redact")
    AuditEntry redact(long number, @Body Redaction redaction) {
        String reason = Objects.requireNonNullElse(redaction.reason(), "").strip();
        if (reason.length() < 5) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-reason",
                    "Say in at least 5 characters why; that is kept with the redaction.");
        }
        return audit.redact(number, reason)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "unknown-entry", "There is no entry " + number + " in the audit."));
    }
}
