@NullMarked
package io.holdfast.service.exchange.internal;

import org.jspecify.annotations.NullMarked;
