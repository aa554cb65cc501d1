/** The scales in their table. */
@NullMarked
package io.holdfast.service.bia.store;

import org.jspecify.annotations.NullMarked;
