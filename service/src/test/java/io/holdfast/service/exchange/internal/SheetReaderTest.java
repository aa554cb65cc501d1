package io.holdfast.service.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.exchange.ImportViolation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Tables as people and attackers send them. */
class SheetReaderTest {

    private static Sheet read(byte[] file) {
        Report report = new Report();
        Sheet sheet = SheetReader.read(file, "file", report).orElse(new Sheet(List.of(), List.of()));
        assertThat(report.violations()).isEmpty();
        return sheet;
    }

    private static List<String> refusals(byte[] file) {
        Report report = new Report();
        assertThat(SheetReader.read(file, "file", report)).isEmpty();
        return report.violations().stream().map(ImportViolation::code).toList();
    }

    private interface Filler {
        void fill(Worksheet page);
    }

    private static byte[] workbook(Filler filler) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
            filler.fill(book.newWorksheet("list"));
        }
        return bytes.toByteArray();
    }

    @Test
    void numbersTruthsDatesAndFormulasAreWhatTheyShow() throws IOException {
        byte[] file = workbook(page -> {
            for (int c = 0; c < 5; c++) {
                page.value(0, c, "c" + c);
            }
            page.value(1, 0, 0.1 + 0.2);
            page.value(1, 1, true);
            page.value(1, 2, LocalDate.of(2026, 11, 26));
            page.style(1, 2).format("yyyy-mm-dd").set();
            page.value(1, 3, "=1+1");
            page.value(1, 4, 4);
        });
        assertThat(read(file).rows().getFirst().cells())
                .isEqualTo(
                        Map.of("c0", "0.30000000000000004", "c1", "true", "c2", "2026-11-26", "c3", "=1+1", "c4", "4"));
    }

    @Test
    void rowsAreNumberedAsTheSpreadsheetShowsThemAndEmptyOnesLeftOut() throws IOException {
        byte[] file = workbook(page -> {
            page.value(0, 0, "id");
            page.value(1, 0, "a");
            page.value(4, 0, "b");
        });
        assertThat(read(file).rows()).extracting(Sheet.Row::number).containsExactly(2L, 5L);
        assertThat(read("id;name\r\na;x\r\n;\r\nb;\"y;z\"\r\n".getBytes(StandardCharsets.UTF_8))
                        .rows())
                .extracting(Sheet.Row::number)
                .containsExactly(2L, 4L);
    }

    @Test
    void saysWhatIsWrongWithTheTable() throws IOException {
        assertThat(refusals(new byte[0])).containsExactly("empty-file");
        assertThat(refusals("id,id\na,b\n".getBytes(StandardCharsets.UTF_8))).containsExactly("duplicate-heading");
        assertThat(refusals("id,\na,b\n".getBytes(StandardCharsets.UTF_8))).containsExactly("ragged-row");
        assertThat(refusals("id\n\"a\n".getBytes(StandardCharsets.UTF_8))).containsExactly("broken-quotes");
        assertThat(refusals("PK nothing of the kind".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("not-a-workbook");
        assertThat(refusals(zip(Map.of("a.txt", "no workbook")))).containsExactly("not-a-workbook");
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A workbook with one of its parts changed. */
    private static byte[] changed(byte[] workbook, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().equals(part) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A workbook without one of its parts. */
    private static byte[] without(byte[] workbook, String part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                if (!entry.getName().equals(part)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.getInputStream(entry).transferTo(out);
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void otherSheetsWithSomethingInThemAreToldAsLeftOut() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
            book.newWorksheet("first").value(0, 0, "id");
            book.newWorksheet("empty");
            book.newWorksheet("second").value(3, 2, "x");
        }
        Report report = new Report();
        assertThat(SheetReader.read(bytes.toByteArray(), "file", report)).isPresent();
        assertThat(report.warnings()).hasSize(1);
        assertThat(report.warnings().getFirst().code()).isEqualTo("sheet-left-out");
        assertThat(report.warnings().getFirst().count()).isEqualTo(1);
        assertThat(report.warnings().getFirst().message()).contains("second").doesNotContain("empty");
    }

    @Test
    void aWorkbookNeedsNoStyles() throws IOException {
        byte[] plain = without(oneCell(), "xl/styles.xml");
        assertThat(plain.length).isLessThan(oneCell().length);
        assertThat(read(plain).rows().getFirst().cells()).isEqualTo(Map.of("id", "here"));
    }

    private static byte[] oneCell() throws IOException {
        return workbook(page -> {
            page.value(0, 0, "id");
            page.value(1, 0, "here");
        });
    }

    @Test
    void aWorkbookThatUnpacksToTooMuchIsRefusedUnread() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 300; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        byte[] bomb = bytes.toByteArray();
        assertThat(bomb.length).isLessThan(2 << 20);
        assertThat(refusals(bomb)).containsExactly("too-large-unpacked");
    }

    @Test
    void entitiesOfAWorkbookAreNotFollowed() throws IOException {
        List<String> named = new ArrayList<>();
        for (String part :
                List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml")) {
            byte[] attack = changed(oneCell(), part, text -> {
                if (text.contains("here")) {
                    named.add(part);
                }
                return text.replaceFirst("\\?>", "?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                        .replace("here", "&e;");
            });
            Report report = new Report();
            String shown = SheetReader.read(attack, "file", report)
                    .map(Sheet::toString)
                    .orElse("");
            assertThat(shown + report.violations()).as(part).doesNotContain("root:");
        }
        assertThat(named).as("parts in which the entity stands").containsExactly("xl/sharedStrings.xml");
    }
}
