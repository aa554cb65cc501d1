/**
 * Backups: a consistent copy of every table in one file, and its way back into an empty database. Invariants: what is restored is what
 * was copied, to the byte of every table, or nothing; secrets that end by themselves (sessions, links) are not copied. Neighbours: the
 * database of the kernel.
 */
@NullMarked
package io.holdfast.service.kernel.backup;

import org.jspecify.annotations.NullMarked;
