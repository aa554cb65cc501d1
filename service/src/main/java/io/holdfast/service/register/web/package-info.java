/** The register over HTTP. */
@NullMarked
package io.holdfast.service.register.web;

import org.jspecify.annotations.NullMarked;
