package io.holdfast.service.exchange.web;

import io.holdfast.service.drill.Drills;
import io.holdfast.service.drill.YearTable;
import io.holdfast.service.exchange.internal.Sheet;
import io.holdfast.service.exchange.internal.SheetWriter;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The drills of a year as a table for spreadsheets. */
@Controller("/api/drills/schedules/{year}/export")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class YearController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private final Drills drills;

    YearController(Drills drills) {
        this.drills = drills;
    }

    /**
     * The drills of a year, a row each, in the words of a language; a sealed day is shown as the days within which it lies.
     *
     * @param format xlsx or csv
     */
    @Get
    @Produces({XLSX, CSV})
    @ApiResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = CSV, schema = @Schema(type = "string"))
            })
    HttpResponse<byte[]> export(
            int year,
            @QueryValue(defaultValue = "xlsx") String format,
            @QueryValue(defaultValue = "en") String language) {
        boolean csv = format.equals("csv");
        if (!csv && !format.equals("xlsx")) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "bad-format", "format is '" + format + "', but it must be xlsx or csv.");
        }
        Sheet sheet = sheet(drills.getTable(year, language));
        byte[] file = csv ? SheetWriter.csv(sheet) : SheetWriter.xlsx(sheet, String.valueOf(year));
        return HttpResponse.ok(file)
                .contentType(MediaType.of(csv ? CSV : XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"drills-" + year + "." + format + "\"");
    }

    private static Sheet sheet(YearTable table) {
        List<Sheet.Row> rows = new ArrayList<>();
        for (List<String> cells : table.rows()) {
            Map<String, String> row = new HashMap<>();
            for (int c = 0; c < cells.size(); c++) {
                row.put(table.columns().get(c), cells.get(c));
            }
            rows.add(new Sheet.Row(rows.size() + 2L, row));
        }
        return new Sheet(table.columns(), rows);
    }
}
