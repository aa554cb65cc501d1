package io.holdfast.simulator.cli;

import io.holdfast.simulator.format.ModelCheck;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.ResultWriter;
import io.holdfast.simulator.format.Texts;
import io.holdfast.simulator.result.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Override
    public Integer call() {
        ReadOutcome.Read read = model.read();
        List<Finding> findings = ModelCheck.of(read);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(ResultWriter.findingsToJson(findings, read.model()));
            case TEXT -> {
                findings.forEach(finding -> out.println(Texts.line(finding, model.language())));
                out.println(Texts.summary(read.model(), findings, model.language()));
            }
        }
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR) ? 1 : 0;
    }
}
