/** Tests of the rules of drills that are run. */
@NullMarked
package io.holdfast.service.drillrun.internal;

import org.jspecify.annotations.NullMarked;
