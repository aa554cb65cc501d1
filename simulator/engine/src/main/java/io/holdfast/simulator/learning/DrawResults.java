package io.holdfast.simulator.learning;

import io.holdfast.simulator.engine.Glance;
import io.holdfast.simulator.model.Id;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the two runs of every draw said about the element: same parameters, other luck. Written by index, each once. */
final class DrawResults {

    final double[] p95First;
    final double[] p95Second;
    final double[] meanFirst;
    final double[] meanSecond;
    final double[] variance;
    final boolean[] never;
    private final Set<Id> played = ConcurrentHashMap.newKeySet();

    DrawResults(int draws) {
        p95First = new double[draws];
        p95Second = new double[draws];
        meanFirst = new double[draws];
        meanSecond = new double[draws];
        variance = new double[draws];
        never = new boolean[draws];
    }

    int size() {
        return p95First.length;
    }

    double p95(int draw) {
        return (p95First[draw] + p95Second[draw]) / 2;
    }

    /** Notes which elements stopped and which teams were called in any trial of a run. From any thread. */
    void notePlay(Glance glance) {
        played.addAll(glance.disrupted());
        played.addAll(glance.called());
    }

    /** Whether an input can have changed anything: holds and the scenario's own times always can. */
    boolean cameIntoPlay(ModelInput input) {
        return switch (input.ref().quantity()) {
            case HOLDS_FOR, DETECT, DECLARE, HAZARD_LASTS, DWELL -> true;
            case DURATION, SUCCESS, LASTS, LAG, USABLE, RESTART, MOBILISE, MOBILISE_OFF_HOURS ->
                played.contains(input.ref().owner());
            case REACH, ANSWERS, MTBF, FREQUENCY -> false;
        };
    }
}
