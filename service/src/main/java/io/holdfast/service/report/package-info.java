/**
 * Read-only figures for the first page. Neighbours: kernel, simulation.
 */
@NullMarked
package io.holdfast.service.report;

import org.jspecify.annotations.NullMarked;
