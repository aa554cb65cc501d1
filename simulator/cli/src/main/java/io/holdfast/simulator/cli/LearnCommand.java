package io.holdfast.simulator.cli;

import io.holdfast.simulator.format.ActualsOutcome;
import io.holdfast.simulator.format.ActualsReader;
import io.holdfast.simulator.format.LearnedWriter;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.Texts;
import io.holdfast.simulator.learning.Coverage;
import io.holdfast.simulator.learning.Learned;
import io.holdfast.simulator.learning.Learning;
import io.holdfast.simulator.learning.PastEvent;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast learn}. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        description =
                "Says what drills and incidents would change in a model, and why; with --write, writes the changed model.")
final class LearnCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private ModelFile model;

    @Option(
            names = "--actuals",
            required = true,
            paramLabel = "FILE",
            description = "what was measured, YAML or JSON; see schema --of actuals")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String actuals;

    @Option(
            names = "--shared-bias",
            arity = "1",
            paramLabel = "true|false",
            description =
                    "whether guesses share a bias, so that the actuals of some change all (default: ${DEFAULT-VALUE})")
    private boolean sharedBias = true;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description =
                    "write the changed model there, as JSON where the name ends in .json, else as YAML; not over a file")
    private @Nullable String write;

    @Option(names = "--format", description = "json or text (default: json)")
    private OutputFormat format = OutputFormat.JSON;

    @Override
    public Integer call() {
        ContinuityModel read = model.read().model();
        List<PastEvent> events = events(read);
        Learned learned = learned(read, events);
        Coverage forecasts = Learning.forecasts(read, events, sharedBias);
        if (write != null) {
            write(learned.model(), write);
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(LearnedWriter.toJson(learned, forecasts, read));
            case TEXT -> out.print(LearnText.of(learned, forecasts, read, events.size()));
        }
        return 0;
    }

    private Learned learned(ContinuityModel read, List<PastEvent> events) {
        try {
            return Learning.of(read, events, sharedBias);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private List<PastEvent> events(ContinuityModel read) {
        return switch (ActualsReader.read(ModelFile.bytes(actuals), read)) {
            case ActualsOutcome.Read file -> file.events();
            case ActualsOutcome.Refused refused ->
                throw new CommandFailure(
                        Texts.refusedActuals(actuals, refused.violations(), ModelFile.SHOWN, model.language()));
        };
    }

    private void write(ContinuityModel changed, String file) {
        String text = file.toLowerCase(Locale.ROOT).endsWith(".json")
                ? ModelWriter.toPrettyJson(changed)
                : ModelWriter.toYaml(changed);
        try {
            Files.write(
                    Path.of(file),
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure("'" + file + "' is there already. Name another file, or remove it first.", e);
        } catch (IOException e) {
            throw new CommandFailure("'" + file + "' cannot be written: " + e.getMessage() + ". Check the path.", e);
        } catch (InvalidPathException e) {
            throw new CommandFailure("'" + file + "' is not a path: " + e.getReason() + ".", e);
        }
        spec.commandLine().getErr().println("holdfast: the changed model is in '" + file + "'.");
    }
}
