package io.holdfast.service.exchange;

import io.holdfast.service.exchange.ImportReport.TierRow;
import io.holdfast.service.exchange.internal.CallGraphCsv;
import io.holdfast.service.exchange.internal.Draft;
import io.holdfast.service.exchange.internal.ImportedCalls;
import io.holdfast.service.exchange.internal.ImportedRegister;
import io.holdfast.service.exchange.internal.ModelFile;
import io.holdfast.service.exchange.internal.NetboxRegister;
import io.holdfast.service.exchange.internal.NetworkRegister;
import io.holdfast.service.exchange.internal.Place;
import io.holdfast.service.exchange.internal.RegisterCsv;
import io.holdfast.service.exchange.internal.Report;
import io.holdfast.simulator.format.ModelDigest;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works out what an import makes of a model. Pure: nothing is stored. */
final class Planner {

    /** The digest of a register in which there is nothing yet. */
    static final String EMPTY = "none";

    private static final ContinuityModel NOTHING = ContinuityModel.of(List.of(), List.of());
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private Planner() {}

    /** What an import comes to. */
    sealed interface Plan {

        /** The model that it makes, and what it does to get there. */
        record Made(ContinuityModel model, ImportReport report) implements Plan {}

        /** A file breaks rules. */
        record Refused(List<ImportViolation> violations) implements Plan {}
    }

    /** The plan for an import into the current model, if there is one. */
    static Plan plan(ImportFiles files, ImportOptions options, Optional<ContinuityModel> current) {
        ContinuityModel before = current.orElse(NOTHING);
        Report report = new Report();
        checkOptions(files, options, report);
        Draft draft = new Draft(before, options, report);
        Optional<ContinuityModel> after =
                report.isRefused() ? Optional.empty() : draft(files, options, before, draft, report);
        if (after.isEmpty()) {
            return new Plan.Refused(report.violations());
        }
        String digest = current.map(ModelDigest::of).orElse(EMPTY);
        return new Plan.Made(after.get(), tell(files, options, before, after.get(), digest, draft, report));
    }

    private static void checkOptions(ImportFiles files, ImportOptions options, Report report) {
        long registers = java.util.stream.Stream.of(files.dump(), files.assets(), files.model(), files.network())
                .filter(java.util.Objects::nonNull)
                .count();
        Place at = Place.whole("options");
        if (registers > 1 || (files.model() != null && files.edges() != null)) {
            report.violation(
                    "too-many-files",
                    at,
                    null,
                    "",
                    "Import a dump, or tables, or a network, or a model file, but not several at once.");
        }
        if (registers == 0 && files.edges() == null) {
            report.violation(
                    "no-file",
                    at,
                    null,
                    "",
                    "Choose what to import: 'dump' (NetBox), 'assets' with 'relations' (tables), 'edges' (calls between"
                            + " services), 'network' (GraphML) or 'model' (a continuity model).");
        }
        if (files.relations() != null && files.assets() == null) {
            report.violation(
                    "no-file", at, "assets", "", "A table of relations needs the table of assets that it names.");
        }
        String source = options.source();
        if (source != null && (!Id.isValid(source) || source.indexOf('.') >= 0)) {
            report.violation(
                    "bad-source",
                    at,
                    "source",
                    source,
                    "The source becomes the first part of every imported id: small letters, digits, hyphens and"
                            + " underscores, beginning with a letter or digit.");
        }
        if (options.tierOfServices() < 1 || options.tierOfServices() > 4) {
            report.violation(
                    "bad-tier",
                    at,
                    "tier",
                    String.valueOf(options.tier()),
                    "A tier of the defaults lies between 1 and 4.");
        }
        String mode = options.mode();
        if (mode != null && !mode.equals("merge") && !mode.equals("replace")) {
            report.violation("bad-mode", at, "mode", mode, "mode is '" + mode + "', but it must be merge or replace.");
        }
    }

    private static Optional<ContinuityModel> draft(
            ImportFiles files, ImportOptions options, ContinuityModel before, Draft draft, Report report) {
        if (files.model() != null) {
            return new ModelFile(report)
                    .read(files.model(), before, "replace".equals(options.mode()))
                    .flatMap(model -> check(model, report));
        }
        Optional<Imported> register = register(files, options, report);
        Optional<ImportedCalls> calls =
                files.edges() == null ? Optional.empty() : CallGraphCsv.read(files.edges(), options.system(), report);
        if (report.isRefused()) {
            return Optional.empty();
        }
        register.ifPresent(each -> draft.add(each.register().withKinds(options), each.source(), each.file()));
        calls.ifPresent(each -> draft.add(each, sourceOf(each.system())));
        return report.isRefused() ? Optional.empty() : check(draft.model(), report);
    }

    /** What a register's file holds, the first part of its ids, and which file it is. */
    private record Imported(ImportedRegister register, String source, String file) {}

    private static Optional<Imported> register(ImportFiles files, ImportOptions options, Report report) {
        if (files.dump() != null) {
            String source = sourceOf(options, "netbox");
            return NetboxRegister.read(files.dump(), report).map(each -> new Imported(each, source, "dump"));
        }
        if (files.network() != null) {
            Optional<NetworkRegister.Network> network = NetworkRegister.read(files.network(), report);
            network.map(NetworkRegister.Network::made)
                    .filter(each -> options.source() == null)
                    .ifPresent(each -> report.warning("source-made", "network", each));
            return network.map(each -> new Imported(each.register(), sourceOf(options, each.source()), "network"));
        }
        String source = sourceOf(options, "csv");
        return files.assets() == null
                ? Optional.empty()
                : RegisterCsv.read(files.assets(), files.relations(), report)
                        .map(each -> new Imported(each, source, "assets"));
    }

    private static String sourceOf(ImportOptions options, String usual) {
        String source = options.source();
        return source != null ? source : usual;
    }

    /** A system's name as the first part of ids. */
    private static String sourceOf(String system) {
        String folded = system.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        return folded.matches("[a-z0-9].*") ? folded : "x" + folded;
    }

    /** The whole model by the rules of the model file, so that what is stored can always be read again. */
    private static Optional<ContinuityModel> check(ContinuityModel model, Report report) {
        String document = ModelWriter.toJson(model);
        if (NUL.matcher(document).find()) {
            report.violation(
                    "bad-character",
                    Place.whole("model"),
                    null,
                    "U+0000",
                    "A text has the character U+0000, which cannot be stored. Remove it from the source.");
            return Optional.empty();
        }
        return switch (ModelReader.read(document.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> Optional.of(read.model());
            case ReadOutcome.Refused refused -> {
                refused.violations()
                        .forEach(each -> report.violation(
                                each.code().word(),
                                new Place("model", 0, each.path()),
                                null,
                                each.value(),
                                "In the model as it would be: " + each.message()));
                yield Optional.empty();
            }
        };
    }

    private static ImportReport tell(
            ImportFiles files,
            ImportOptions options,
            ContinuityModel before,
            ContinuityModel after,
            String beforeDigest,
            Draft draft,
            Report report) {
        Map<String, ImportReport.Counts> counts =
                files.model() == null ? draft.counts() : ModelFile.compare(before, after);
        String afterDigest = ModelDigest.of(after);
        List<TierRow> tiers = new ArrayList<>();
        @Nullable Integer tier = null;
        if (files.edges() != null) {
            ImportDefaults.objectivesByTier().forEach((number, each) -> tiers.add(TierRow.of(number, each)));
            tier = options.givesObjectives() ? options.tierOfServices() : null;
        }
        return new ImportReport(
                beforeDigest,
                afterDigest,
                false,
                !afterDigest.equals(beforeDigest),
                counts,
                draft.kinds(),
                draft.roles(),
                assetKinds(after),
                tiers,
                tier,
                draft.samples(),
                draft.missing(),
                draft.kept(),
                report.warnings());
    }

    private static Map<String, Integer> assetKinds(ContinuityModel model) {
        Map<String, Integer> kinds = new TreeMap<>();
        model.elements().stream()
                .filter(each -> each.type() == ElementType.ASSET)
                .forEach(each -> kinds.merge(each.kind(), 1, Integer::sum));
        return kinds;
    }
}
