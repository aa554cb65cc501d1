/** Passwords, keys and rules of sign-in. Neighbours: none. */
@NullMarked
package io.holdfast.service.identity.internal;

import org.jspecify.annotations.NullMarked;
