/** The pure rules of service levels: shapes, chains, credits, trends. */
@NullMarked
package io.holdfast.service.sla.internal;

import org.jspecify.annotations.NullMarked;
