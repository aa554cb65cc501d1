/**
 * What the organisation runs and what needs what, as people look at it: list, one element, dependency graph, and what a
 * loss takes down. Invariant: all answers of one request come from one version of the model. Neighbours: kernel; later
 * rooms hand the model in through {@link io.holdfast.service.register.CurrentModel}.
 */
@NullMarked
package io.holdfast.service.register;

import org.jspecify.annotations.NullMarked;
