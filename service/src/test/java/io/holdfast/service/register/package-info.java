/** Tests of the register. */
@NullMarked
package io.holdfast.service.register;

import org.jspecify.annotations.NullMarked;
