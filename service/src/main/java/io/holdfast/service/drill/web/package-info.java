/** Calendar, schedule and feed over HTTP. */
@NullMarked
package io.holdfast.service.drill.web;

import org.jspecify.annotations.NullMarked;
