/**
 * A drill while it is run: what everybody marks on their phones, and what comes of it. Door: {@link
 * io.holdfast.service.drillrun.DrillRuns}. Invariants: an event is made where it happens, is never changed or deleted, and is stored
 * once however often it is sent; the state is a pure fold over the set of events in one order, whatever order they came in; a drill
 * begins only with an approved plan. Neighbours: drillplan (what is planned, begin and end), evidence (photos).
 */
@NullMarked
package io.holdfast.service.drillrun;

import org.jspecify.annotations.NullMarked;
