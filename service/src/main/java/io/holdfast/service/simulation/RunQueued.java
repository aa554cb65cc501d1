package io.holdfast.service.simulation;

/**
 * A run was queued.
 *
 * @param run its number
 */
public record RunQueued(long run) {}
