/** Tests of the drill calendar, against a checker and a brute force written apart from it. */
@NullMarked
package io.holdfast.simulator.calendar;

import org.jspecify.annotations.NullMarked;
