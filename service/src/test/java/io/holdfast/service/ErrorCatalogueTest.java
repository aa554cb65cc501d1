package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of error codes in the guide is that of the sources. */
class ErrorCatalogueTest {

    private static final Path SOURCES = Path.of("src/main/java/io/holdfast/service");
    private static final Path GUIDE = Path.of("../docs/guide/errors.md");

    /** The first literal behind the status of a problem; one that ends in a hyphen is completed at run time. */
    private static final Pattern PROBLEM = Pattern.compile(
            "new ProblemException\\(\\s*[^;\"]*?(?:HttpStatus\\.)[^;\"]*?\"([a-z-]+)\"(?:\\s*:\\s*\"([a-z-]+)\")?");

    private static final Pattern LOCK = Pattern.compile("new StandingLock\\([^;\"]*?\"([a-z-]+)\"");
    private static final Pattern CONFLICT = Pattern.compile("\\(\\s*\"[0-9A-Z ]+\",\\s*\"([a-z-]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    /** Codes that are the words of a status, answered by the server itself. */
    private static final Set<String> STATUSES = Set.of(
            "bad-request",
            "internal-server-error",
            "method-not-allowed",
            "not-acceptable",
            "not-found",
            "unsupported-media-type");

    @Test
    void guideListsTheCodesOfTheSources() throws IOException {
        Set<String> listed = found(ROW, Files.readString(GUIDE));
        Set<String> used = new TreeSet<>(STATUSES);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                used.addAll(found(PROBLEM, text));
                used.addAll(found(LOCK, text));
                if (file.endsWith("kernel/web/Conflict.java")) {
                    used.addAll(found(CONFLICT, text));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(30);
        assertThat(used.stream().filter(code -> !code.endsWith("-")))
                .as("codes in the sources that %s does not list", GUIDE)
                .allSatisfy(code -> assertThat(listed).contains(code));
        assertThat(listed)
                .as("codes in %s that no source has", GUIDE)
                .allSatisfy(code -> assertThat(used.contains(code)
                                || used.stream().anyMatch(each -> each.endsWith("-") && code.startsWith(each)))
                        .as(code)
                        .isTrue());
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> codes = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    codes.add(matcher.group(group));
                }
            }
        }
        return codes;
    }
}
