/** Service levels over HTTP. */
@NullMarked
package io.holdfast.service.sla.web;

import org.jspecify.annotations.NullMarked;
