/**
 * Read-only figures for the first page. Neighbours: kernel, simulation.
 */
@NullMarked
package io.holdfast.service.overview;

import org.jspecify.annotations.NullMarked;
