package io.holdfast.simulator.engine;

/** Hears, in the order of events, of everything that changes what elements deliver. Called in the hot loop: must not allocate. */
interface Watch {

    /** An element begins or ceases to serve, or delivers another share, from now on. */
    void changed(int e);

    /** An element runs on something else at the same share, or an entry of its needs is held no longer. */
    void rerouted(int e);

    /** The work of a method has ended well. */
    void succeeded(int e, int method);
}
