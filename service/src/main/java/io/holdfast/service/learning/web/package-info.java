/** Learning over HTTP. */
@NullMarked
package io.holdfast.service.learning.web;

import org.jspecify.annotations.NullMarked;
