package io.holdfast.simulator.bench;

/** Something that can simulate a network. One instance, one thread. */
interface Rival {

    /** Its name in the report. */
    String name();

    /** Runs trials and gives the mean recovery time of the last element, in hours. */
    double run(long trials);
}
