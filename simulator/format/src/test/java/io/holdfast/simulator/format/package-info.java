/** Tests of reading and writing files. */
@NullMarked
package io.holdfast.simulator.format;

import org.jspecify.annotations.NullMarked;
