/**
 * What drills and incidents measured, and what the organisation learns from it: actuals that stay as they were entered, what
 * experts had said before, previews of what changes, edits that somebody approves and that are then written to the register, and how
 * far forecasts held. Doors: {@link io.holdfast.service.learning.Actuals}, {@link io.holdfast.service.learning.Previews}, {@link
 * io.holdfast.service.learning.LearningEdits}, {@link io.holdfast.service.learning.Budgets}, {@link
 * io.holdfast.service.learning.DrillLessons}. Invariants: an actual is never edited, only withdrawn with a reason; nothing that was
 * learned reaches the register but by an approved edit, whole or not at all; learning always begins from what was stated. Neighbours:
 * simulator/engine (learning), register, approval, audit, drill, drillplan, drillrun, drillreport, simulation.
 */
@NullMarked
package io.holdfast.service.learning;

import org.jspecify.annotations.NullMarked;
