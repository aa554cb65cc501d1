/** Tests of the drill room's rules. */
@NullMarked
package io.holdfast.service.drill.internal;

import org.jspecify.annotations.NullMarked;
