/** Events in their tables. */
@NullMarked
package io.holdfast.service.drillrun.store;

import org.jspecify.annotations.NullMarked;
