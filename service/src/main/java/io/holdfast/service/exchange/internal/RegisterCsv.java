package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.internal.CsvTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the two tables of a register: assets, and what needs what. */
public final class RegisterCsv {

    /** The headings of the table of assets; {@code id} and {@code type} must be there, others become {@code x-…}. */
    public static final List<String> ASSET_HEADINGS = List.of(
            "id", "type", "name", "parent", "status", "owner", "role", "model", "capacity", "note", "lat", "lon");

    /** The headings of the table of relations; {@code from} and {@code to} must be there, others are not kept. */
    public static final List<String> RELATION_HEADINGS = List.of("from", "to", "kind", "group", "min_up");

    private static final String ASSETS = "assets";
    private static final String RELATIONS = "relations";

    private final Report report;

    private RegisterCsv(Report report) {
        this.report = report;
    }

    /** The register of both tables; nothing where a rule is broken, which then stands in the report. */
    public static Optional<ImportedRegister> read(byte[] assets, byte @Nullable [] relations, Report report) {
        return new RegisterCsv(report).read(assets, relations);
    }

    private Optional<ImportedRegister> read(byte[] assets, byte @Nullable [] relations) {
        Optional<CsvTable> first = CsvTable.read(assets, ASSETS, List.of("id", "type"), ASSET_HEADINGS, report);
        Report second = new Report();
        Optional<CsvTable> lines = relations == null
                ? Optional.empty()
                : CsvTable.read(relations, RELATIONS, List.of("from", "to"), RELATION_HEADINGS, second);
        second.violations()
                .forEach(each -> report.violation(
                        each.code(), Place.line(RELATIONS, each.row()), each.column(), each.value(), each.message()));
        List<AssetRow> rows = first.map(this::assets).orElse(List.of());
        List<RelationRow> needs = lines.map(this::relations).orElse(List.of());
        if (first.isPresent() && rows.isEmpty() && !report.isRefused()) {
            report.violation("no-rows", Place.whole(ASSETS), null, "", "The table of assets has headings but no row.");
        }
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<RelationRow> checked = new RegisterCheck(rows, report).check(needs);
        return report.isRefused() ? Optional.empty() : Optional.of(new ImportedRegister(rows, checked));
    }

    private List<AssetRow> assets(CsvTable table) {
        List<String> further = table.headingsBut(ASSET_HEADINGS);
        List<AssetRow> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            String key = required(row, "id", "Every asset has an id: the key of the row in its source.");
            String kind = required(row, "type", "Every asset has a type, such as device or site.");
            if (key != null && kind != null) {
                rows.add(asset(row, key, kind, further));
            }
        }
        return rows;
    }

    private AssetRow asset(Row row, String key, String kind, List<String> further) {
        Map<String, String> more = new LinkedHashMap<>();
        for (String heading : further) {
            String value = row.get(heading);
            if (value != null) {
                more.put(heading, value);
            }
        }
        String name = row.get("name");
        Double lat = Coordinates.read(row.get("lat"), "lat", 90, row.at(), report);
        Double lon = Coordinates.read(row.get("lon"), "lon", 180, row.at(), report);
        return new AssetRow(
                row.at(),
                key,
                kind,
                name == null ? key : name,
                row.get("parent"),
                row.get("status"),
                row.get("owner"),
                row.get("role"),
                row.get("model"),
                row.get("capacity"),
                row.get("note"),
                lon == null ? null : lat,
                lat == null ? null : lon,
                more);
    }

    private List<RelationRow> relations(CsvTable table) {
        List<String> further = table.headingsBut(RELATION_HEADINGS);
        if (!further.isEmpty()) {
            report.warning(
                    "column-not-kept",
                    RELATIONS,
                    further.size(),
                    "Columns that the register has no place for are left out: " + String.join(", ", further) + ".");
        }
        List<RelationRow> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            String from = required(row, "from", "A relation says who needs something.");
            String to = required(row, "to", "A relation says what is needed.");
            Integer minUp = count(row);
            if (from != null && to != null) {
                String kind = row.get("kind");
                rows.add(new RelationRow(
                        row.at(), from, to, kind == null ? "depends-on" : kind, row.get("group"), minUp));
            }
        }
        return rows;
    }

    private @Nullable String required(Row row, String heading, String rule) {
        String value = row.get(heading);
        if (value == null) {
            report.violation(
                    "missing-value", row.at(), heading, "", rule + " Fill '" + heading + "' in, or remove the row.");
        }
        return value;
    }

    private @Nullable Integer count(Row row) {
        String text = row.get("min_up");
        if (text == null) {
            return null;
        }
        if (text.matches("[1-9][0-9]{0,5}")) {
            return Integer.valueOf(text);
        }
        report.violation(
                "bad-min-up",
                row.at(),
                "min_up",
                text,
                "min_up is '" + text + "', but it is how many of the group must be up: a whole number from 1.");
        return null;
    }
}
