/** The command line: simulate and check a model file without the service. */
@NullMarked
package io.holdfast.simulator.cli;

import org.jspecify.annotations.NullMarked;
