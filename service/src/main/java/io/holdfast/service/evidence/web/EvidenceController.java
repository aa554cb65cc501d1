package io.holdfast.service.evidence.web;

import io.holdfast.service.evidence.CustodyEvent;
import io.holdfast.service.evidence.Evidence;
import io.holdfast.service.evidence.EvidenceItem;
import io.holdfast.service.evidence.EvidenceLimits;
import io.holdfast.service.evidence.NewEvidence;
import io.holdfast.service.evidence.Verification;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.kernel.web.Turns;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evidence over HTTP. */
@Controller("/api/evidence")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "evidence", description = "Files as evidence, who had them, and how long records are kept")
final class EvidenceController {

    private static final Turns VERIFYING = new Turns(2, Duration.ofSeconds(20));

    private final Evidence evidence;
    private final EvidenceLimits limits;

    EvidenceController(Evidence evidence, EvidenceLimits limits) {
        this.evidence = evidence;
        this.limits = limits;
    }

    /** Items about a thing, the newest first, and how large a file may be. */
    record ItemList(List<EvidenceItem> items, int mostMib) {}

    /**
     * Evidence about a thing.
     *
     * @param subjectType the type of thing, such as element
     * @param subject the thing
     */
    @Get
    ItemList list(@QueryValue String subjectType, @QueryValue String subject) {
        return new ItemList(evidence.listItems(subjectType, subject), limits.mostMib());
    }

    /** One item, what was done with it from the newest, how often something was, and other items with the same bytes. */
    record Detail(EvidenceItem item, List<CustodyEvent> custody, int events, List<Long> sameAs) {}

    /** One item with its chain of custody. */
    @Get("/{id}")
    Detail get(long id) {
        return new Detail(
                evidence.getItem(id), evidence.listCustody(id), evidence.countCustody(id), evidence.listSame(id));
    }

    /** Adds a file; the other parts say what it is about and how it was taken. */
    @Allows(Permission.KEEP_EVIDENCE)
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ApiResponse(responseCode = "201", description = "Stored", useReturnTypeSchema = true)
    HttpResponse<Detail> add(
            @Nullable @Part("file") CompletedFileUpload file,
            @Nullable @Part("subjectType") String subjectType,
            @Nullable @Part("subject") String subject,
            @Nullable @Part("recordClass") String recordClass,
            @Nullable @Part("collectedAt") String collectedAt,
            @Nullable @Part("collectedBy") String collectedBy,
            @Nullable @Part("authorisedBy") String authorisedBy,
            @Nullable @Part("present") String present,
            @Nullable @Part("place") String place,
            @Nullable @Part("description") String description) {
        try (Upload upload = new Upload(file)) {
            evidence.requireSubject(
                    given(subjectType).orElse(""), given(subject).orElse(""));
            NewEvidence wanted = new NewEvidence(
                    given(subjectType).orElse(""),
                    given(subject).orElse(""),
                    given(recordClass).orElse("evidence"),
                    upload.name(),
                    upload.type(),
                    given(collectedAt).map(EvidenceController::instant).orElse(null),
                    given(collectedBy).orElse(null),
                    given(authorisedBy).orElse(null),
                    given(present).orElse(null),
                    given(place).orElse(null),
                    given(description).orElse(null));
            EvidenceItem item = evidence.add(wanted, upload.bytes());
            return HttpResponse.created(get(item.id()), URI.create("/api/evidence/" + item.id()));
        }
    }

    /** A part that says something. */
    private static Optional<String> given(@Nullable String part) {
        return Optional.ofNullable(part).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-evidence",
                    "collectedAt is not a moment as 2026-11-26T09:30:00Z. Write it so, or leave it out.");
        }
    }

    /**
     * The bytes. That they are read is kept before.
     *
     * @param inline whether a picture (PNG or JPEG by its bytes) is shown in its place; anything else is a download in any case
     */
    @Get("/{id}/file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    HttpResponse<StreamedFile> file(long id, @QueryValue(defaultValue = "false") boolean inline) {
        EvidenceItem item = evidence.read(id);
        return FileAnswer.of(item, evidence.open(item), inline);
    }

    /** Computes the hash of the bytes again and keeps what was found. */
    @Post("/{id}/verify")
    Verification verify(long id) {
        return VERIFYING.take(() -> evidence.verify(id)); // holds a connection as long as it reads
    }

    /** Who has it from now on, and why. */
    record HandOver(String to, @Nullable String note) {}

    /** Keeps that somebody else has it. */
    @Allows(Permission.KEEP_EVIDENCE)
    @Post("/{id}/hand-over")
    EvidenceItem handOver(long id, @Body HandOver body) {
        return evidence.handOver(
                id,
                Objects.requireNonNullElse(body.to(), ""),
                given(body.note()).orElse(null));
    }

    /** Takes away who took, allowed, saw and received it and what was written about it; file, hash and entries stay. */
    @Allows(value = Permission.ADMINISTER, everywhere = true)
    @Post("/{id}/redact")
    EvidenceItem redact(long id, @Body Reason body) {
        return evidence.redact(id, Reason.require(body));
    }

    /** An upload that leaves nothing behind. */
    private record Upload(@Nullable CompletedFileUpload file) implements AutoCloseable {

        String name() {
            return required().getFilename();
        }

        String type() {
            return required().getContentType().map(MediaType::getName).orElse(MediaType.APPLICATION_OCTET_STREAM);
        }

        InputStream bytes() {
            try {
                return required().getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException("The upload could not be read", e);
            }
        }

        private CompletedFileUpload required() {
            if (file == null) {
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "bad-evidence",
                        "The part 'file' is missing. Send the file with its name as that part of the form.");
            }
            return file;
        }

        @Override
        public void close() {
            if (file != null) {
                file.discard();
            }
        }
    }
}
