/** Tests of the rules of approval. */
@NullMarked
package io.holdfast.service.approval.internal;

import org.jspecify.annotations.NullMarked;
