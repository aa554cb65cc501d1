package io.holdfast.simulator.cli;

import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.Texts;
import io.holdfast.simulator.lint.Conflict;
import io.holdfast.simulator.lint.LintText;
import io.holdfast.simulator.lint.LintWriter;
import io.holdfast.simulator.lint.Linter;
import io.holdfast.simulator.result.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdfast check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Validates a model and lists findings; exit status 1 when one is an error.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private ModelFile model;

    @Option(names = "--format", description = "json or text (default: text)")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day on which dates of review are judged, such as 2026-11-26 (default: they are not)")
    private @Nullable String asOf;

    @Override
    public Integer call() {
        DrillDay day = day();
        ReadOutcome.Read read = model.read();
        List<Conflict> conflicts = Linter.of(read, day);
        List<Finding> findings = conflicts.stream().map(Conflict::finding).toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(LintWriter.toJson(conflicts, read.model()));
            case TEXT -> {
                conflicts.forEach(conflict -> out.println(LintText.line(conflict, model.language())));
                out.println(Texts.summary(read.model(), findings, model.language()));
            }
        }
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR) ? 1 : 0;
    }

    private @Nullable DrillDay day() {
        try {
            return asOf == null ? null : new DrillDay(asOf);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
