/** Tests of the rules of learning. */
@NullMarked
package io.holdfast.service.learning.internal;

import org.jspecify.annotations.NullMarked;
