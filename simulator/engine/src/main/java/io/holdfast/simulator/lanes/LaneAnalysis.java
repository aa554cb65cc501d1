package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.compile.CreditTerms;
import io.holdfast.simulator.compile.HitTable.HitEntry;
import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.compile.Numbers;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether every element of a model stops and starts at most once under a scenario, with nothing held, partly
 * delivered or passed over, and makes the program of lanes. What the scenario cannot stop is left out. One use an instance.
 */
public final class LaneAnalysis {

    private static final int OUTAGE = MethodTable.bit(DownState.OUTAGE);

    private final CompiledModel model;
    private final NeedTable needs;
    private final MethodTable methods;
    private final Set<Misfit> misfits = EnumSet.noneOf(Misfit.class);
    private final boolean[] canStop;
    private final List<List<LaneHit>> hitsOf = new ArrayList<>();
    private final GateBuilder gates;
    private final List<int[]> groups = new ArrayList<>();
    private final Map<List<Integer>, Integer> groupNumbers = new HashMap<>();
    private final long[] crewsAtOnce;

    private LaneAnalysis(CompiledModel model) {
        this.model = model;
        needs = model.needs();
        methods = model.methods();
        canStop = new boolean[model.elements().size()];
        gates = new GateBuilder(needs, canStop, misfits);
        crewsAtOnce = new long[model.response().teams()];
    }

    /** Whether a compiled model can be computed in lanes, and how. */
    public static LaneFit of(CompiledModel model) {
        return new LaneAnalysis(model).run();
    }

    private LaneFit run() {
        collectHits();
        spread();
        checkWhole();
        checkLoad();
        if (model.horizonTicks() / Ticks.PER_SECOND >= Lane.LONGEST) {
            misfits.add(Misfit.HORIZON);
        }
        List<LaneElement> order = order();
        boolean[] scarce = scarceTeams();
        return misfits.isEmpty()
                ? new LaneFit.Fits(new LaneProgram(model, order, groups, scarce))
                : new LaneFit.DoesNotFit(misfits);
    }

    private void collectHits() {
        for (int e = 0; e < canStop.length; e++) {
            hitsOf.add(new ArrayList<>(0));
        }
        List<HitEntry> entries = model.hits().entries();
        for (int number = 0; number < entries.size(); number++) {
            HitEntry entry = entries.get(number);
            long cells = LaneHit.cells(entry.probability());
            for (int i = 0; i < entry.elements().length; i++) {
                int e = entry.elements()[i];
                long key = entry.together() ? entry.togetherKey() : entry.keys()[i];
                hitsOf.get(e).add(new LaneHit(number, entry.together(), key, cells, severity(entry.state())));
                canStop[e] = true;
            }
        }
    }

    private static int severity(DownState state) {
        return switch (state) {
            case OUTAGE -> LaneHit.OUTAGE;
            case DAMAGED -> 2;
            case DESTROYED -> 3;
            case CORRUPTED -> 4;
        };
    }

    /** The bit of a state by its severity. */
    static int bitOf(int severity) {
        return 1 << (severity - 1);
    }

    /** Marks everything that runs on something that can stop. */
    private void spread() {
        int[] open = new int[canStop.length];
        int count = 0;
        for (int e = 0; e < canStop.length; e++) {
            if (canStop[e]) {
                open[count++] = e;
            }
        }
        for (int i = 0; i < count; i++) {
            for (int d = 0; d < model.runDependents(open[i]); d++) {
                int dependent = model.runDependent(open[i], d);
                if (!canStop[dependent] && names(dependent, open[i])) {
                    canStop[dependent] = true;
                    open[count++] = dependent;
                }
            }
        }
    }

    /** Whether an element's own needs name another. */
    private boolean names(int e, int needed) {
        return Arrays.binarySearch(needs.elementsOf(e), needed) >= 0;
    }

    private void checkWhole() {
        for (int e = 0; e < canStop.length; e++) {
            for (int r = needs.rootsFrom(e); r < needs.rootsTo(e); r++) {
                if (!gates.isWhole(needs.root(r))) {
                    misfits.add(Misfit.PARTIAL_POOL);
                }
            }
        }
    }

    private void checkLoad() {
        Set<Integer> carried = new HashSet<>();
        Set<Integer> asked = new HashSet<>();
        for (int e = 0; e < canStop.length; e++) {
            carried.add(model.elements().capacityUnit(e));
            if (model.elements().get(e).type() == ElementType.PROCESS) {
                asked.add(model.elements().demandUnit(e));
            }
        }
        carried.remove(-1);
        carried.retainAll(asked);
        if (!carried.isEmpty()) {
            misfits.add(Misfit.LOAD);
        }
    }

    /** The elements that can stop, each after all that it needs to run or to start a method. */
    private List<LaneElement> order() {
        int[][] edges = new int[canStop.length][];
        for (int e = 0; e < edges.length; e++) {
            edges[e] = canStop[e] ? edgesOf(e) : new int[0];
        }
        Components components = Components.of(edges);
        List<LaneElement> order = new ArrayList<>();
        for (int c = 0; c < components.count(); c++) {
            int e = components.member(c, 0);
            if (components.isCyclic(c)) {
                misfits.add(Misfit.CYCLE);
            } else if (canStop[e]) {
                order.add(element(e));
            }
        }
        return order;
    }

    private int[] edgesOf(int e) {
        Numbers all = new Numbers();
        addAll(all, e);
        for (int method = methods.from(e); method < methods.to(e); method++) {
            MethodEntry entry = methods.get(method);
            addAll(all, entry.alsoList());
            if (entry.runList() != e) {
                addAll(all, entry.runList());
            }
            if (entry.startList() >= 0 && entry.startList() != entry.runList()) {
                addAll(all, entry.startList());
            }
        }
        return all.take();
    }

    private void addAll(Numbers all, int list) {
        for (int needed : needs.elementsOf(list)) {
            if (canStop[needed]) {
                all.add(needed);
            }
        }
    }

    private LaneElement element(int e) {
        List<LaneHit> hits = hitsOf.get(e);
        Gate own = gates.ofList(e);
        int states = 0;
        for (LaneHit hit : hits) {
            states |= bitOf(hit.state());
        }
        List<LaneMethod> all = new ArrayList<>();
        boolean waits = !(own instanceof Gate.Open);
        for (int method = methods.from(e); method < methods.to(e); method++) {
            LaneMethod made = method(method);
            all.add(made);
            waits |= !(made.run() instanceof Gate.Open);
        }
        int possible = states | (waits ? OUTAGE : 0);
        List<LaneMethod> usable =
                all.stream().filter(method -> method.answers(possible)).toList();
        usable.forEach(method -> checkMethod(methods.get(method.method())));
        checkElement(e, usable);
        return LaneElement.of(
                e,
                hits,
                own,
                model.elements().restart(e),
                model.elements().restartKey(e),
                usable,
                isPlain(hits, usable, possible));
    }

    private LaneMethod method(int method) {
        MethodEntry entry = methods.get(method);
        return new LaneMethod(
                method,
                entry.answers(),
                entry.automatic() ? LaneProgram.AUTOMATIC : group(entry.teams()),
                gates.ofList(entry.startList()),
                gates.ofList(entry.alsoList()),
                gates.ofList(entry.runList()),
                entry.duration(),
                entry.durationKey(),
                entry.successKey(),
                LaneHit.cells(entry.success()));
    }

    private int group(int[] teams) {
        List<Integer> key = Arrays.stream(teams).sorted().distinct().boxed().toList();
        return groupNumbers.computeIfAbsent(key, made -> {
            groups.add(made.stream().mapToInt(Integer::intValue).toArray());
            return groups.size() - 1;
        });
    }

    private void checkMethod(MethodEntry entry) {
        if (entry.capacity() < 1) {
            misfits.add(Misfit.INTERIM);
        }
        if (entry.data() != null) {
            misfits.add(Misfit.DATA);
        }
    }

    private void checkElement(int e, List<LaneMethod> usable) {
        var element = model.elements().get(e);
        if (element.methods().size() != methods.to(e) - methods.from(e)
                || element.methods().stream().anyMatch(method -> method.lasts() != null)) {
            misfits.add(Misfit.INTERIM);
        }
        var level = element.serviceLevel();
        if (level != null && CreditTerms.arePaidBy(level)) {
            misfits.add(Misfit.CREDITS);
        }
        long[] most = new long[crewsAtOnce.length];
        for (LaneMethod method : usable) {
            RecoveryMethod written =
                    element.methods().get(methods.get(method.method()).position());
            for (int team = 0; team < most.length; team++) {
                Integer people =
                        written.crew().get(model.model().teams().get(team).id());
                most[team] = Math.max(most[team], people == null ? 0 : people);
            }
        }
        for (int team = 0; team < most.length; team++) {
            crewsAtOnce[team] += most[team];
        }
    }

    /** People never compete in a team that all elements at once could not ask for more of than there are. */
    private boolean[] scarceTeams() {
        boolean[] scarce = new boolean[crewsAtOnce.length];
        for (int team = 0; team < scarce.length; team++) {
            if (model.scenario().staff() < 1 && crewsAtOnce[team] > 0) {
                misfits.add(Misfit.CREWS);
            }
            scarce[team] = crewsAtOnce[team] > model.model().teams().get(team).size();
        }
        return scarce;
    }

    private static boolean isPlain(List<LaneHit> hits, List<LaneMethod> usable, int possible) {
        boolean outages = (possible & OUTAGE) != 0 && usable.stream().anyMatch(LaneMethod::answersOutage);
        if (outages || hits.size() > 1 || (!hits.isEmpty() && hits.getFirst().state() == LaneHit.OUTAGE)) {
            return false;
        }
        if (usable.size() < 2) {
            return true;
        }
        LaneMethod first = usable.get(0);
        LaneMethod second = usable.get(1);
        boolean sameWait = first.start().equals(second.start())
                && first.also().equals(second.also())
                && first.run().equals(second.run());
        boolean samePeople = second.ready() == LaneProgram.AUTOMATIC || second.ready() == first.ready();
        return usable.size() == 2 && sameWait && samePeople;
    }
}
