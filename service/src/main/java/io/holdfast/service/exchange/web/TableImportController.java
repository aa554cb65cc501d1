package io.holdfast.service.exchange.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.exchange.ImportViolation;
import io.holdfast.service.exchange.ListReport;
import io.holdfast.service.exchange.MappedTable;
import io.holdfast.service.exchange.Mapping;
import io.holdfast.service.exchange.TableImports;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.kernel.web.Turns;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody's own table over HTTP: looked at by a mapping that says what its columns mean, and taken over. */
@Controller("/api/imports/tables")
@Allows(Permission.EDIT_REGISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "imports", description = "Registers and tables from elsewhere")
final class TableImportController {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A table takes many times its size while it is read. */
    private static final Turns TURNS = new Turns(2, Duration.ofSeconds(20));

    private final TableImports tables;

    TableImportController(TableImports tables) {
        this.tables = tables;
    }

    /**
     * A table as a mapping reads it, with what it would change and what is wrong with it; nothing is stored.
     *
     * @param mapping the mapping as JSON; without it, what the headings say
     * @param of which list, where there is no mapping; without it, what the headings say
     */
    @Post("/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    MappedTable preview(
            @Part("file") CompletedFileUpload file,
            @Nullable @Part("mapping") String mapping,
            @Nullable @QueryValue String of,
            @QueryValue(defaultValue = "false") boolean reopen) {
        Mapping wanted = mapping == null || mapping.isBlank() ? null : mapping(mapping);
        return switch (TURNS.take(() -> tables.look(ListController.bytes(file), wanted, of, reopen))) {
            case TableImports.Look.Seen seen -> seen.table();
            case TableImports.Look.Unreadable unreadable -> throw refused(unreadable.violations());
        };
    }

    /** Takes a table over, whole or not at all. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    ListReport store(
            @Part("file") CompletedFileUpload file,
            @Part("mapping") String mapping,
            @QueryValue(defaultValue = "false") boolean reopen,
            @Nullable @QueryValue String expect) {
        Mapping wanted = mapping(mapping);
        return ListController.answer(
                TURNS.take(() -> tables.store(ListController.bytes(file), wanted, reopen, expect)));
    }

    private static Mapping mapping(String text) {
        try {
            return JSON.readValue(text, Mapping.class);
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-mapping",
                    "The part 'mapping' cannot be read: " + Bodies.reason(e).replaceFirst("\\.?$", ".")
                            + " It has of, source, columns (heading, field, unit, values) and defaults.");
        }
    }

    private static ProblemException refused(List<ImportViolation> violations) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "import-refused",
                "The file cannot be read as a table. " + violations.getFirst().message(),
                Map.of("violations", violations));
    }
}
