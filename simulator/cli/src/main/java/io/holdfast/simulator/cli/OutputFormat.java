package io.holdfast.simulator.cli;

/** Output forms of the commands. */
enum OutputFormat {
    /** One line of JSON. */
    JSON,
    /** For people. */
    TEXT
}
