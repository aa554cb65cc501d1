/**
 * Playable futures: a desktop drill plays one possible day on a virtual clock, and what people decide changes it. Door: {@link
 * io.holdfast.service.drillplay.DrillPlays}. Invariants: a play is its model, seed, trial, clock and decisions, and is worked out from
 * them whenever it is asked for; no answer tells what comes after the virtual now before the play has ended, nor how lucky its day is;
 * a decision is never changed or deleted. A play is a model run, never an actual. Neighbours: drillplan (the approved plan), simulation
 * (kept models). ADR 29.
 */
@NullMarked
package io.holdfast.service.drillplay;

import org.jspecify.annotations.NullMarked;
