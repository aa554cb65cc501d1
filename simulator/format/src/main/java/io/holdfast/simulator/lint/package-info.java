/**
 * What a valid model breaks of the guideline and the standards: one rule a class, each with its clause, its strength, the
 * figures that conflict and the place where it is mended. Pure functions of a model and a day; no clock is asked. Neighbours:
 * format, engine.
 */
@NullMarked
package io.holdfast.simulator.lint;

import org.jspecify.annotations.NullMarked;
