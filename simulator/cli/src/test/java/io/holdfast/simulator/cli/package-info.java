/** Tests of the command line as people type it. */
@NullMarked
package io.holdfast.simulator.cli;

import org.jspecify.annotations.NullMarked;
