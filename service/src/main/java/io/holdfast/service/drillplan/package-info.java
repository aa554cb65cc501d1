/**
 * Drill plans: one drill each, from the first idea until its report is approved. Doors: {@link io.holdfast.service.drillplan.DrillPlans},
 * {@link io.holdfast.service.drillplan.PlanSubmissions}. Invariants: nothing is begun that somebody else has not approved; what was
 * approved stays as it was, with what the model predicted then; a plan lacks none of the eight mandatory fields when it is
 * submitted; the drawn day of an unannounced drill lies in a table of its own until the drill begins. Neighbours: drill (the
 * schedule that asks for drills), simulation (predictions), approval, audit. Running a drill and reporting on it are later rooms'.
 */
@NullMarked
package io.holdfast.service.drillplan;

import org.jspecify.annotations.NullMarked;
