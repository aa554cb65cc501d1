package io.holdfast.simulator.cli;

import io.holdfast.simulator.engine.ModelTooLarge;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.YearOutcome;
import io.holdfast.simulator.engine.YearRequest;
import io.holdfast.simulator.engine.YearSimulation;
import io.holdfast.simulator.format.YearWriter;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdfast year}. */
@Command(
        name = "year",
        mixinStandardHelpOptions = true,
        description =
                "Runs years of operation of a model: elements fail, scenarios arrive, service levels are kept or not.")
final class YearCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private ModelFile model;

    @Option(names = "--years", paramLabel = "N", description = "how many histories (default: ${DEFAULT-VALUE})")
    private long years = YearRequest.DEFAULT_YEARS;

    @Option(names = "--horizon", paramLabel = "H", description = "hours of each (default: ${DEFAULT-VALUE})")
    private double horizon = YearRequest.DEFAULT_HORIZON_HOURS;

    @Option(
            names = "--warmup",
            paramLabel = "H",
            description = "hours at the start of each that are not counted (default: ${DEFAULT-VALUE})")
    private double warmup;

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
        if (threads < 1 || threads > 1024) {
            throw new ParameterException(
                    spec.commandLine(), "--threads is " + threads + ", but it must lie between 1 and 1024.");
        }
        YearRequest request = request();
        ContinuityModel read = model.read().model();
        Progress progress = new Progress(spec.commandLine().getErr(), years, "years");
        switch (run(read, request, progress)) {
            case YearOutcome.Finished finished -> {
                PrintWriter out = spec.commandLine().getOut();
                switch (format) {
                    case JSON -> out.println(YearWriter.toJson(finished.result(), read));
                    case TEXT -> out.print(YearText.of(finished.result(), read, model.language()));
                }
            }
            case YearOutcome.Cancelled cancelled ->
                throw new CommandFailure("Stopped after " + cancelled.yearsDone() + " years.");
        }
        return 0;
    }

    private YearRequest request() {
        try {
            return new YearRequest(years, horizon, warmup, seed, threads, elements.detail());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private static YearOutcome run(ContinuityModel read, YearRequest request, RunMonitor monitor) {
        try {
            return YearSimulation.run(read, request, monitor);
        } catch (ModelTooLarge e) {
            throw new CommandFailure(e.getMessage() + " (--threads, --elements processes)");
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }
}
