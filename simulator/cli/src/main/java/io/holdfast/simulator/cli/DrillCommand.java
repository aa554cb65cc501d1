package io.holdfast.simulator.cli;

import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.drill.DrillOutcome;
import io.holdfast.simulator.drill.DrillRequest;
import io.holdfast.simulator.drill.DrillResult;
import io.holdfast.simulator.drill.DrillSimulation;
import io.holdfast.simulator.drill.TypeOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.format.DrillWriter;
import io.holdfast.simulator.format.FindingText;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdfast drill}. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description =
                "Estimates a drill of a model, each of its types as what it is: duration, criteria, people, risk, what it"
                        + " would teach.")
final class DrillCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private ModelFile model;

    @Option(names = "--drill", required = true, paramLabel = "ID", description = "the drill to estimate")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String drill;

    @Option(names = "--trials", paramLabel = "N", description = "trials of each type (default: ${DEFAULT-VALUE})")
    private long trials = DrillRequest.DEFAULT_TRIALS;

    @Option(names = "--seed", paramLabel = "S", description = "the seed (default: ${DEFAULT-VALUE})")
    private long seed = RunRequest.DEFAULT_SEED;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads; does not change the result (default: all cores)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--announced",
            arity = "1",
            paramLabel = "true|false",
            description = "whether the participants know the date (default: as the drill says)")
    private @Nullable Boolean announced;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day on which dates of review are judged, such as 2026-11-26 (default: they are not)")
    private @Nullable String asOf;

    @Option(
            names = "--stay",
            paramLabel = "H",
            description = "hours that a live failover runs at the standby (default: ${DEFAULT-VALUE})")
    private double stay = DrillRequest.DEFAULT_STAY_HOURS;

    @Option(
            names = "--demand",
            paramLabel = "SHARE",
            description = "demand during a live failover, as a share of the stated one (default: ${DEFAULT-VALUE})")
    private double demand = 1;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description =
                    "draws of the inputs that say what the drill would teach; 0 leaves that out (default: ${DEFAULT-VALUE})")
    private int draws = DrillRequest.DEFAULT_DRAWS;

    @Option(names = "--format", description = "json or text (default: json)")
    private OutputFormat format = OutputFormat.JSON;

    @Override
    public Integer call() {
        ContinuityModel read = model.read().model();
        DrillRequest request = request(requireDrill(read));
        PrintWriter err = spec.commandLine().getErr();
        switch (DrillSimulation.run(read, request, new Progress(err, trials, "trials"))) {
            case DrillOutcome.Finished finished -> print(finished.result(), read);
            case DrillOutcome.Cancelled cancelled ->
                throw new CommandFailure("Stopped after " + cancelled.trialsDone() + " trials.");
            case DrillOutcome.Refused refused ->
                throw new CommandFailure(
                        refused.problems().stream().map(this::sentence).collect(Collectors.joining(" ")));
        }
        return 0;
    }

    private void print(DrillResult result, ContinuityModel read) {
        PrintWriter err = spec.commandLine().getErr();
        for (TypeOutcome type : result.types()) {
            if (type instanceof TypeOutcome.NotPossible not) {
                err.println("holdfast: " + sentence(not.problem()));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(DrillWriter.toJson(result, read));
            case TEXT -> out.print(DrillText.of(result, read, model.language()));
        }
    }

    private String sentence(Finding problem) {
        return FindingText.of(problem, model.language());
    }

    private DrillRequest request(Id id) {
        try {
            DrillDay day = asOf == null ? null : new DrillDay(asOf);
            return new DrillRequest(id, trials, seed, threads, announced, day, stay, demand, draws);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Id requireDrill(ContinuityModel read) {
        List<String> known =
                read.drills().stream().map(each -> each.id().value()).toList();
        if (!known.contains(drill)) {
            throw new CommandFailure("The model has no drill '" + drill + "'. "
                    + Suggestion.didYouMean(drill, known)
                    + (known.isEmpty()
                            ? "It has none; add one under 'drills'."
                            : "It has " + String.join(", ", known) + "."));
        }
        return Id.of(drill);
    }
}
