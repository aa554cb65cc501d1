/**
 * What the organisation runs and what needs what: elements, needs, recovery methods, scenarios, as tables. Door: {@link
 * io.holdfast.service.register.Register}. Invariants: the tables always hold one valid model, whose digest stands beside
 * them; all answers of one request come from one revision of it. Neighbours: kernel, audit, evidence, approval.
 */
@NullMarked
package io.holdfast.service.register;

import org.jspecify.annotations.NullMarked;
