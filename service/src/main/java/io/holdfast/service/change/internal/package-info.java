/** Pure rules of the room. */
@NullMarked
package io.holdfast.service.change.internal;

import org.jspecify.annotations.NullMarked;
