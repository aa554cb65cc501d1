/** Tests of the linter. */
@NullMarked
package io.holdfast.simulator.lint;

import org.jspecify.annotations.NullMarked;
