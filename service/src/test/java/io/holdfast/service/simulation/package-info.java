/** Tests of runs as work. */
@NullMarked
package io.holdfast.service.simulation;

import org.jspecify.annotations.NullMarked;
