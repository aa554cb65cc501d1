package io.holdfast.simulator.cli;

import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast convert}. */
@Command(name = "convert", mixinStandardHelpOptions = true, description = "Prints a model in the other notation.")
final class ConvertCommand implements Callable<Integer> {

    /** Notations of a model file. */
    enum Notation {
        YAML,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private ModelFile model;

    @Option(names = "--to", required = true, paramLabel = "NOTATION", description = "yaml or json")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private Notation notation;

    @Override
    public Integer call() {
        ContinuityModel read = model.read().model();
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (notation) {
                    case YAML -> ModelWriter.toYaml(read);
                    case JSON -> ModelWriter.toPrettyJson(read);
                });
        return 0;
    }
}
