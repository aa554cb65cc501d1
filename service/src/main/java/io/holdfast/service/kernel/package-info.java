/**
 * What every room stands on: the database and its life. Invariant: the database is stopped after everything that uses it. Neighbours: none.
 */
@NullMarked
package io.holdfast.service.kernel;

import org.jspecify.annotations.NullMarked;
