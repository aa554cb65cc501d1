package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every row of the requirements that is said to be carried out has a test that names it. */
class RequirementRowsTest {

    /** In JUnit a tag, in the titles of tests of the page a word in brackets. */
    private static final Pattern TAGGED = Pattern.compile("@Tag\\(\"row:([A-Z]\\d+)\"\\)|\\[row:([A-Z]\\d+)]");

    private static final List<String> ROWS =
            List.of(("B1 B2 B3 B4 B5 B10 B11 B15 B16 B20 B22 S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 S11 S12 S13 S14 S15 S16"
                            + " M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 G2 G3 G5 G6 I10 I15 I16 I17 D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13 D14"
                            + " D15 D16 D17 B12 B18 B21")
                    .split(" "));

    private static final List<Path> TESTS = List.of(
            Path.of("src/test"),
            Path.of("../simulator/engine/src/test"),
            Path.of("../simulator/format/src/test"),
            Path.of("../simulator/cli/src/test"),
            Path.of("../web-ui/src"),
            Path.of("../web-ui/e2e"));

    /** The files that show each row. */
    private static Map<String, Set<String>> shown() throws IOException {
        Map<String, Set<String>> shown = new TreeMap<>();
        for (Path folder : TESTS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(RequirementRowsTest::isTest).toList()) {
                    rows(file)
                            .forEach(row -> shown.computeIfAbsent(row, each -> new TreeSet<>())
                                    .add(file.getFileName().toString()));
                }
            }
        }
        return shown;
    }

    private static boolean isTest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith("Test.java") || name.endsWith(".spec.ts") || name.endsWith(".test.ts");
    }

    private static Stream<String> rows(Path file) {
        try {
            return TAGGED
                    .matcher(Files.readString(file, StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .collect(Collectors.toSet())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("A test cannot be read", e);
        }
    }

    @Test
    void everyRowHasATestThatNamesIt() throws IOException {
        Map<String, Set<String>> shown = shown();
        assertThat(ROWS)
                .allSatisfy(row -> assertThat(shown.getOrDefault(row, Set.of()))
                        .as("tests tagged with row %s", row)
                        .isNotEmpty());
    }
}
