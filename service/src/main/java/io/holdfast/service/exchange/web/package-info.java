/** Imports over HTTP. */
@NullMarked
package io.holdfast.service.exchange.web;

import org.jspecify.annotations.NullMarked;
