/**
 * Runs as jobs: queued in the database, worked one at a time, taken up again after a kill. Invariant: a result is stored with the digest of its model, its seed, trials and engine. Neighbours: kernel, simulator.
 */
@NullMarked
package io.holdfast.service.simulation;

import org.jspecify.annotations.NullMarked;
