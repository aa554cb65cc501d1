/**
 * After-action reports of drills, the register of what was tested, and what suppliers drilled (rows B12, B21, D12, D14, D16, D17). A
 * report fills itself from the plan as it was approved, the prediction that was frozen then and what was marked while the drill ran; people
 * add what only they know. Doors: {@link io.holdfast.service.drillreport.DrillReports}, {@link io.holdfast.service.drillreport.DrillTests},
 * {@link io.holdfast.service.drillreport.SupplierDrills}. Invariants: planned, predicted and actual figures are never typed; another result
 * than the proposed one has a reason; an approved report stays as it was approved, and closes the drill. Neighbours: drillplan, drillrun,
 * action, approval, evidence, register.
 */
@NullMarked
package io.holdfast.service.drillreport;

import org.jspecify.annotations.NullMarked;
