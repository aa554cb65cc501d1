/** The audit over HTTP. Neighbours: the door. */
@NullMarked
package io.holdfast.service.audit.web;

import org.jspecify.annotations.NullMarked;
