/** Tests of the pure rules of service levels. */
@NullMarked
package io.holdfast.service.sla.internal;

import org.jspecify.annotations.NullMarked;
