package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.compile.ElementTable;
import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.Demand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Demand flowing down from processes to what they run on, and the headroom that is left. Only processes with a changed
 * element below them are pushed again. Hot where capacities and demands share a unit, idle elsewhere.
 */
final class LoadStep {

    private final TrialState s;
    private final NeedTable needs;
    private final NeedEvaluation evaluation;
    private final Components components;
    private final double multiplier;
    private final int[] processes;
    private final int[] carriers;
    private final double[] amount;
    private final int[][] below;
    private final int[][] processesOver;
    private final int[][] carriersOf;
    private final boolean[][] lead;
    private boolean[] pushed = {};
    private final boolean[] dirty;
    private final double[][] part;
    private final double[][] normalPart;
    private final double[] weight;
    private final double[] inner;
    private final boolean[] onPath;
    private final double[] load;
    private final double[] demand;
    private final int[] carrierOf;
    private final int[][] processesOn;
    private final Marks changedCarriers;
    private final double[] least;
    private final double[] normal;
    private boolean anyDirty;
    private boolean ran;

    LoadStep(TrialState state, NeedEvaluation evaluation) {
        s = state;
        this.evaluation = evaluation;
        needs = state.model.needs();
        components = state.model.components();
        multiplier = state.model.scenario().demandMultiplier();
        ElementTable elements = state.model.elements();
        carriers = IntStream.range(0, s.n)
                .filter(e -> elements.capacityUnit(e) >= 0)
                .toArray();
        processes =
                IntStream.range(0, s.n).filter(e -> elements.demandUnit(e) >= 0).toArray();
        amount = new double[s.n];
        for (int e = 0; e < s.n; e++) {
            Amount capacity = elements.get(e).capacity();
            amount[e] = capacity == null ? 0 : capacity.amount();
        }
        below = new int[processes.length][];
        dirty = new boolean[processes.length];
        part = new double[processes.length][carriers.length];
        normalPart = new double[processes.length][carriers.length];
        weight = new double[s.n];
        inner = new double[s.n];
        onPath = new boolean[s.n];
        load = new double[carriers.length];
        demand = new double[processes.length];
        for (int p = 0; p < processes.length; p++) {
            demand[p] = demandOf(processes[p]) * multiplier;
        }
        carrierOf = new int[s.n];
        Arrays.fill(carrierOf, -1);
        for (int i = 0; i < carriers.length; i++) {
            carrierOf[carriers[i]] = i;
        }
        changedCarriers = new Marks(Math.max(1, carriers.length));
        least = new double[s.n];
        normal = new double[s.n];
        processesOver = reach();
        carriersOf = new int[processes.length][];
        lead = new boolean[processes.length][s.n];
        for (int p = 0; p < processes.length; p++) {
            int unit = elements.demandUnit(processes[p]);
            for (int e : below[p]) {
                lead[p][e] = true;
            }
            boolean[] leads = lead[p];
            carriersOf[p] = IntStream.range(0, carriers.length)
                    .filter(i -> leads[carriers[i]] && elements.capacityUnit(carriers[i]) == unit)
                    .toArray();
        }
        processesOn = processesOn();
    }

    /** By carrier, the processes whose demand it may carry, ascending. */
    private int[][] processesOn() {
        int[][] found = new int[carriers.length][];
        for (int i = 0; i < carriers.length; i++) {
            int carrier = i;
            found[i] = IntStream.range(0, processes.length)
                    .filter(p -> Arrays.stream(carriersOf[p]).anyMatch(each -> each == carrier))
                    .toArray();
        }
        return found;
    }

    /**
     * Fills what carries demand of each process, needs after what needs them: only elements that lead to a capacity in the
     * process's unit. Gives, by element, the processes to push again when it changes: those that it carries, and those
     * whose carriers name it beside others.
     */
    private int[][] reach() {
        List<Set<Integer>> over = new ArrayList<>();
        for (int e = 0; e < s.n; e++) {
            over.add(new TreeSet<>());
        }
        int[][] runNeeds = runNeeds();
        for (int p = 0; p < processes.length; p++) {
            boolean[] leads = leadsToCarrier(s.model.elements().demandUnit(processes[p]), runNeeds);
            boolean[] seen = new boolean[s.n];
            int[] open = new int[s.n];
            int count = 0;
            if (leads[processes[p]]) {
                open[count++] = processes[p];
                seen[processes[p]] = true;
            }
            for (int i = 0; i < count; i++) {
                over.get(open[i]).add(p);
                for (int needed : runNeeds[open[i]]) {
                    over.get(needed).add(p);
                    if (leads[needed] && !seen[needed]) {
                        seen[needed] = true;
                        open[count++] = needed;
                    }
                }
            }
            below[p] = Arrays.stream(open, 0, count)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer e) -> -components.of(e))
                            .thenComparingInt(e -> e))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return over.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private boolean[] leadsToCarrier(int unit, int[][] runNeeds) {
        boolean[] leads = new boolean[s.n];
        for (int c = 0; c < components.count(); c++) {
            boolean any = false;
            for (int i = 0; i < components.size(c); i++) {
                int e = components.member(c, i);
                any |= s.model.elements().capacityUnit(e) == unit;
                for (int needed : runNeeds[e]) {
                    any |= leads[needed];
                }
            }
            for (int i = 0; i < components.size(c); i++) {
                leads[components.member(c, i)] = any;
            }
        }
        return leads;
    }

    private int[][] runNeeds() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int e = 0; e < s.n; e++) {
            lists.add(new ArrayList<>());
        }
        for (int e = 0; e < s.n; e++) {
            for (int i = 0; i < s.model.runDependents(e); i++) {
                lists.get(s.model.runDependent(e, i)).add(e);
            }
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    boolean isIdle() {
        return carriers.length == 0;
    }

    /** Takes what serves now as normal running. */
    void keepAsNormal() {
        Arrays.fill(dirty, true);
        anyDirty = true;
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        evaluate();
        for (int p = 0; p < processes.length; p++) {
            System.arraycopy(part[p], 0, normalPart[p], 0, carriers.length);
        }
        Arrays.fill(normal, TrialOutcome.NO_HEADROOM);
        for (int e : carriers) {
            normal[e] = Double.isInfinite(least[e]) ? TrialOutcome.NO_HEADROOM : least[e];
        }
        for (int process : processes) {
            normal[process] = Double.isInfinite(least[process]) ? TrialOutcome.NO_HEADROOM : least[process];
        }
    }

    double[] normal() {
        return normal;
    }

    /** When growing demand exceeds each capacity that carries any in normal running, in file order. */
    List<CapacityOutlook> outlook() {
        List<CapacityOutlook> found = new ArrayList<>();
        for (int i = 0; i < carriers.length; i++) {
            int e = carriers[i];
            List<CapacityOutlook.Part> parts = new ArrayList<>();
            for (int p = 0; p < processes.length; p++) {
                Demand demand = s.model.elements().get(processes[p]).demand();
                if (demand != null
                        && demand.amount() > 0
                        && normalPart[p][i] > 0
                        && s.model.elements().demandUnit(processes[p])
                                == s.model.elements().capacityUnit(e)) {
                    parts.add(new CapacityOutlook.Part(normalPart[p][i] * demand.amount(), demand.growth()));
                }
            }
            if (!parts.isEmpty()) {
                String unit = s.model.elements().unit(s.model.elements().capacityUnit(e));
                found.add(CapacityOutlook.of(s.model.elements().id(e), unit, amount[e], parts));
            }
        }
        return found;
    }

    void reset() {
        if (!ran) {
            return;
        }
        ran = false;
        for (int p = 0; p < processes.length; p++) {
            System.arraycopy(normalPart[p], 0, part[p], 0, carriers.length);
            dirty[p] = false;
        }
        anyDirty = false;
        changedCarriers.clear();
        Arrays.fill(least, Double.POSITIVE_INFINITY);
    }

    /** Marks the processes over an element that may have changed, and the element itself where it has a capacity. */
    void changed(int e) {
        for (int p : processesOver[e]) {
            dirty[p] = true;
            anyDirty = true;
        }
        if (carrierOf[e] >= 0) {
            changedCarriers.add(carrierOf[e]);
            anyDirty = true;
        }
    }

    /** Takes the headroom of this moment: at the first of a trial of all that have any, later of what has changed. */
    void evaluate() {
        if (carriers.length == 0 || (ran && !anyDirty)) {
            return;
        }
        if (!ran) {
            for (int i = 0; i < carriers.length; i++) {
                changedCarriers.add(i);
            }
        }
        ran = true;
        anyDirty = false;
        for (int p = 0; p < processes.length; p++) {
            if (dirty[p]) {
                dirty[p] = false;
                push(p);
                for (int i : carriersOf[p]) {
                    changedCarriers.add(i);
                }
            }
        }
        for (int i = changedCarriers.takeFrom(0); i >= 0; i = changedCarriers.takeFrom(i)) {
            take(i);
        }
    }

    private void take(int carrier) {
        double sum = 0;
        for (int p : processesOn[carrier]) {
            sum += part[p][carrier] * demand[p];
        }
        load[carrier] = sum;
        double left = headroom(carrier);
        int e = carriers[carrier];
        if (s.serving[e]) {
            least[e] = Math.min(least[e], left);
        }
        for (int p : processesOn[carrier]) {
            if (part[p][carrier] > 0 && s.serving[processes[p]]) {
                least[processes[p]] = Math.min(least[processes[p]], left);
            }
        }
    }

    private double headroom(int carrier) {
        int e = carriers[carrier];
        return amount[e] * s.ownShare[e] - load[carrier];
    }

    private double demandOf(int process) {
        Demand demand = s.model.elements().get(process).demand();
        return demand == null ? 0 : demand.amount();
    }

    /** Fills the outcome at the end of a trial. */
    void finish() {
        for (int e : carriers) {
            finish(e);
        }
        for (int process : processes) {
            finish(process);
        }
    }

    private void finish(int e) {
        double value = !ran || Double.isInfinite(least[e]) ? normal[e] : least[e];
        if (value != normal[e]) {
            s.touch(e);
        }
        if (s.outcome.isTouched(e)) {
            s.outcome.headroom[e] = value;
        }
    }

    /** Lets the demand of one process flow down. */
    private void push(int p) {
        int[] order = below[p];
        pushed = lead[p];
        for (int e : order) {
            weight[e] = 0;
        }
        if (order.length > 0 && s.serving[processes[p]]) {
            weight[processes[p]] = 1;
            for (int at = 0; at < order.length; ) {
                int component = components.of(order[at]);
                if (components.isCyclic(component)) {
                    at = pushCycle(order, at, component);
                } else {
                    int e = order[at++];
                    if (weight[e] > 0) {
                        pushFrom(e, Math.min(1, weight[e]), -1, false);
                    }
                }
            }
        }
        for (int i : carriersOf[p]) {
            part[p][i] = Math.min(1, weight[carriers[i]]);
        }
    }

    /** On a cycle parts follow simple paths: a part that would come back to an element on its path ends there. */
    private int pushCycle(int[] order, int at, int component) {
        int to = at;
        while (to < order.length && components.of(order[to]) == component) {
            inner[order[to]] = 0;
            to++;
        }
        for (int i = at; i < to; i++) {
            if (weight[order[i]] > 0) {
                follow(order[i], Math.min(1, weight[order[i]]), component);
            }
        }
        for (int i = at; i < to; i++) {
            int e = order[i];
            weight[e] = Math.min(1, inner[e]);
            if (weight[e] > 0) {
                pushFrom(e, weight[e], component, false);
            }
        }
        return to;
    }

    private void follow(int e, double carried, int component) {
        inner[e] += carried;
        onPath[e] = true;
        pushFrom(e, carried, component, true);
        onPath[e] = false;
    }

    /** Hands what an element carries to what it runs on: all of it, or on a cycle the inner or the outer part. */
    private void pushFrom(int e, double carried, int component, boolean inside) {
        int run = s.runsOn[e];
        int list = run >= 0 ? s.model.methods().get(run).runList() : e;
        for (int r = needs.rootsFrom(list); r < needs.rootsTo(list); r++) {
            pushNode(needs.root(r), carried, component, inside);
        }
    }

    private void pushNode(int node, double carried, int component, boolean inside) {
        switch (needs.kind(node)) {
            case NeedTable.ONE -> pushElement(needs.element(node), carried, component, inside);
            case NeedTable.ALL -> {
                for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
                    pushNode(needs.child(c), carried, component, inside);
                }
            }
            case NeedTable.AT_LEAST -> pushEvenly(node, carried, component, inside);
            default -> pushByShare(node, carried, component, inside);
        }
    }

    private void pushElement(int e, double carried, int component, boolean inside) {
        if (!s.serving[e] || !pushed[e]) {
            return;
        }
        boolean within = component >= 0 && components.of(e) == component;
        if (inside && within && !onPath[e]) {
            follow(e, carried, component);
        } else if (!inside && !within) {
            weight[e] += carried;
        }
    }

    private void pushEvenly(int node, double carried, int component, boolean inside) {
        int met = 0;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            met += evaluation.node(needs.child(c)) >= 0 ? 1 : 0;
        }
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            if (evaluation.node(needs.child(c)) >= 0) {
                pushNode(needs.child(c), carried / met, component, inside);
            }
        }
    }

    private void pushByShare(int node, double carried, int component, boolean inside) {
        double sum = 0;
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            sum += needs.childShare(c) * Math.max(0, evaluation.node(needs.child(c)));
        }
        for (int c = needs.childrenFrom(node); c < needs.childrenTo(node); c++) {
            double delivered = needs.childShare(c) * Math.max(0, evaluation.node(needs.child(c)));
            if (delivered > 0) {
                pushNode(needs.child(c), carried * delivered / sum, component, inside);
            }
        }
    }
}
