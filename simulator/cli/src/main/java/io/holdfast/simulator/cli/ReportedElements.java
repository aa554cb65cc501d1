package io.holdfast.simulator.cli;

import io.holdfast.simulator.engine.Detail;

/** Which elements a result speaks of. */
enum ReportedElements {
    /** Every one. */
    ALL(Detail.EVERYTHING),
    /** Processes alone. */
    PROCESSES(Detail.PROCESSES);

    private final Detail detail;

    ReportedElements(Detail detail) {
        this.detail = detail;
    }

    Detail detail() {
        return detail;
    }
}
