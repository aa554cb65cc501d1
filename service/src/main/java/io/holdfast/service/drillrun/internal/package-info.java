/** Pure rules of the room: reading events, folding them to a state. */
@NullMarked
package io.holdfast.service.drillrun.internal;

import org.jspecify.annotations.NullMarked;
