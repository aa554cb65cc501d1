@NullMarked
package io.holdfast.simulator.learning;

import org.jspecify.annotations.NullMarked;
