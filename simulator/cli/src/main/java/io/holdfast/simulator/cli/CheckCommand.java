package io.holdfast.simulator.cli;

import io.holdfast.simulator.format.ModelCheck;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.result.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Override
    public Integer call() {
        ContinuityModel read = model.read();
        List<Finding> findings = ModelCheck.of(read);
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.printf(
                Locale.ROOT,
                "%s %s: %s%n",
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.code(),
                finding.message()));
        out.printf(
                Locale.ROOT,
                "%d elements, %d scenarios, %d findings%n",
                read.elements().size(),
                read.scenarios().size(),
                findings.size());
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR) ? 1 : 0;
    }
}
