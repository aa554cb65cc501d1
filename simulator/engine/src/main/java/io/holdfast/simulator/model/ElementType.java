package io.holdfast.simulator.model;

/** In which list of the file an element stands. */
public enum ElementType {
    /** A configuration item: anything that can be up or down. */
    ASSET,
    /** An entry of the service catalogue. */
    SERVICE,
    /** A business process from the business impact analysis. */
    PROCESS
}
