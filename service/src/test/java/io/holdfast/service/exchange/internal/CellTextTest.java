package io.holdfast.service.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as texts of cells: readable where they can be, and the same when they come back. */
class CellTextTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            note  | "plain 文字"          | plain 文字
            note  | "4"                   | "4"
            note  | 4.0                   | 4
            note  | 1.0E-5                | 0.00001
            note  | 1e300                 | 1E+300
            note  | true                  | true
            note  | "true"                | "true"
            note  | ""                    | ""
            note  | " a"                  | " a"
            note  | "a\\rb"               | "a\\rb"
            note  | "_x0041_"             | "\\u005fx0041_"
            note  | "{not json"           | {not json
            note  | "[1]"                 | "[1]"
            note  | {"lognormal":{"median":6,"p90":14}} | {"lognormal":{"median":6,"p90":14}}
            needs | ["a","b.c"]           | a; b.c
            needs | ["a"]                 | a
            needs | ["a",{"of":["b"]}]    | ["a",{"of":["b"]}]
            tags  | ["4"]                 | ["4"]
            tags  | ["a;b"]               | ["a;b"]
            tags  | []                    | []
            """)
    void areWrittenAsShortAsTheyCanBe(String column, String value, String cell) throws JsonProcessingException {
        assertThat(CellText.of(column, JSON.readTree(value))).isEqualTo(cell);
        assertComesBack(column, JSON.readTree(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            needs | a;b ; c            | ["a","b","c"]
            needs | 4                  | ["4"]
            needs | {"of": ["a"]}      | [{"of":["a"]}]
            tags  | a                  | ["a"]
            note  | 007                | "007"
            note  | 1e999999999999     | "1e999999999999"
            note  | {"a": 1} x         | "{\\"a\\": 1} x"
            note  | {"a": 1, "a": 2}   | "{\\"a\\": 1, \\"a\\": 2}"
            """)
    void areReadAsPeopleWriteThem(String column, String cell, String value) throws JsonProcessingException {
        assertThat(CellText.read(column, cell)).isEqualTo(JSON.readTree(value));
    }

    /** Pieces that are taken for something else by one program or the other. */
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @ParameterizedTest
    void anyTextComesBack(long seed) throws JsonProcessingException {
        String[] pieces = {
            "a", "字", "😀", "\uD83D", "4", "-", "+", "=", "@", "'", "\"", "\\", "\n", "\r", "\t", " ", "\u0000",
            "\u0007", "\u00A0", "\u2028", "\uFFFF", "_x0041_", "{", "}", "[", "]", ":", ",", ";", "true", "null", "e9",
            ".", "\u007F", "\uFEFF"
        };
        Random random = new Random(seed);
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(5); k >= 0; k--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertComesBack("note", TextNode.valueOf(text.toString()));
            ArrayNode list = JSON.createArrayNode().add(text.toString());
            assertComesBack("needs", random.nextBoolean() ? list : list.add("b"));
        }
    }

    @Test
    void anyNumberComesBack() throws JsonProcessingException {
        Random random = new Random(7);
        for (int i = 0; i < 4_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String cell = CellText.of("tier", JSON.getNodeFactory().numberNode(number));
                assertThat(CellText.read("tier", cell).doubleValue()).isEqualTo(number == 0 ? 0 : number);
            }
        }
    }

    private static void assertComesBack(String column, JsonNode value) {
        String cell = CellText.of(column, value);
        assertThat(cell).isNotEmpty().doesNotContain("\r", "\u0000", "\uFFFF").isEqualTo(cell.strip());
        JsonNode read = CellText.read(column, cell);
        assertThat(read.isNumber() ? CellText.number(read.asText()) : read.toString())
                .isEqualTo(value.isNumber() ? CellText.number(value.asText()) : value.toString());
    }
}
