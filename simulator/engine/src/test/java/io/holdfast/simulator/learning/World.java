package io.holdfast.simulator.learning;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ModelCompiler;
import io.holdfast.simulator.engine.Detail;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An organisation whose experts are wrong, and its drills. Six stores are lost and restored by three people, two applications are
 * rebuilt on them, a process needs both. Experts state eleven times as lognormal; the truth has other medians, by a factor
 * between 0.5 and 2, and up to twice the spread of log times. Drills are walks of the engine through the true model.
 */
final class World {

    static final Id SCENARIO = Id.of("lost");
    static final Id PROCESS = Id.of("sell");

    private static final int STORES = 6;
    private static final int DRILLED_STORES = 4;
    private static final double STOPPED_AT = 4;
    private static final long TRIALS = 3_000;
    private static final Provenance EXPERT = new Provenance(Evidence.EXPERT, null, "workshop");

    /** How the errors of an organisation's experts hang together. */
    enum Errors {
        /** All medians are wrong by the same factor. */
        SHARED,
        /** Each is wrong by a factor of its own. */
        OWN,
        /** Something between, another in each world. */
        MIXED
    }

    private final Map<String, Distribution.Lognormal> stated = new LinkedHashMap<>();
    private final Map<String, Distribution.Lognormal> truth = new LinkedHashMap<>();
    private final KeyedDraws luck;

    World(long seed, Errors errors) {
        SplittableRandom random = new SplittableRandom(seed);
        luck = new KeyedDraws(seed);
        double togetherness = switch (errors) {
            case SHARED -> 1;
            case OWN -> 0;
            case MIXED -> random.nextDouble();
        };
        double common = 2 * random.nextDouble() - 1;
        double wider = 1 + random.nextInt(5) / 4.0;
        for (String name : names()) {
            double median = (name.contains("-") ? 1 : 0.2) * Math.pow(2, 3 * random.nextDouble());
            double spread = 0.3 + random.nextInt(3) / 10.0;
            double own = 2 * random.nextDouble() - 1;
            double factor = Math.pow(2, togetherness * common + (1 - togetherness) * own);
            stated.put(name, lognormal(median, spread));
            truth.put(name, lognormal(median * factor, spread * wider));
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("detect", "declare", "mobilise", "app-1", "app-2"));
        for (int store = 1; store <= STORES; store++) {
            names.add("store-" + store);
        }
        return names;
    }

    private static Distribution.Lognormal lognormal(double median, double sigma) {
        return new Distribution.Lognormal(median, median * Math.exp(Sampler.Z90 * sigma));
    }

    /** What the experts state. */
    ContinuityModel statedModel() {
        return model(stated, true);
    }

    /** How it is. */
    ContinuityModel trueModel() {
        return model(truth, true);
    }

    private static ContinuityModel model(Map<String, Distribution.Lognormal> times, boolean unannounced) {
        Map<String, UncertainHours> hours = new HashMap<>();
        times.forEach((name, time) -> hours.put(name, new UncertainHours(time, EXPERT)));
        List<Element> elements = new ArrayList<>();
        List<Hit> hits = new ArrayList<>();
        for (int store = 1; store <= STORES; store++) {
            String id = "store-" + store;
            elements.add(Element.asset(id, "storage")
                    .methods(List.of(method(MethodKind.RESTORE, of(hours, id), new MethodData.Backup(24, 1, 1), 1)))
                    .build());
            hits.add(Hit.on(id, DownState.DESTROYED));
        }
        for (int app = 1; app <= 2; app++) {
            String id = "app-" + app;
            int first = 3 * app - 2;
            elements.add(Element.asset(id, "application")
                    .needs("store-" + first, "store-" + (first + 1), "store-" + (first + 2))
                    .methods(List.of(method(MethodKind.REBUILD, of(hours, id), null, 1)))
                    .build());
            hits.add(Hit.on(id, DownState.DESTROYED));
        }
        elements.add(Element.process("sell").needs("app-1", "app-2").build());
        Scenario scenario = new Scenario(
                SCENARIO,
                Label.NONE,
                null,
                null,
                hits,
                unannounced ? of(hours, "detect") : null,
                of(hours, "declare"),
                null,
                null,
                1,
                1,
                Scenario.OfficeHours.OFFICE,
                8760);
        ContinuityModel plain = ContinuityModel.of(elements, List.of(scenario));
        return new ContinuityModel(
                plain.label(),
                null,
                null,
                List.of(),
                List.of(new Team(Id.of("ops"), Label.NONE, 3, true, of(hours, "mobilise"), null)),
                List.of(),
                elements,
                List.of(),
                List.of(scenario),
                List.of());
    }

    private static UncertainHours of(Map<String, UncertainHours> hours, String name) {
        return java.util.Objects.requireNonNull(hours.get(name));
    }

    private static RecoveryMethod method(
            MethodKind kind, UncertainHours duration, @Nullable MethodData data, int people) {
        return new RecoveryMethod(
                null,
                kind,
                Label.NONE,
                false,
                1,
                duration,
                null,
                List.of(),
                1,
                null,
                data,
                Map.of(Id.of("ops"), people),
                EnumSet.of(DownState.DESTROYED));
    }

    /**
     * So many announced drills, walked by the engine: of ten, three desktop drills, five data recoveries of one store each in
     * turn, two scenario drills. Two stores have no data recovery drill, and nobody drills detection. A restore is stopped after
     * four times what was planned.
     */
    List<PastEvent> drills(int count) {
        Scenario scenario = model(truth, false).scenarios().getFirst();
        CompiledModel compiled = ModelCompiler.compile(model(truth, false), scenario);
        TrialProbe probe = new TrialProbe(compiled);
        List<PastEvent> drills = new ArrayList<>();
        int recoveries = 0;
        for (int i = 0; i < count; i++) {
            luck.startTrial(i);
            TrialOutcome out = probe.run(luck);
            String id = "drill-" + (i + 1);
            switch (i % 10) {
                case 0, 3, 6 -> drills.add(PastEvent.drill(id, Drill.Type.DESKTOP, response(out)));
                case 4, 9 -> {
                    List<Measured> all = response(out);
                    all.addAll(works(compiled, out, ""));
                    drills.add(PastEvent.drill(id, Drill.Type.SCENARIO, all));
                }
                default -> {
                    String store = "store-" + (1 + recoveries++ % DRILLED_STORES);
                    drills.add(PastEvent.drill(id, Drill.Type.DATA_RECOVERY, works(compiled, out, store)));
                }
            }
        }
        return drills;
    }

    private static List<Measured> response(TrialOutcome out) {
        List<Measured> found = new ArrayList<>();
        found.add(new Measured.Took(
                new InputRef(SCENARIO, null, Quantity.DECLARE, 1), Ticks.toHours((double) out.decidedTicks()), true));
        found.add(new Measured.Took(
                new InputRef(Id.of("ops"), null, Quantity.MOBILISE, 1),
                Ticks.toHours((double) (out.readyTicks(0) - out.decidedTicks())),
                true));
        return found;
    }

    private List<Measured> works(CompiledModel compiled, TrialOutcome out, String only) {
        List<Measured> found = new ArrayList<>();
        for (int work = 0; work < out.works(); work++) {
            int element = compiled.methods().get(out.workMethod(work)).element();
            String id = compiled.elements().id(element).value();
            if (only.isEmpty() || only.equals(id)) {
                double hours = Ticks.toHours((double) (out.workToTicks(work) - out.workFromTicks(work)));
                double limit = STOPPED_AT
                        * java.util.Objects.requireNonNull(stated.get(id)).median();
                boolean finished = hours <= limit;
                found.add(new Measured.Took(input(id), finished ? hours : limit, finished));
            }
        }
        return found;
    }

    private static InputRef input(String name) {
        return switch (name) {
            case "detect" -> new InputRef(SCENARIO, null, Quantity.DETECT, 1);
            case "declare" -> new InputRef(SCENARIO, null, Quantity.DECLARE, 1);
            case "mobilise" -> new InputRef(Id.of("ops"), null, Quantity.MOBILISE, 1);
            default -> new InputRef(Id.of(name), name.startsWith("app") ? "rebuild" : "restore", Quantity.DURATION, 1);
        };
    }

    /** What the 80 % band of a time after learning holds of the true one, by name of the time. */
    Map<String, Double> held(Learned learned) {
        Map<InputRef, Change.Forecast> forecasts = new HashMap<>();
        for (Change change : learned.changes()) {
            if (change instanceof Change.OfHours hours) {
                forecasts.put(change.input().ref(), hours.after());
            }
        }
        Map<String, Double> held = new LinkedHashMap<>();
        truth.forEach((name, time) -> {
            Change.Forecast forecast = java.util.Objects.requireNonNull(forecasts.get(input(name)), name);
            held.put(
                    name,
                    Law.of(time).cumulativeProbability(forecast.p90())
                            - Law.of(time).cumulativeProbability(forecast.p10()));
        });
        return held;
    }

    /** The recovery time of the process under a model. */
    static Distribution recovery(ContinuityModel model, long seed) {
        RunRequest request = new RunRequest(SCENARIO, TRIALS, seed, 1, Detail.PROCESSES);
        return switch (Simulation.run(model, request, RunMonitor.SILENT)) {
            case RunOutcome.Cancelled cancelled -> throw new AssertionError("cancelled");
            case RunOutcome.Finished finished ->
                PastPrediction.ofRun(finished.result().elements().stream()
                        .filter(each -> each.id().equals(PROCESS))
                        .map(ElementResult::recovery)
                        .findFirst()
                        .orElseThrow());
        };
    }
}
