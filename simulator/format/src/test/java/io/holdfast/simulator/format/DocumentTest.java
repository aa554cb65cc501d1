package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.format.Violation.Code;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes, notation and syntax, whatever they say. */
class DocumentTest {

    private static final String HEAD = "holdfast: 1\nassets:\n  - {id: a, kind: host, restart: %s}\n";

    private static double restart(String number) {
        ContinuityModel model = Models.model(HEAD.formatted(number));
        return switch (java.util.Objects.requireNonNull(
                        model.elements().getFirst().restart())
                .distribution()) {
            case io.holdfast.simulator.model.Distribution.Fixed fixed -> fixed.hours();
            default -> throw new AssertionError();
        };
    }

    @ParameterizedTest
    @CsvSource({"1e3,1000", "1E-1,0.1", ".5,0.5", "5.,5", "+4,4", "012,12", "0x10,16", "0o10,8", "-0,0"})
    void readsNumbersInEverySpelling(String written, double meant) {
        assertThat(restart(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", ".nan", "1e999", "-1", "'4'", "1_000", "4h", "NaN", "yes", "[]", "{}", "12:30"})
    void refusesWhatIsNoNumberOfHours(String written) {
        Violation only = Models.violations(HEAD.formatted(written)).getFirst();
        assertThat(only.path()).isEqualTo("$.assets[0].restart");
        assertThat(only.line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "no", "yes", "off", "true", "1.10", "1e3", "'007'", "007", "2026-01-01", "0x1f"})
    void readsIdsAsTheyAreWritten(String written) {
        ContinuityModel model = Models.model("holdfast: 1\nassets: [{id: " + written + ", kind: host}]");
        assertThat(model.elements().getFirst().id()).isEqualTo(Id.of(written.replace("'", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"holdfast\": 1 \"name\": 2}           | 1 | was expecting",
                "{\"holdfast\": 1                        | 1 | end-of-input",
                "holdfast: 1\\nassets: [{id: a           | 2 | but got",
                "holdfast: 1\\n\\tassets: []             | 2 | tab",
                "holdfast: 1\\n---\\nholdfast: 1         | 2 | more than one document",
                "{\"holdfast\": 1} {\"holdfast\": 1}     | 1 | more than one document",
                "holdfast: 1\\nname: *nobody             | 2 | has no anchor",
                "holdfast: 1\\nname: &n *n               | 2 | but found",
                "holdfast: 1\\nsites: &s [{id: *s}]      | 2 | has no anchor",
                "holdfast: 1\\nname: !!java.util.Date x  | 2 | Tag",
                "holdfast: 1\\n? [a, b]\\n: c            | 2 | plain text",
                "holdfast: 1\\nholdfast: 1               | 2 | twice",
                "{\"holdfast\": 1, \"holdfast\": 1}      | 1 | twice",
                "'# only a comment'                      | 0 | empty",
                "''                                      | 0 | empty",
                "'   '                                   | 0 | empty",
                "hello                                   | 1 | mapping",
                "[1, 2]                                  | 1 | mapping",
            })
    void refusesBrokenSyntaxAndNamesLineAndReason(String text, int line, String reason) {
        Violation first = Models.violations(text.replace("\\n", "\n").replace("\\t", "\t"))
                .getFirst();
        assertThat(first.message())
                .containsIgnoringCase(reason)
                .endsWith(".")
                .doesNotContain("Exception", "StreamRead");
        assertThat(first.line()).isGreaterThanOrEqualTo(line);
    }

    @Test
    void refusesControlCharacters() {
        assertThat(Models.violations("holdfast: 1\nname: a\u0001b").getFirst().message())
                .contains("neither YAML nor JSON");
        assertThat(Models.violations("{\"holdfast\": 1, \"name\": \"a\u0001b\"}")
                        .getFirst()
                        .message())
                .contains("neither YAML nor JSON");
    }

    @Test
    void readsByteOrderMarkAndCarriageReturns() {
        String windows = "\uFEFF" + Models.SMALL.replace("\n", "\r\n");
        assertThat(Models.model(windows)).isEqualTo(Models.model(Models.SMALL));
        String json =
                "\uFEFF" + ModelWriter.toPrettyJson(Models.model(Models.SMALL)).replace("\n", "\r\n");
        assertThat(Models.model(json)).isEqualTo(Models.model(Models.SMALL));
    }

    @Test
    void readsYamlInOneFlowMapping() {
        assertThat(Models.model("{holdfast: 1, assets: [{id: a, kind: host}]}").elements())
                .hasSize(1);
    }

    @Test
    void readsAnchorsAliasesAndMergeKeys() {
        ContinuityModel model = Models.model("""
                holdfast: 1
                x-time: &time {pert: [1, 2, 3], evidence: expert}
                assets:
                  - &first {id: a, kind: host, restart: *time}
                  - {<<: *first, id: b}
                  - {<<: [{id: zero, kind: power}, *first], id: c}
                """);
        assertThat(model.elements()).extracting(each -> each.id().value()).containsExactly("a", "b", "c");
        assertThat(model.elements().get(1).restart())
                .isEqualTo(model.elements().get(0).restart());
        assertThat(model.elements().get(2).kind()).isEqualTo("power");
    }

    @Test
    void boundsWhatAliasesStandFor() {
        String bomb = "holdfast: 1\nx-a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
                + IntStream.range(1, 12)
                        .mapToObj(i -> "x-a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)))
                        .collect(Collectors.joining());
        List<Violation> violations =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Models.violations(bomb));
        assertThat(violations).hasSize(1);
        assertThat(violations.getFirst().message()).contains("aliases", "1000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "- "})
    void boundsHowDeepThingsAreNested(String opening) {
        String deep = opening.startsWith("{")
                ? opening.repeat(100_000)
                : "holdfast: 1\nx-deep: \n  " + opening.repeat(100_000);
        Violation first = Models.violations(deep).getFirst();
        assertThat(first.code()).isEqualTo(Code.UNREADABLE);
        assertThat(first.message()).contains("nested deeper than 100");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        for (byte[] bytes : List.of(
                new byte[] {(byte) 0xA4, (byte) 0xA4},
                Models.SMALL.getBytes(StandardCharsets.UTF_16),
                "holdfast: 1\nname: \u81fa\u5317".getBytes(java.nio.charset.Charset.forName("Big5")))) {
            assertThat(ModelReader.read(bytes))
                    .isInstanceOfSatisfying(
                            ReadOutcome.Refused.class,
                            refused -> assertThat(
                                            refused.violations().getFirst().message())
                                    .contains("UTF-8"));
        }
    }

    private static String manyAssets(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\": \"host-" + i + "\", \"kind\": \"host\", \"note\": \"" + "x".repeat(150)
                        + "\", \"needs\": [\"host-0\"], \"restart\": {\"pert\": [0.1, 0.2, 0.5]}}")
                .collect(Collectors.joining(",\n"));
    }

    @Test
    void readsFiftyMegabytesOfJson() {
        String json = "{\"holdfast\": 1, \"assets\": [" + manyAssets(210_000) + "]}";
        assertThat(json.length()).isGreaterThan(50_000_000);
        assertThat(Models.model(json).elements()).hasSize(210_000);
    }

    @Test
    void readsTenMegabytesOfYaml() {
        String yaml = "holdfast: 1\nassets: [" + manyAssets(42_000) + "]";
        assertThat(yaml.length()).isGreaterThan(10_000_000);
        assertThat(Models.model(yaml).elements()).hasSize(42_000);
    }

    @Test
    void saysWhatIsWrongWithAHugeBrokenFileInTime() {
        String assets = IntStream.range(0, 20_000)
                .mapToObj(i -> "  - {id: host-%d, kind: host, needs: [hast-%d]}%n".formatted(i, i))
                .collect(Collectors.joining());
        List<Violation> violations = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> Models.violations("holdfast: 1\nassets:\n" + assets));
        assertThat(violations).hasSize(20_000);
        assertThat(Texts.refusal("m.yaml", violations, 50, Language.EN).lines()).hasSize(52);
    }
}
