package io.holdfast.service.exchange.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.exchange.ImportDefaults;
import io.holdfast.service.exchange.ImportFiles;
import io.holdfast.service.exchange.ImportOptions;
import io.holdfast.service.exchange.ImportOutcome;
import io.holdfast.service.exchange.ImportReport;
import io.holdfast.service.exchange.Imports;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Bodies;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.kernel.web.Turns;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Imports over HTTP: files as the parts {@code dump}, {@code assets}, {@code relations}, {@code edges}, {@code model} and
 * {@code network}, and {@code options} as JSON.
 */
@Controller("/api/imports")
@Allows(Permission.EDIT_REGISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportController {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The most that the files of one import may have together. */
    private static final long MOST_BYTES = 64L << 20;

    /** One file takes many times its size while it is read. */
    private static final Turns TURNS = new Turns(2, Duration.ofSeconds(20));

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @Get("/defaults")
    Map<String, List<ImportDefaults.Way>> defaults() {
        return ImportDefaults.table();
    }

    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Post("/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    ImportReport preview(
            @Nullable @Part("dump") CompletedFileUpload dump,
            @Nullable @Part("assets") CompletedFileUpload assets,
            @Nullable @Part("relations") CompletedFileUpload relations,
            @Nullable @Part("edges") CompletedFileUpload edges,
            @Nullable @Part("model") CompletedFileUpload model,
            @Nullable @Part("network") CompletedFileUpload network,
            @Nullable @Part("options") String options) {
        Supplier<ImportFiles> files = files(dump, assets, relations, edges, model, network);
        ImportOptions wanted = options(options);
        return answer(TURNS.take(() -> imports.preview(files.get(), wanted)));
    }

    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    ImportReport store(
            @Nullable @Part("dump") CompletedFileUpload dump,
            @Nullable @Part("assets") CompletedFileUpload assets,
            @Nullable @Part("relations") CompletedFileUpload relations,
            @Nullable @Part("edges") CompletedFileUpload edges,
            @Nullable @Part("model") CompletedFileUpload model,
            @Nullable @Part("network") CompletedFileUpload network,
            @Nullable @Part("options") String options) {
        Supplier<ImportFiles> files = files(dump, assets, relations, edges, model, network);
        ImportOptions wanted = options(options);
        return answer(TURNS.take(() -> imports.store(files.get(), wanted)));
    }

    /** The files, which are read into memory only when it is their turn. */
    private static Supplier<ImportFiles> files(
            @Nullable CompletedFileUpload dump,
            @Nullable CompletedFileUpload assets,
            @Nullable CompletedFileUpload relations,
            @Nullable CompletedFileUpload edges,
            @Nullable CompletedFileUpload model,
            @Nullable CompletedFileUpload network) {
        long size = Stream.of(
                        Optional.ofNullable(dump),
                        Optional.ofNullable(assets),
                        Optional.ofNullable(relations),
                        Optional.ofNullable(edges),
                        Optional.ofNullable(model),
                        Optional.ofNullable(network))
                .flatMap(Optional::stream)
                .mapToLong(CompletedFileUpload::getSize)
                .sum();
        if (size > MOST_BYTES) {
            throw new ProblemException(
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "too-large",
                    "The files have " + (size >> 20)
                            + " MiB together; 64 MiB is the most. Import them in parts, or write a"
                            + " dump of the apps dcim, circuits, virtualization and tenancy only.");
        }
        return () -> new ImportFiles(
                bytes(dump), bytes(assets), bytes(relations), bytes(edges), bytes(model), bytes(network));
    }

    private static byte @Nullable [] bytes(@Nullable CompletedFileUpload upload) {
        if (upload == null) {
            return null;
        }
        try {
            return upload.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The upload '" + upload.getFilename() + "' could not be read", e);
        }
    }

    private static ImportOptions options(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return ImportOptions.USUAL;
        }
        try {
            return JSON.readValue(text, ImportOptions.class);
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-options",
                    "The part 'options' cannot be read: " + Bodies.reason(e).replaceFirst("\\.?$", ".")
                            + " Known are source, system, placeOn, recoveryFor, objectives, tier, removeMissing, mode, kinds"
                            + " and expect.");
        }
    }

    private static ImportReport answer(ImportOutcome outcome) {
        return switch (outcome) {
            case ImportOutcome.Done done -> done.report();
            case ImportOutcome.Refused refused -> {
                int count = refused.violations().size();
                Map<String, Object> more = new LinkedHashMap<>();
                more.put("violations", refused.violations());
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "import-refused",
                        "Nothing was imported: " + count + (count == 1 ? " thing is" : " things are")
                                + " wrong with the files. The first: "
                                + refused.violations().getFirst().message(),
                        more);
            }
            case ImportOutcome.Overtaken overtaken ->
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "model-changed",
                        "Nothing was imported: the model has changed since the preview (from " + overtaken.expected()
                                + " to " + overtaken.current() + "). Look at a new preview, then import.");
        };
    }
}
