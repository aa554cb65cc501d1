package io.holdfast.simulator.bench;

import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.Detail;
import io.holdfast.simulator.engine.Way;
import io.holdfast.simulator.lanes.LaneAnalysis;
import io.holdfast.simulator.lanes.LaneFit;
import io.holdfast.simulator.lanes.ScalarPasses;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.ElementType;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Measures this engine and its rivals on one generated network in one run, and prints a report in Markdown. */
public final class Bench {

    private static final int SMALL = 1_000;
    private static final int LARGE = 10_000;
    private static final int HUGE = 100_000;

    private final PrintStream out;
    private final double scale;

    private Bench(PrintStream out, double scale) {
        this.out = out;
        this.scale = scale;
    }

    /**
     * Runs the benchmark: {@code --quick} at a twentieth of the work; {@code --parts} JMH over the parts, with what follows as
     * its own arguments; {@code --cold ELEMENTS TRIALS} one run and nothing else, for the measure of a cold start.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("--parts")) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        Locale.setDefault(Locale.ROOT);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 3 && arguments[0].equals("--cold")) {
            cold(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]), out);
        } else if (arguments.length == 0) {
            new Bench(out, 1).run();
        } else if (arguments.length == 1 && arguments[0].equals("--quick")) {
            new Bench(out, 0.05).run();
        } else {
            out.println("bench takes nothing, --quick for a twentieth of the work, or --parts for the parts by JMH.");
            System.exit(2);
        }
    }

    private static void cold(int elements, long trials, PrintStream out) {
        ContinuityModel model = Network.of(elements).model();
        out.println(new ThisEngine(model, Way.fastest(), Machine.threads(), Detail.PROCESS_TIMES).run(trials));
    }

    private void run() throws IOException, InterruptedException {
        out.println("# Benchmark");
        out.println();
        out.println(Machine.describe());
        out.println();
        out.println(
                "Unit: one node-trial is one element in one trial: whether it is hit, whether the first of two methods"
                        + " works, its duration, a gate over three needs. Rates of one thread are by its time on a core, the best"
                        + " of three warm runs, after the set-up (for this engine: compiling the model, and the result); whole runs"
                        + " are by the clock. Results are of the one process.");
        double limit = limit();
        for (int size : new int[] {SMALL, LARGE}) {
            compare("%,d elements, one thread".formatted(size), Network.of(size), limit);
        }
        compare(
                "1,000 elements of the heavier network, one thread",
                Network.of(SMALL).heavier(),
                limit);
        faultTrees();
        crews();
        years();
        runs();
        growth();
        detail();
        million();
    }

    private long trials(double nodeTrials, int size) {
        return Math.max(64, (long) (nodeTrials * scale / size));
    }

    private double limit() {
        title("Limit of the passes (one core)");
        out.println("| passes | G node-trials/s |");
        out.println("|---|---|");
        double best = 0;
        for (Rival rival : List.of(new PassLimit(new ScalarPasses()), new PassLimit(Way.fastestPasses()))) {
            double rate = Measured.best(rival, (long) (2e8 * scale)).rate();
            out.printf("| %s | %.3f |%n", rival.name(), rate / 1e9);
            best = Math.max(best, rate);
        }
        return best;
    }

    private void compare(String title, Network network, double limit) throws IOException, InterruptedException {
        title(title);
        int size = network.size();
        ContinuityModel model = network.model();
        List<Measured> all = new ArrayList<>();
        for (Way way : List.of(Way.fastest(), Way.lanes(new ScalarPasses()), Way.events())) {
            all.add(Measured.best(new ThisEngine(model, way, 1, Detail.PROCESS_TIMES), trials(work(way), size), size));
        }
        for (Times.Kind times : Times.Kind.values()) {
            all.add(Measured.best(new PlainRecursion(network, times), trials(1e7, size), size));
        }
        for (Times.Kind times : Times.Kind.values()) {
            all.add(Measured.best(new PlainEvents(network, times), trials(1e7, size), size));
        }
        all.add(Measured.best(new SsjEvents(network), trials(1e7, size), size));
        Optional<SimPy.Told> simPy = SimPy.run(network, trials(5e5, size));
        double first = all.getFirst().rate();
        out.println(
                "| engine | M node-trials/s | this engine is faster by | set-up, s | mean recovery of the process, h |");
        out.println("|---|---|---|---|---|");
        for (Measured each : all) {
            out.printf(
                    "| %s | %.2f | %.1f | %.2f | %.3f |%n",
                    each.name(), each.rate() / 1e6, first / each.rate(), each.setUp(), each.mean());
        }
        simPy.ifPresentOrElse(
                told -> {
                    double rate = size * (double) trials(5e5, size) / told.seconds();
                    out.printf("| SimPy | %.3f | %.0f | | %.3f |%n", rate / 1e6, first / rate, told.mean());
                },
                () -> out.println("| SimPy | not there | | | |"));
        out.println();
        out.printf("That is %.0f %% of the limit of the passes.%n", 100 * first / limit);
    }

    private void years() {
        title("A year of operation, one thread");
        out.printf(
                "The same networks over 8,760 hours; every element fails every %,.0f hours and is repaired in %.0f, both on average."
                        + " Rates are of failures, each with its repair and all that follows for those that need the element.%n%n",
                YearNetwork.MTBF, YearNetwork.MTTR);
        out.println(
                "| elements | engine | failures/s | this engine is faster by | set-up, s | availability of the process |");
        out.println("|---|---|---|---|---|---|");
        for (int size : new int[] {SMALL, LARGE}) {
            YearNetwork network = YearNetwork.of(size);
            long histories = Math.max(200, (long) (3e6 * scale / network.failures()));
            double first = 0;
            for (Rival rival : List.of(new ThisYears(network), new PlainYears(network), new SsjYears(network))) {
                Measured each = Measured.best(rival, histories, 1);
                double rate = each.rate() * network.failures();
                first = first == 0 ? rate : first;
                out.printf(
                        "| %,d | %s | %,.0f | %.1f | %.2f | %.4f |%n",
                        size, each.name(), rate, first / rate, each.setUp(), each.mean());
            }
        }
    }

    private void faultTrees() {
        title("Fault trees, 64 trials a word, one thread");
        out.println("| events and gates | G node-trials/s | chance of the top event |");
        out.println("|---|---|---|");
        for (int gates : new int[] {100, 500, 2_000}) {
            FaultTreeTrials tree = new FaultTreeTrials(gates);
            Measured each = Measured.best(tree, trials(2e10, tree.nodes()), tree.nodes());
            out.printf("| %,d | %.1f | %.4f |%n", tree.nodes(), each.rate() / 1e9, each.mean());
        }
    }

    private void crews() {
        title("Crews, 1,000 elements, one thread");
        out.println(
                "Every piece of work takes one of the team. Trials in which people could be short leave lanes; the path says"
                        + " where they go: the loop for people, or the event loop where that does not fit.");
        out.println();
        out.println("| damaged, people | this engine, M node-trials/s | plain objects, M node-trials/s | faster by"
                + " | path | trials in which somebody waited | mean recovery, h |");
        out.println("|---|---|---|---|---|---|---|");
        crews(0.02, 30);
        crews(0.9, 1_000);
        crews(0.9, 50);
    }

    private void crews(double damaged, int people) {
        Network network = Network.of(SMALL).withPeople(people, damaged);
        ThisEngine engine = new ThisEngine(network.model(), Way.fastest(), 1, Detail.PROCESS_TIMES);
        long probe = trials(1e6, SMALL);
        double again = (double) engine.result(probe).computed().inEventLoop() / probe;
        Measured ours = Measured.best(engine, trials(again > 0.5 ? 1e7 : 2e7, SMALL), SMALL);
        Measured plain = Measured.best(new PlainCrews(network), trials(1e7, SMALL), SMALL);
        out.printf(
                "| %.0f %%, %,d | %.2f | %.2f | %.1f | %s | %.1f %% | %.3f and %.3f |%n",
                100 * damaged,
                people,
                ours.rate() / 1e6,
                plain.rate() / 1e6,
                ours.rate() / plain.rate(),
                path(network, again),
                100 * again,
                ours.mean(),
                plain.mean());
    }

    private static String path(Network network, double again) {
        ContinuityModel model = network.model();
        var compiled = ModelCompiler.compile(model, model.scenarios().getFirst());
        return switch (LaneAnalysis.of(compiled)) {
            case LaneFit.Fits fits -> {
                String loop = fits.program().hasCrewLoop() ? "loop for people" : "event loop";
                yield again == 0 ? "lanes" : again < 1 ? "lanes and " + loop : loop;
            }
            case LaneFit.DoesNotFit not -> "event loop";
        };
    }

    /** Node-trials that take some seconds. */
    private static double work(Way way) {
        if (way.passes() == null) {
            return 2e6;
        }
        return way.passes() instanceof ScalarPasses ? 1e8 : 4e8;
    }

    private void runs() throws IOException, InterruptedException {
        title("Whole runs, %d threads".formatted(Machine.threads()));
        out.println(
                "Core seconds are those of all threads together: on an idle machine a run takes about half of them.");
        out.println();
        out.println("| run | seconds | G node-trials/s | core seconds | peak heap, MiB |");
        out.println("|---|---|---|---|---|");
        warmRun(SMALL, 1_000_000);
        coldRun(SMALL, 1_000_000);
        warmRun(HUGE, 100_000);
    }

    private void warmRun(int size, long fullTrials) {
        long trials = Math.max(16, (long) (fullTrials * scale));
        ContinuityModel model = Network.of(size).model();
        ThisEngine engine = new ThisEngine(model, Way.fastest(), Machine.threads(), Detail.PROCESS_TIMES);
        engine.run(Math.max(16, trials / 20));
        Machine.resetPeak();
        double before = Machine.coreSeconds();
        long started = System.nanoTime();
        engine.run(trials);
        double seconds = (System.nanoTime() - started) / 1e9;
        String rest = "%.2f | %,d".formatted(Machine.coreSeconds() - before, Machine.peakMib());
        row("%,d × %,d, warm".formatted(size, trials), seconds, (double) size * trials, rest);
    }

    private void coldRun(int size, long fullTrials) throws IOException, InterruptedException {
        long trials = Math.max(16, (long) (fullTrials * scale));
        double seconds = Machine.coldSeconds(size, trials);
        row("%,d × %,d, cold JVM to report".formatted(size, trials), seconds, (double) size * trials, " | ");
    }

    private void row(String name, double seconds, double nodeTrials, String rest) {
        out.printf("| %s | %.2f | %.3f | %s |%n", name, seconds, nodeTrials / seconds / 1e9, rest);
    }

    private void growth() {
        title("Growth with the number of elements, one thread");
        out.println("| elements | trials | G node-trials/s | set-up, s | peak heap, MiB |");
        out.println("|---|---|---|---|---|");
        for (int size = 100; size <= HUGE; size *= 10) {
            long trials = trials(size == HUGE ? 1e9 : 3e8, size);
            ContinuityModel model = Network.of(size).model();
            Machine.resetPeak();
            Measured each = Measured.best(new ThisEngine(model, Way.fastest(), 1, Detail.PROCESS_TIMES), trials, size);
            out.printf(
                    "| %,d | %,d | %.3f | %.2f | %,d |%n",
                    size, trials, each.rate() / 1e9, each.setUp(), Machine.peakMib());
        }
    }

    private void detail() {
        title("What features cost, 1,000 elements, one thread");
        out.println("| result of | M node-trials/s |");
        out.println("|---|---|");
        ContinuityModel model = Network.of(SMALL).model();
        Map<Detail, Double> seconds = new EnumMap<>(Detail.class);
        for (Detail detail : Detail.values()) {
            Measured each = Measured.best(
                    new ThisEngine(model, Way.fastest(), 1, detail),
                    trials(detail.includes(ElementType.ASSET) ? 2e7 : 3e8, SMALL),
                    SMALL);
            String what = switch (detail) {
                case EVERYTHING -> "every element, and what links of driving paths cost (trials run again)";
                case ELEMENTS -> "every element, with its methods";
                case PROCESSES -> "the process, with its driving path";
                case PROCESS_TIMES -> "the process";
            };
            out.printf("| %s | %.1f |%n", what, each.rate() / 1e6);
            seconds.put(detail, each.seconds() / each.nodeTrials());
        }
        out.println();
        out.printf(
                "So the driving path of the process costs %.0f %% more.%n",
                100
                        * (seconds.getOrDefault(Detail.PROCESSES, 0.0) / seconds.getOrDefault(Detail.PROCESS_TIMES, 1.0)
                                - 1));
    }

    private void million() {
        title("A million elements");
        try {
            ContinuityModel model = Network.of(1_000_000).model();
            long started = System.nanoTime();
            long trials = 1024;
            new ThisEngine(model, Way.fastest(), Machine.threads(), Detail.PROCESS_TIMES).run(trials);
            double seconds = (System.nanoTime() - started) / 1e9;
            out.printf(
                    "%,d trials in %.1f s, compiling included, peak heap %,d MiB.%n",
                    trials, seconds, Machine.peakMib());
        } catch (IllegalArgumentException e) {
            out.println("Refused: " + e.getMessage());
        }
    }

    private void title(String text) {
        out.println();
        out.println("## " + text);
        out.println();
    }
}
