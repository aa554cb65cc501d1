package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.ResponseTable;

/**
 * Something that struck in a history, as its kernel hands it on; filled anew for each, so that none is allocated.
 * {@link HistoryIncidents} keeps what an element needs of it.
 */
final class Incident {

    /** When. */
    long since;

    /** By which its draws are moved, see {@link io.holdfast.simulator.sampling.ShiftedDraws}. */
    long shift;

    /** How people answer it. */
    ResponseTable response;

    Incident(ResponseTable response) {
        this.response = response;
    }

    void set(long moment, long drawsShift, ResponseTable answer) {
        since = moment;
        shift = drawsShift;
        response = answer;
    }
}
