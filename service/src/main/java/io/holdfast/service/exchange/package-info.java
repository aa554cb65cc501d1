/**
 * What comes into the register from elsewhere: a NetBox dump, plain tables, a service call graph, a model file. Invariants:
 * a file is taken whole or not at all; a second import of the same file changes nothing; what people edited stays.
 * Neighbours: the register's door, through which the current model is read and saved.
 */
@NullMarked
package io.holdfast.service.exchange;

import org.jspecify.annotations.NullMarked;
