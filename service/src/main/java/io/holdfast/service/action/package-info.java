/**
 * Corrective actions: what is to be changed after a drill, an incident or a review, why, by whom and until when, and what became of
 * it (row I12; findings of drills, row B12). Door: {@link io.holdfast.service.action.Actions}. Invariants: an action keeps where it came
 * from; a grave one names its cause before it is done; what somebody did is verified by somebody else, and what was verified or dropped
 * is opened again before it changes; none is deleted. Neighbours: register, evidence; rooms that find something raise actions here.
 */
@NullMarked
package io.holdfast.service.action;

import org.jspecify.annotations.NullMarked;
