/** The room over HTTP. */
@NullMarked
package io.holdfast.service.drillreport.web;

import org.jspecify.annotations.NullMarked;
