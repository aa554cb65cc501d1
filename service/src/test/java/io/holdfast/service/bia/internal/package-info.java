/** Tests of the rules of impact analysis. */
@NullMarked
package io.holdfast.service.bia.internal;

import org.jspecify.annotations.NullMarked;
