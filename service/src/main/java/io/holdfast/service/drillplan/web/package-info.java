/** Drill plans over HTTP. */
@NullMarked
package io.holdfast.service.drillplan.web;

import org.jspecify.annotations.NullMarked;
