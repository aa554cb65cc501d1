package io.holdfast.simulator.cli;

import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.format.RareWriter;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.rare.RareOutcome;
import io.holdfast.simulator.rare.RareRequest;
import io.holdfast.simulator.rare.RareRun;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdfast rare}. */
@Command(
        name = "rare",
        mixinStandardHelpOptions = true,
        description = "Says how likely bad events of single elements are, however rare: exactly, or by weighed trials.")
final class RareCommand implements Callable<Integer> {

    private static final long MOST_TRIALS = 1_000_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private ModelFile model;

    @Option(names = "--scenario", required = true, paramLabel = "ID", description = "the scenario to ask about")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String scenario;

    @Option(
            names = "--element",
            required = true,
            paramLabel = "ID",
            description = "the element to ask about; may be given several times")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private List<String> elements;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "trials of each main run; pilot trials come on top (default: ${DEFAULT-VALUE})")
    private long trials = RunRequest.DEFAULT_TRIALS;

    @Option(names = "--seed", paramLabel = "S", description = "the seed (default: ${DEFAULT-VALUE})")
    private long seed = RunRequest.DEFAULT_SEED;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads; does not change the result (default: all cores)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--format", description = "json or text (default: json)")
    private OutputFormat format = OutputFormat.JSON;

    @Override
    public Integer call() {
        if (trials < RareRequest.LEAST_TRIALS || trials > MOST_TRIALS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--trials is " + trials + ", but it must lie between " + RareRequest.LEAST_TRIALS + " and "
                            + MOST_TRIALS + ".");
        }
        if (threads < 1 || threads > 1024) {
            throw new ParameterException(
                    spec.commandLine(), "--threads is " + threads + ", but it must lie between 1 and 1024.");
        }
        ContinuityModel read = model.read().model();
        Id id = require(
                "scenario",
                scenario,
                read.scenarios().stream().map(each -> each.id().value()).toList());
        List<String> known =
                read.elements().stream().map(each -> each.id().value()).toList();
        List<Id> asked = elements.stream()
                .distinct()
                .map(element -> require("element", element, known))
                .toList();
        RareRequest request = new RareRequest(id, asked, trials, seed, threads);
        switch (RareRun.run(read, request, new Progress(spec.commandLine().getErr()))) {
            case RareOutcome.Finished finished -> {
                PrintWriter out = spec.commandLine().getOut();
                switch (format) {
                    case JSON -> out.println(RareWriter.toJson(finished.result(), read));
                    case TEXT -> out.print(RareText.of(finished.result(), read));
                }
            }
            case RareOutcome.Cancelled cancelled ->
                throw new CommandFailure("Stopped after " + cancelled.trialsDone() + " trials.");
        }
        return 0;
    }

    private static Id require(String what, String id, List<String> known) {
        if (!known.contains(id)) {
            throw new CommandFailure("The model has no " + what + " '" + id + "'. "
                    + Suggestion.didYouMean(id, known)
                    + (known.isEmpty()
                            ? "It has none; add one."
                            : "It has "
                                    + String.join(", ", known.subList(0, Math.min(20, known.size())))
                                    + (known.size() > 20 ? " and " + (known.size() - 20) + " more." : ".")));
        }
        return Id.of(id);
    }

    /** Says every so many trials how far it is. */
    private static final class Progress implements RunMonitor {

        private static final long STEP = 50_000;

        private final PrintWriter err;
        private final AtomicLong shown = new AtomicLong();

        Progress(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void onProgress(long trialsDone) {
            long steps = trialsDone / STEP;
            if (steps > shown.getAndAccumulate(steps, Math::max)) {
                err.println("holdfast: " + steps * STEP + " trials, pilots included");
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
