/** Measurements, notices and year-end reviews in their tables. */
@NullMarked
package io.holdfast.service.sla.store;

import org.jspecify.annotations.NullMarked;
