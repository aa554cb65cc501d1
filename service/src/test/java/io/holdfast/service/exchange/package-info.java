/** Tests of the importers. */
@NullMarked
package io.holdfast.service.exchange;

import org.jspecify.annotations.NullMarked;
