/** Pure rules of the importers: bytes to rows, rows to elements, elements into a model. No framework, no database. */
@NullMarked
package io.holdfast.service.exchange.internal;

import org.jspecify.annotations.NullMarked;
