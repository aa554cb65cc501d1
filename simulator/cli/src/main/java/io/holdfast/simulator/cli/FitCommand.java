package io.holdfast.simulator.cli;

import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.format.FitWriter;
import io.holdfast.simulator.learning.DurationFit;
import io.holdfast.simulator.learning.FitOutcome;
import io.holdfast.simulator.learning.ObservedDuration;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast fit}. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = "Chooses a distribution for the durations of a table of outages and says how well it fits.")
final class FitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TABLE", description = "CSV with a column duration_hours or duration_minutes")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String table;

    @Option(
            names = "--later",
            paramLabel = "TABLE",
            description = "score each distribution on the durations of this table too")
    private @Nullable String later;

    @Option(names = "--seed", paramLabel = "S", description = "the seed of the test of fit (default: ${DEFAULT-VALUE})")
    private long seed = RunRequest.DEFAULT_SEED;

    @Option(names = "--format", description = "json or text (default: text)")
    private OutputFormat format = OutputFormat.TEXT;

    @Override
    public Integer call() {
        FitOutcome outcome = DurationFit.of(read(table), seed);
        List<ObservedDuration> others = later == null ? null : readLater(later);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON ->
                out.println(
                        FitWriter.toJson(outcome, Path.of(table).getFileName().toString(), others));
            case TEXT -> out.print(FitText.of(outcome, others));
        }
        return 0;
    }

    private List<ObservedDuration> readLater(String name) {
        List<ObservedDuration> rows = read(name);
        if (rows.stream().noneMatch(each -> each.hours() > 0 && each.kind() != ObservedDuration.Kind.MAINTENANCE)) {
            throw new CommandFailure("Of the " + rows.size() + " rows of '" + name
                    + "' none is above 0 and no maintenance, so there is nothing to score. Leave out --later.");
        }
        return rows;
    }

    private List<ObservedDuration> read(String name) {
        try {
            DurationFile file = DurationFile.read(Path.of(name));
            if (file.open() > 0) {
                spec.commandLine()
                        .getErr()
                        .println("holdfast: " + file.open() + " rows of '" + name
                                + "' have no duration and are left out.");
            }
            return file.rows();
        } catch (InvalidPathException e) {
            throw new CommandFailure("'" + name + "' is not a path: " + e.getReason() + ".", e);
        }
    }
}
