/** What tests of the room need from inside it. */
@NullMarked
package io.holdfast.service.drill;

import org.jspecify.annotations.NullMarked;
