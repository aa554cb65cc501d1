/** Tests of plans. */
@NullMarked
package io.holdfast.service.plan.web;

import org.jspecify.annotations.NullMarked;
