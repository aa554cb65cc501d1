/** The room over HTTP. */
@NullMarked
package io.holdfast.service.drillrun.web;

import org.jspecify.annotations.NullMarked;
