package io.holdfast.simulator.engine;

/**
 * What a trial of a scenario measures.
 *
 * @param timeline disruption, recovery, money
 * @param load load and headroom
 * @param dataLoss the age of data lost
 */
record TrialWatch(Timeline timeline, LoadStep load, DataLoss dataLoss) implements Watch {

    @Override
    public void changed(int e) {
        timeline.start(e);
        timeline.change(e);
        load.changed(e);
    }

    @Override
    public void rerouted(int e) {
        load.changed(e);
    }

    @Override
    public void succeeded(int e, int method) {
        dataLoss.methodSucceeded(e, method);
    }
}
