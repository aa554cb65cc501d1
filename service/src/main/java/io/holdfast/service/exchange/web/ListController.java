package io.holdfast.service.exchange.web;

import io.holdfast.service.exchange.ListOptions;
import io.holdfast.service.exchange.ListOutcome;
import io.holdfast.service.exchange.ListReport;
import io.holdfast.service.exchange.Lists;
import io.holdfast.service.exchange.internal.Sheet;
import io.holdfast.service.exchange.internal.SheetWriter;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.kernel.web.Turns;
import io.holdfast.service.register.Section;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of the register as tables over HTTP: written for a spreadsheet, looked at when they come back, and taken over. */
@Controller("/api/lists")
@Allows(Permission.EDIT_REGISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "lists", description = "Lists of the register as spreadsheets, out and in without loss")
final class ListController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    /** The most that a table may have. */
    private static final long MOST_BYTES = 32L << 20;

    /** A table takes many times its size while it is read or written. */
    private static final Turns TURNS = new Turns(2, Duration.ofSeconds(20));

    private final Lists lists;

    ListController(Lists lists) {
        this.lists = lists;
    }

    /**
     * A list as a table for spreadsheets: a row an entry, with the version that is to be brought back.
     *
     * @param list assets, services, processes or scenarios
     * @param format xlsx or csv
     */
    @Allows(Permission.VIEW)
    @Get("/{list}/export")
    @Produces({XLSX, CSV})
    @ApiResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = CSV, schema = @Schema(type = "string"))
            })
    HttpResponse<byte[]> export(String list, @QueryValue(defaultValue = "xlsx") String format) {
        Section section = requireSection(list);
        boolean csv = format.equals("csv");
        if (!csv && !format.equals("xlsx")) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "bad-format", "format is '" + format + "', but it must be xlsx or csv.");
        }
        return TURNS.take(() -> {
            Sheet sheet = lists.write(section);
            byte[] file = csv ? SheetWriter.csv(sheet) : xlsx(sheet, section);
            return HttpResponse.ok(file)
                    .contentType(MediaType.of(csv ? CSV : XLSX))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + section.key() + "." + format + "\"");
        });
    }

    private static byte[] xlsx(Sheet sheet, Section section) {
        Optional<String> tooLong = SheetWriter.findTooLong(sheet);
        if (tooLong.isPresent()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "too-long-for-a-cell",
                    "The value of " + tooLong.get()
                            + " is longer than a cell of a workbook may be. Export the list as CSV.");
        }
        return SheetWriter.xlsx(sheet, section.key());
    }

    /** What a table would change; nothing is stored. */
    @Post("/{list}/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    ListReport preview(
            String list,
            @Part("file") CompletedFileUpload file,
            @QueryValue(defaultValue = "false") boolean removeMissing,
            @QueryValue(defaultValue = "false") boolean overwrite,
            @QueryValue(defaultValue = "false") boolean reopen) {
        Section section = requireSection(list);
        ListOptions options = new ListOptions(removeMissing, overwrite, reopen, null);
        return answer(TURNS.take(() -> lists.preview(section, bytes(file), options)));
    }

    /** Takes a table over, whole or not at all. */
    @Post("/{list}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    ListReport store(
            String list,
            @Part("file") CompletedFileUpload file,
            @QueryValue(defaultValue = "false") boolean removeMissing,
            @QueryValue(defaultValue = "false") boolean overwrite,
            @QueryValue(defaultValue = "false") boolean reopen,
            @Nullable @QueryValue String expect) {
        Section section = requireSection(list);
        ListOptions options = new ListOptions(removeMissing, overwrite, reopen, expect);
        return answer(TURNS.take(() -> lists.store(section, bytes(file), options)));
    }

    private static Section requireSection(String list) {
        return Section.findByKey(list)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-list",
                        "There is no list '" + list + "'. There are "
                                + Arrays.stream(Section.values())
                                        .map(Section::key)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    static byte[] bytes(CompletedFileUpload upload) {
        if (upload.getSize() > MOST_BYTES) {
            throw new ProblemException(
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "too-large",
                    "The file has " + (upload.getSize() >> 20)
                            + " MiB; 32 MiB is the most. Take the list over in parts.");
        }
        try {
            return upload.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The upload '" + upload.getFilename() + "' could not be read", e);
        }
    }

    static ListReport answer(ListOutcome outcome) {
        return switch (outcome) {
            case ListOutcome.Done done -> done.report();
            case ListOutcome.Refused refused -> {
                int count = refused.violations().size();
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "import-refused",
                        "Nothing was imported: " + count + (count == 1 ? " thing is" : " things are")
                                + " wrong with the file. The first: "
                                + refused.violations().getFirst().message(),
                        Map.of("violations", refused.violations()));
            }
            case ListOutcome.Late late ->
                throw new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "Nothing was imported: somebody else changed "
                                + late.report().conflicts().size()
                                + " of the rows since the table was written. Look at them, then mend the table, or say overwrite.",
                        Map.of("conflicts", late.report().conflicts()));
            case ListOutcome.Overtaken overtaken ->
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "model-changed",
                        "Nothing was imported: the model has changed since the preview (from " + overtaken.expected()
                                + " to " + overtaken.current() + "). Look at a new preview, then import.");
        };
    }
}
