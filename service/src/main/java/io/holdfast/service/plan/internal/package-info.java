/** The pure rules by which a plan follows from a model and a run. */
@NullMarked
package io.holdfast.service.plan.internal;

import org.jspecify.annotations.NullMarked;
