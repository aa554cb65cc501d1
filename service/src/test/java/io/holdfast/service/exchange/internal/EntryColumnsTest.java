package io.holdfast.service.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.register.RandomDocuments;
import io.holdfast.service.register.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries as rows of a table and back, in memory and through both kinds of file. */
class EntryColumnsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<ObjectNode> entries(Section section, long seed) {
        List<ObjectNode> entries = new ArrayList<>();
        JsonNode list = RandomDocuments.document(seed, 40).path(section.key());
        list.forEach(each -> entries.add((ObjectNode) each));
        return entries;
    }

    private static Sheet sheet(Section section, List<ObjectNode> entries) {
        List<Map<String, String>> rows =
                entries.stream().map(EntryColumns::cells).toList();
        List<Sheet.Row> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(new Sheet.Row(lines.size() + 2L, row)));
        return new Sheet(EntryColumns.of(section, rows), lines);
    }

    private static List<JsonNode> back(Sheet sheet) {
        List<JsonNode> entries = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            ObjectNode entry = JSON.createObjectNode();
            sheet.columns().forEach(column -> EntryColumns.put(entry, column, row.cell(column)));
            entries.add(entry);
        }
        return entries;
    }

    /** Equal whatever the order of keys and the spelling of numbers. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(
                (a, b) -> a.isNumber() && b.isNumber()
                        ? a.decimalValue().compareTo(b.decimalValue())
                        : a.equals(b) ? 0 : 1,
                other);
    }

    private static void assertSame(List<JsonNode> found, List<ObjectNode> wanted) {
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(isSame(found.get(i), wanted.get(i)))
                    .as("%s%n%s", found.get(i), wanted.get(i))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @Tag("row:M1")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyListComesBackFromBothKindsOfFile(long seed) {
        for (Section section : Section.values()) {
            List<ObjectNode> entries = entries(section, seed);
            Sheet sheet = sheet(section, entries);
            assertSame(back(sheet), entries);
            for (byte[] file : List.of(SheetWriter.csv(sheet), SheetWriter.xlsx(sheet, section.key()))) {
                Report report = new Report();
                Optional<Sheet> read = SheetReader.read(file, "file", report);
                assertThat(report.violations()).isEmpty();
                assertSame(back(read.orElseThrow()), entries);
            }
        }
    }

    @Test
    void oddKeysHaveColumnsOfTheirOwn() throws JsonProcessingException {
        ObjectNode entry = (ObjectNode) JSON.readTree("""
                {"id": "a", "x-a.b": 1, "x-c\\\\d": 2, "_version": 3, "objectives": {"rto": 4, "x.y": 5, "rpoVolume": {"unit": "GB", "amount": 6}},
                 "capacity": {}, "x-map": {"k": {"l": 1}}, "": 7}
                """);
        Map<String, String> cells = EntryColumns.cells(entry);
        assertThat(cells)
                .containsOnlyKeys(
                        "id",
                        "x-a\\.b",
                        "x-c\\\\d",
                        "\\_version",
                        "objectives.rto",
                        "objectives.x\\.y",
                        "objectives.rpoVolume.unit",
                        "objectives.rpoVolume.amount",
                        "capacity",
                        "x-map",
                        "\\e");
        ObjectNode back = JSON.createObjectNode();
        new LinkedHashMap<>(cells).forEach((column, cell) -> EntryColumns.put(back, column, cell));
        assertThat(isSame(back, entry)).as(back.toString()).isTrue();
    }

    @Test
    void anEmptyCellTakesAValueAwayAndTheMappingThatThisEmpties() throws JsonProcessingException {
        ObjectNode entry = (ObjectNode) JSON.readTree("{\"id\": \"a\", \"objectives\": {\"rto\": 4}, \"note\": \"n\"}");
        EntryColumns.put(entry, "objectives.rpo", "");
        EntryColumns.put(entry, "objectives.rto", "");
        EntryColumns.put(entry, "note", "");
        assertThat(entry).hasToString("{\"id\":\"a\"}");
    }

    @Test
    void headingsThatLeadNowhereAreNone() {
        assertThat(List.of("objectives.rto", "x-a\\.b", "names.fr", "note")).allMatch(EntryColumns::isColumn);
        assertThat(List.of("objectvies.rto", "objectives.", ".a", "x-a.b", "")).noneMatch(EntryColumns::isColumn);
    }
}
