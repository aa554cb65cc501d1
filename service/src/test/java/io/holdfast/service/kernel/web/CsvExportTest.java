package io.holdfast.service.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables for spreadsheets: cells that would be formulas are text, all others stand as they are. */
class CsvExportTest {

    private static List<String> readBack(String... cells) {
        CsvExport table = new CsvExport("a", "b");
        table.add(cells);
        String text = table.finish();
        assertThat(text).startsWith("\uFEFFa,b\r\n");
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .getFields();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "'=1+1",
                "=1\",=2"
            })
    void aFormulaIsMarkedAsText(String cell) {
        assertThat(readBack(cell, cell)).containsExactly("'" + cell, "'" + cell);
    }

    @Test
    void whatIsNoFormulaStandsAsItIs() {
        assertThat(readBack("", "「db」 a=b, \"c\"\nd")).containsExactly("", "「db」 a=b, \"c\"\nd");
    }
}
