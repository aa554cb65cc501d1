/** The room over HTTP. */
@NullMarked
package io.holdfast.service.approval.web;

import org.jspecify.annotations.NullMarked;
