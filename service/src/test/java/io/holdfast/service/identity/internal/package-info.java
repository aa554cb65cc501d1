/** Tests of passwords and their rules. */
@NullMarked
package io.holdfast.service.identity.internal;

import org.jspecify.annotations.NullMarked;
