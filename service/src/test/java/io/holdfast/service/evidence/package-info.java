/** Tests of evidence. */
@NullMarked
package io.holdfast.service.evidence;

import org.jspecify.annotations.NullMarked;
