/** Tests of the rules of the register. */
@NullMarked
package io.holdfast.service.register.internal;

import org.jspecify.annotations.NullMarked;
