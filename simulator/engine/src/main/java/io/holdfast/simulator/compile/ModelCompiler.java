package io.holdfast.simulator.compile;

import io.holdfast.simulator.compile.MethodTable.DataEntry;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.AddressBook;
import io.holdfast.simulator.sampling.Purpose;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles a model and a scenario. One use an instance; not for several threads. */
public final class ModelCompiler {

    private final ContinuityModel model;
    private final Instant instant;
    private int methods;
    private final AddressBook addresses = new AddressBook();
    private final Map<Id, Integer> indexOf = new HashMap<>();
    private final Map<Id, Integer> teamOf = new HashMap<>();
    private final NeedTable.Builder needs;

    /** One of each, for they are read for every element of every trial. */
    private final Map<Distribution, Sampler> samplers = new HashMap<>();

    private ModelCompiler(ContinuityModel model, Instant instant) {
        this.model = model;
        this.instant = instant;
        for (int e = 0; e < model.elements().size(); e++) {
            indexOf.put(model.elements().get(e).id(), e);
        }
        for (int t = 0; t < model.teams().size(); t++) {
            teamOf.put(model.teams().get(t).id(), t);
        }
        needs = new NeedTable.Builder(model, indexOf, addresses);
    }

    /**
     * The compiled form.
     *
     * @throws IllegalArgumentException when a need, crew or hit names something that the model does not define
     */
    public static CompiledModel compile(ContinuityModel model, Scenario scenario) {
        return compile(model, scenario, Instant.NOTHING);
    }

    /** The compiled form of a variant in which something takes no time; numbers of elements and methods stay. */
    public static CompiledModel compile(ContinuityModel model, Scenario scenario, Instant instant) {
        return new ModelCompiler(model, instant).run(scenario);
    }

    private CompiledModel run(Scenario scenario) {
        for (int e = 0; e < model.elements().size(); e++) {
            Element element = model.elements().get(e);
            needs.add(AddressBook.element(element.id()), e, element.needs());
        }
        List<List<MethodEntry>> methodsOf = new ArrayList<>();
        for (int e = 0; e < model.elements().size(); e++) {
            methodsOf.add(methodsOf(e, model.elements().get(e)));
        }
        NeedTable table = needs.build();
        MethodTable methods = new MethodTable(methodsOf);
        int n = model.elements().size();
        int[][] runNeeds = new int[n][];
        int[][] startNeeds = new int[n][];
        Numbers run = new Numbers();
        Numbers start = new Numbers();
        for (int e = 0; e < n; e++) {
            run.addAll(table.elementsOf(e));
            for (MethodEntry method : methodsOf.get(e)) {
                if (method.runList() != e) {
                    run.addAll(table.elementsOf(method.runList()));
                }
                start.addAll(table.elementsOf(method.alsoList()));
                if (method.startList() >= 0) {
                    start.addAll(table.elementsOf(method.startList()));
                }
            }
            runNeeds[e] = run.take();
            startNeeds[e] = start.take();
        }
        return new CompiledModel(
                model,
                scenario,
                new ElementTable(model, instant.element()),
                table,
                methods,
                HitTable.of(model, scenario, addresses),
                new ResponseTable(model, scenario, instant),
                Priorities.of(model),
                Components.of(runNeeds),
                reverse(runNeeds, n),
                reverse(startNeeds, n),
                holdsOver(table, n));
    }

    private List<MethodEntry> methodsOf(int e, Element element) {
        List<MethodEntry> compiled = new ArrayList<>();
        for (int position = 0; position < element.methods().size(); position++) {
            String address = addresses.method(element, element.methods().get(position));
            compiled.add(entry(e, element, position, address));
        }
        return compiled;
    }

    private MethodEntry entry(int e, Element element, int position, String address) {
        RecoveryMethod method = element.methods().get(position);
        boolean needsNothing = method.needs() == null && method.kind() == MethodKind.WORKAROUND;
        List<Need> own = needsNothing ? List.of() : method.needs();
        UncertainHours lasts = method.lasts();
        int runList = own == null ? e : needs.add(address, e, own);
        boolean waitsForRunNeeds = own != null || method.kind() != MethodKind.REPAIR;
        int answers = 0;
        for (DownState state : method.effectiveAnswers()) {
            answers |= MethodTable.bit(state);
        }
        return new MethodEntry(
                e,
                position,
                element.id() + ":" + linkWord(method),
                method.automatic(),
                method.success(),
                methods++ == instant.method()
                        ? uniform -> 0
                        : samplers.computeIfAbsent(method.duration().distribution(), Sampler::of),
                runList,
                waitsForRunNeeds ? runList : -1,
                needs.add(address + " also", e, method.alsoNeeds()),
                method.capacity(),
                answers,
                lasts == null ? null : Sampler.of(lasts.distribution()),
                AddressBook.key(address, Purpose.KEPT_UP),
                teams(method),
                method.crew().keySet().stream().mapToInt(this::teamNumber).toArray(),
                method.crew().values().stream().mapToInt(Integer::intValue).toArray(),
                data(method.data(), address),
                AddressBook.key(address, Purpose.DURATION),
                AddressBook.key(address, Purpose.SUCCESS));
    }

    private static String linkWord(RecoveryMethod method) {
        Id id = method.id();
        return id != null ? id.value() : method.kind().name().toLowerCase(Locale.ROOT);
    }

    private int[] teams(RecoveryMethod method) {
        return method.crew().keySet().stream()
                .mapToInt(this::teamNumber)
                .filter(team -> model.teams().get(team).people())
                .toArray();
    }

    private int teamNumber(Id id) {
        Integer team = teamOf.get(id);
        if (team == null) {
            throw new IllegalArgumentException(
                    "The crew of a method names team '" + id + "', which the model does not define.");
        }
        return team;
    }

    private static @Nullable DataEntry data(@Nullable MethodData data, String address) {
        if (data == null) {
            return null;
        }
        long lagKey = AddressBook.key(address, Purpose.LAG);
        long phaseKey = AddressBook.key(address, Purpose.PHASE);
        long usableKey = AddressBook.key(address, Purpose.USABLE);
        return switch (data) {
            case MethodData.Replica replica ->
                new DataEntry(Sampler.of(replica.lag().distribution()), lagKey, 0, 0, 1, phaseKey, usableKey);
            case MethodData.Backup backup ->
                new DataEntry(
                        null,
                        lagKey,
                        Math.max(1, Ticks.ofHours(backup.everyHours())),
                        Ticks.ofHours(backup.takesHours()),
                        backup.usable(),
                        phaseKey,
                        usableKey);
        };
    }

    /** By number up to n, the rows that name it, ascending. */
    private static int[][] reverse(int[][] edges, int n) {
        int[] counts = new int[n];
        for (int[] each : edges) {
            for (int to : each) {
                counts[to]++;
            }
        }
        int[][] reversed = new int[n][];
        for (int e = 0; e < n; e++) {
            reversed[e] = new int[counts[e]];
        }
        for (int from = edges.length - 1; from >= 0; from--) {
            for (int to : edges[from]) {
                reversed[to][--counts[to]] = from;
            }
        }
        return reversed;
    }

    private static int[][] holdsOver(NeedTable table, int n) {
        int[][] below = new int[table.holds()][];
        for (int hold = 0; hold < below.length; hold++) {
            below[hold] = table.elementsBelow(table.holdNode(hold));
        }
        return reverse(below, n);
    }
}
