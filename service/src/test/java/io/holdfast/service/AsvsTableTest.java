package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of OWASP ASVS in docs/operations names every requirement of levels 1 and 2 once, with a test that there is or a reason. */
class AsvsTableTest {

    private static final Path TABLE = Path.of("../docs/operations/asvs.md");
    private static final Path NUMBERS = Path.of("src/test/resources/asvs-5.0.0.txt");
    private static final List<String> STATES = List.of("Met", "Partly", "Not met", "Does not apply");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| v5\\.0\\.0-([\\d.]+) \\| (\\d) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*) \\|$");

    /** A line of the table. */
    private record Line(String number, int level, String how, String shownBy) {

        String state() {
            return STATES.stream().filter(how::startsWith).findFirst().orElse("");
        }
    }

    private static List<Line> lines() throws IOException {
        return ROW.matcher(Files.readString(TABLE))
                .results()
                .map(row -> new Line(
                        row.group(1),
                        Integer.parseInt(row.group(2)),
                        row.group(4).strip(),
                        row.group(5).strip()))
                .toList();
    }

    private static Map<String, Integer> levels() throws IOException {
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (String line : Files.readAllLines(NUMBERS)) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ", 2);
                levels.put(words[0], Integer.parseInt(words[1]));
            }
        }
        return levels;
    }

    @Test
    void everyRequirementOfLevelsOneAndTwoStandsThereOnce() throws IOException {
        Map<String, Integer> levels = levels();
        assertThat(levels).hasSize(345);
        List<String> needed = levels.entrySet().stream()
                .filter(each -> each.getValue() <= 2)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(needed).hasSize(253);
        List<Line> lines = lines();
        assertThat(lines).extracting(Line::number).doesNotHaveDuplicates().containsAll(needed);
        assertThat(lines).allSatisfy(line -> assertThat(levels).containsEntry(line.number(), line.level()));
        assertThat(Files.readString(TABLE).lines().filter(line -> line.startsWith("| v5")))
                .as("lines that are not of the form of a line")
                .hasSameSizeAs(lines);
    }

    @Test
    void everyLineHasAReasonOrATestThatThereIs() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Line line : lines()) {
            List<String> references = references(line);
            if (line.state().isEmpty()) {
                broken.add(line.number() + " says none of " + STATES);
            }
            if (references.isEmpty() && !line.how().matches("[A-Za-z ]+: .{8,}")) {
                broken.add(line.number() + " has neither a test nor a reason");
            }
            for (String reference : references) {
                if (!isThere(reference)) {
                    broken.add(line.number() + " names what there is not: " + reference);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theFirstSentenceCountsTheLines() throws IOException {
        List<Line> ofLevelTwo =
                lines().stream().filter(line -> line.level() <= 2).toList();
        Map<String, Long> counts = new LinkedHashMap<>();
        STATES.forEach(state -> counts.put(
                state,
                ofLevelTwo.stream().filter(line -> line.state().equals(state)).count()));
        assertThat(Files.readString(TABLE).replaceAll("\\s+", " "))
                .contains("Of the 253 requirements of levels 1 and 2, " + counts.get("Met") + " are met, "
                        + counts.get("Partly") + " partly, " + counts.get("Not met") + " not, and "
                        + counts.get("Does not apply") + " do not apply.");
    }

    private static List<String> references(Line line) {
        return Stream.of(line.shownBy().split("; ", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static final Pattern LINK = Pattern.compile("\\[[^]]+]\\(([A-Za-z-]+\\.md)#([^)]+)\\)");
    private static final Pattern METHOD = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern TITLE = Pattern.compile("`([\\w.-]+\\.(?:spec|test)\\.ts): (.+)`");
    private static final Pattern GUARD = Pattern.compile("`\\.ci/guards: (.+)`");
    private static final Pattern COMMAND = Pattern.compile("`\\./holdfast ([a-z-]+)`");

    private static boolean isThere(String reference) throws IOException {
        Matcher link = LINK.matcher(reference);
        if (link.matches()) {
            return hasHeading(TABLE.resolveSibling(link.group(1)), link.group(2));
        }
        Matcher method = METHOD.matcher(reference);
        if (method.matches()) {
            return has(
                    file(List.of("src/test/java", "../simulator"), method.group(1) + ".java"),
                    " " + method.group(2) + "(");
        }
        Matcher title = TITLE.matcher(reference);
        if (title.matches()) {
            return has(file(List.of("../web-ui/e2e", "../web-ui/src"), title.group(1)), title.group(2));
        }
        Matcher guard = GUARD.matcher(reference);
        if (guard.matches()) {
            return has(Optional.of(Path.of("../.ci/guards")), "\"" + guard.group(1) + "\"");
        }
        Matcher command = COMMAND.matcher(reference);
        return command.matches() && has(Optional.of(Path.of("../holdfast")), "\n  " + command.group(1) + ") ");
    }

    private static boolean hasHeading(Path file, String anchor) throws IOException {
        return Files.readString(file)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .anyMatch(anchor::equals);
    }

    private static Optional<Path> file(List<String> roots, String name) throws IOException {
        for (String root : roots) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                Optional<Path> found = files.filter(each -> each.endsWith(name)).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean has(Optional<Path> file, String text) throws IOException {
        return file.isPresent() && Files.readString(file.get()).contains(text);
    }
}
