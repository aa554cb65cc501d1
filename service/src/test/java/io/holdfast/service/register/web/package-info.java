/** Tests of the register. */
@NullMarked
package io.holdfast.service.register.web;

import org.jspecify.annotations.NullMarked;
