package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.sampling.Ticks;

/** A model and one of its scenarios, ready to be simulated. Immutable. Made by {@link ModelCompiler}. */
public final class CompiledModel {

    private final ContinuityModel model;
    private final Scenario scenario;
    private final ElementTable elements;
    private final NeedTable needs;
    private final MethodTable methods;
    private final HitTable hits;
    private final ResponseTable response;
    private final Priorities priorities;
    private final Components components;
    private final int[][] runDependents;
    private final int[][] startDependents;
    private final int[][] holdsOver;
    private final long horizonTicks;

    CompiledModel(
            ContinuityModel model,
            Scenario scenario,
            ElementTable elements,
            NeedTable needs,
            MethodTable methods,
            HitTable hits,
            ResponseTable response,
            Priorities priorities,
            Components components,
            int[][] runDependents,
            int[][] startDependents,
            int[][] holdsOver) {
        this.model = model;
        this.scenario = scenario;
        this.elements = elements;
        this.needs = needs;
        this.methods = methods;
        this.hits = hits;
        this.response = response;
        this.priorities = priorities;
        this.components = components;
        this.runDependents = runDependents;
        this.startDependents = startDependents;
        this.holdsOver = holdsOver;
        horizonTicks = Ticks.ofHours(scenario.horizonHours());
    }

    /** The model that was compiled. */
    public ContinuityModel model() {
        return model;
    }

    /** The scenario that was compiled. */
    public Scenario scenario() {
        return scenario;
    }

    /** The elements. The list of an element's own needs in {@link #needs} has the element's number. */
    public ElementTable elements() {
        return elements;
    }

    /** The needs of elements and methods. */
    public NeedTable needs() {
        return needs;
    }

    /** The methods that are simulated. */
    public MethodTable methods() {
        return methods;
    }

    /** The hits. */
    public HitTable hits() {
        return hits;
    }

    /** The response. */
    public ResponseTable response() {
        return response;
    }

    /** Who gets people first. */
    public Priorities priorities() {
        return priorities;
    }

    /** Cycles and order of all needs to run, those of methods included. */
    public Components components() {
        return components;
    }

    /** How many elements run on an element, now or after a method. */
    public int runDependents(int e) {
        return runDependents[e].length;
    }

    /** One of them. */
    public int runDependent(int e, int position) {
        return runDependents[e][position];
    }

    /** How many elements need an element to start a method. */
    public int startDependents(int e) {
        return startDependents[e].length;
    }

    /** One of them. */
    public int startDependent(int e, int position) {
        return startDependents[e][position];
    }

    /** How many held entries stand over an element. */
    public int holdsOver(int e) {
        return holdsOver[e].length;
    }

    /** One of them. */
    public int holdOver(int e, int position) {
        return holdsOver[e][position];
    }

    /** When a trial ends. */
    public long horizonTicks() {
        return horizonTicks;
    }
}
