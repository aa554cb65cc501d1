/** The room over HTTP. */
@NullMarked
package io.holdfast.service.change.web;

import org.jspecify.annotations.NullMarked;
