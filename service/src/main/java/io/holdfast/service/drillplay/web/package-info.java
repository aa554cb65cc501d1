/** Plays over HTTP. */
@NullMarked
package io.holdfast.service.drillplay.web;

import org.jspecify.annotations.NullMarked;
