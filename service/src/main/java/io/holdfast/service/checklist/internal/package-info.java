/** Rules of the room that need no database. */
@NullMarked
package io.holdfast.service.checklist.internal;

import org.jspecify.annotations.NullMarked;
