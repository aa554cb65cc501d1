/** Rules of the room without a database: who may decide, what differs, one way to write JSON. */
@NullMarked
package io.holdfast.service.approval.internal;

import org.jspecify.annotations.NullMarked;
