package io.holdfast.service.exchange;

import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The bundled files, and a register in memory that reads back what was written, as the stored one does. */
public final class Fixtures {

    private Fixtures() {}

    /** A bundled file, unpacked. */
    public static byte[] bundled(String name) {
        try (InputStream file = Objects.requireNonNull(Fixtures.class.getResourceAsStream("/import/" + name))) {
            return name.endsWith(".gz") ? new GZIPInputStream(file).readAllBytes() : file.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    /** The demo dump of NetBox. */
    public static byte[] dump() {
        return bundled("netbox-demo.json.gz");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static ImportFiles dumpFiles(byte[] dump) {
        return new ImportFiles(dump, null, null, null, null);
    }

    static ImportFiles tables(String assets, @Nullable String relations) {
        return new ImportFiles(null, bytes(assets), relations == null ? null : bytes(relations), null, null);
    }

    static ImportFiles edges(String edges) {
        return new ImportFiles(null, null, null, bytes(edges), null);
    }

    static ImportFiles modelFile(String model) {
        return new ImportFiles(null, null, null, null, bytes(model));
    }

    /** A register in memory. */
    static final class Memory {
        private @Nullable ContinuityModel model;
        private int saves;

        Optional<ContinuityModel> findModel() {
            return Optional.ofNullable(model);
        }

        void saveModel(ContinuityModel next) {
            model = reread(next);
            saves++;
        }

        int saves() {
            return saves;
        }

        ContinuityModel get() {
            return findModel().orElseThrow();
        }

        ImportOutcome preview(ImportFiles files, ImportOptions options) {
            return switch (Planner.plan(files, options, findModel())) {
                case Planner.Plan.Made made -> new ImportOutcome.Done(made.report());
                case Planner.Plan.Refused refused -> new ImportOutcome.Refused(refused.violations());
            };
        }

        ImportOutcome store(ImportFiles files, ImportOptions options) {
            return switch (Planner.plan(files, options, findModel())) {
                case Planner.Plan.Made made -> {
                    if (made.report().changes()) {
                        saveModel(made.model());
                    }
                    yield new ImportOutcome.Done(made.report().asStored());
                }
                case Planner.Plan.Refused refused -> new ImportOutcome.Refused(refused.violations());
            };
        }
    }

    private static ContinuityModel reread(ContinuityModel model) {
        return read(ModelWriter.toJson(model));
    }

    static ContinuityModel read(String file) {
        return switch (ModelReader.read(bytes(file))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    static ImportReport done(ImportOutcome outcome) {
        return switch (outcome) {
            case ImportOutcome.Done done -> done.report();
            case ImportOutcome.Refused refused -> throw new AssertionError(refused.violations());
            case ImportOutcome.Overtaken overtaken -> throw new AssertionError(overtaken);
        };
    }

    static List<ImportViolation> refused(ImportOutcome outcome) {
        return switch (outcome) {
            case ImportOutcome.Refused refused -> refused.violations();
            case ImportOutcome.Done done -> throw new AssertionError("was not refused: " + done.report());
            case ImportOutcome.Overtaken overtaken -> throw new AssertionError(overtaken);
        };
    }

    static ImportOptions source(String source) {
        return new ImportOptions(source, null, null, null, null, null, null, null, null);
    }

    static ImportOptions overDevices(String system) {
        return new ImportOptions(null, system, "device", null, null, null, null, null, null);
    }
}
