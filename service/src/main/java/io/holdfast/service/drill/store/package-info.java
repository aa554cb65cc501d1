/** Loads and saves calendar days and schedules; the only writer of their tables. */
@NullMarked
package io.holdfast.service.drill.store;

import org.jspecify.annotations.NullMarked;
