package io.holdfast.simulator.format;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.result.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** What a file and its findings look like as text for people, in the languages of the product. */
public final class Texts {

    private Texts() {}

    /** Why a file was refused: a heading, then at most so many violations, one a line. */
    public static String refusal(String file, List<Violation> violations, int most, Language language) {
        return refusal("check.refused", file, violations, most, language);
    }

    /** Why a file of actuals was refused, likewise. */
    public static String refusedActuals(String file, List<Violation> violations, int most, Language language) {
        return refusal("learn.refused", file, violations, most, language);
    }

    private static String refusal(String key, String file, List<Violation> violations, int most, Language language) {
        String heading =
                Message.of(key, "file", file, "count", violations.size()).in(language);
        String lines = violations.stream()
                .limit(most)
                .map(violation -> "\n  " + violation.toLine(language))
                .collect(Collectors.joining());
        int left = violations.size() - most;
        return heading
                + lines
                + (left > 0 ? "\n  " + Message.of("check.more", "count", left).in(language) : "");
    }

    /** A finding on one line: severity, code, sentence. */
    public static String line(Finding finding, Language language) {
        return Message.of(
                        "check.finding",
                        "severity",
                        Message.of("severity." + Nodes.word(finding.severity())),
                        "code",
                        finding.code(),
                        "message",
                        FindingText.of(finding, language))
                .in(language);
    }

    /** How much a model has, and how many findings. */
    public static String summary(ContinuityModel model, List<Finding> findings, Language language) {
        return Message.of(
                        "check.summary",
                        "elements",
                        model.elements().size(),
                        "scenarios",
                        model.scenarios().size(),
                        "findings",
                        findings.size())
                .in(language);
    }
}
