/** Tests of what all answers share. */
@NullMarked
package io.holdfast.service.kernel.web;

import org.jspecify.annotations.NullMarked;
