/**
 * Pure rules of the room: reading calendar files, the policy, the schedule and its feed. No clock, no database; the same
 * input gives the same output.
 */
@NullMarked
package io.holdfast.service.drill.internal;

import org.jspecify.annotations.NullMarked;
