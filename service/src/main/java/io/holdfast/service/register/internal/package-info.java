/** Rules of the register that need no database. */
@NullMarked
package io.holdfast.service.register.internal;

import org.jspecify.annotations.NullMarked;
