/**
 * Changes to what the organisation runs: what is meant, what it would take down, who agreed, how it went, and what the register
 * was before and after. Doors: {@link io.holdfast.service.change.Changes}, {@link io.holdfast.service.change.Submissions},
 * {@link io.holdfast.service.change.Baselines}, {@link io.holdfast.service.change.Reviews}. Invariants: nothing is submitted or
 * carried out without a back-out plan; what was submitted stays as it was, with the impact of that moment; a baseline is a whole
 * model and never changes. Neighbours: register, approval, audit. Drills are a later room's: pages ask that one about clashes.
 */
@NullMarked
package io.holdfast.service.change;

import org.jspecify.annotations.NullMarked;
