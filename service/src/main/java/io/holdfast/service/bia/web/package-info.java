/** The room over HTTP. */
@NullMarked
package io.holdfast.service.bia.web;

import org.jspecify.annotations.NullMarked;
