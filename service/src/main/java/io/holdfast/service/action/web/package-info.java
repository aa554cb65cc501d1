/** The room over HTTP. */
@NullMarked
package io.holdfast.service.action.web;

import org.jspecify.annotations.NullMarked;
