/** Rules and texts of plays. */
@NullMarked
package io.holdfast.service.drillplay.internal;

import org.jspecify.annotations.NullMarked;
