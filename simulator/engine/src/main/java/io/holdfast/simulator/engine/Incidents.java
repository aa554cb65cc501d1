package io.holdfast.simulator.engine;

/**
 * Which incident an element's recovery answers, and where a recovery begins and ends. In a trial of a scenario there is one
 * incident, the event; in a year of operation there are many. Called in the hot loop: must not allocate.
 */
interface Incidents {

    /** When a method is ready in the recovery that its element is in. */
    long readyAt(int method);

    /** An element that was up stops, because a need was lost or what it ran on has ended. */
    void stopped(int e);

    /** An element that has not been restored in full stops, though it ran on an interim method. */
    void interrupted(int e);

    /** An element's own recovery is done. */
    void recovered(int e);

    /** An element that is down has no method left that gives more than what it runs on, if it runs. */
    void exhausted(int e);
}
