/** Tests of plans. */
@NullMarked
package io.holdfast.service.plan.internal;

import org.jspecify.annotations.NullMarked;
