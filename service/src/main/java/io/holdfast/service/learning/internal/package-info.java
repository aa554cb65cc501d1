/** Rules of the room, and its values as JSON. */
@NullMarked
package io.holdfast.service.learning.internal;

import org.jspecify.annotations.NullMarked;
