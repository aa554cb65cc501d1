package io.holdfast.simulator.cli;

import io.holdfast.simulator.format.PublishedSchema;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description =
                "Prints the JSON Schema (2020-12) of the model file, of a result, of rare events, of a year, of a drill, of actuals, or of what they teach.")
final class SchemaCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Option(
            names = "--of",
            paramLabel = "WHAT",
            description = "model, result, rare, year, drill, actuals or learned (default: model)")
    private PublishedSchema of = PublishedSchema.MODEL;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(of.text());
        return 0;
    }
}
