package io.holdfast.simulator.cli;

import io.holdfast.simulator.engine.ModelTooLarge;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.format.ResultWriter;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
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

/** {@code holdfast simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Runs a scenario of a model and prints what it says of every element.")
final class SimulateCommand implements Callable<Integer> {

    private static final long MOST_TRIALS = 1_000_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private ModelFile model;

    @Option(names = "--scenario", required = true, paramLabel = "ID", description = "the scenario to run")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String scenario;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "how many trials, at most with --precision (default: 100000; with --precision 20480000)")
    private @Nullable Long wantedTrials;

    @Option(
            names = "--precision",
            paramLabel = "P",
            description =
                    "run until P(within RTO) and P95 are that tight, such as 0.01, and say how many trials it took")
    private @Nullable Double precision;

    @Option(names = "--seed", paramLabel = "S", description = "the seed (default: ${DEFAULT-VALUE})")
    private long seed = RunRequest.DEFAULT_SEED;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads; does not change the result (default: all cores)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--elements",
            description =
                    "all or processes: which the result speaks of; for models of very many elements (default: all)")
    private ReportedElements elements = ReportedElements.ALL;

    @Option(names = "--format", description = "json or text (default: json)")
    private OutputFormat format = OutputFormat.JSON;

    @Override
    public Integer call() {
        long usual = precision == null ? RunRequest.DEFAULT_TRIALS : RunRequest.MOST_FOR_PRECISION;
        long trials = wantedTrials == null ? usual : wantedTrials;
        if (trials < 1 || trials > MOST_TRIALS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--trials is " + trials + ", but it must lie between 1 and " + MOST_TRIALS + ".");
        }
        if (precision != null && !(precision > 0 && precision < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--precision is " + precision + ", but it must lie between 0 and 1, both excluded.");
        }
        if (threads < 1 || threads > 1024) {
            throw new ParameterException(
                    spec.commandLine(), "--threads is " + threads + ", but it must lie between 1 and 1024.");
        }
        ContinuityModel read = model.read().model();
        Id id = requireScenario(read);
        PrintWriter err = spec.commandLine().getErr();
        switch (run(
                read,
                new RunRequest(id, trials, seed, threads, elements.detail(), precision),
                new Progress(err, trials, "trials"))) {
            case RunOutcome.Finished finished -> {
                PrintWriter out = spec.commandLine().getOut();
                switch (format) {
                    case JSON -> out.println(ResultWriter.toJson(finished.result(), read));
                    case TEXT -> out.print(ResultText.of(finished.result(), read, model.language()));
                }
            }
            case RunOutcome.Cancelled cancelled ->
                throw new CommandFailure("Stopped after " + cancelled.trialsDone() + " trials.");
        }
        return 0;
    }

    private static RunOutcome run(ContinuityModel read, RunRequest request, RunMonitor monitor) {
        try {
            return Simulation.run(read, request, monitor);
        } catch (ModelTooLarge e) {
            throw new CommandFailure(e.getMessage() + " (--threads, --elements processes)");
        }
    }

    private Id requireScenario(ContinuityModel read) {
        List<String> known =
                read.scenarios().stream().map(each -> each.id().value()).toList();
        if (!known.contains(scenario)) {
            throw new CommandFailure("The model has no scenario '" + scenario + "'. "
                    + Suggestion.didYouMean(scenario, known)
                    + (known.isEmpty()
                            ? "It has none; add one under 'scenarios'."
                            : "It has " + String.join(", ", known) + "."));
        }
        return Id.of(scenario);
    }
}
