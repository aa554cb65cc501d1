package io.holdfast.simulator.engine;

/** The event of a trial: all that is down answers it, from its only response. */
record OneIncident(TrialState state) implements Incidents {

    @Override
    public long readyAt(int method) {
        return state.readyAt(method);
    }

    @Override
    public void stopped(int e) {
        // it belongs to the event, as everything does
    }

    @Override
    public void interrupted(int e) {
        // methods tried stay tried for the whole trial
    }

    @Override
    public void recovered(int e) {
        // nothing happens to it again
    }

    @Override
    public void exhausted(int e) {
        // it stays as it is
    }
}
