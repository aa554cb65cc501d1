/** Drill plans in their tables. */
@NullMarked
package io.holdfast.service.drillplan.store;

import org.jspecify.annotations.NullMarked;
