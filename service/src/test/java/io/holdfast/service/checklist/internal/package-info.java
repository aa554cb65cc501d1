/** Tests of the rules of checklists. */
@NullMarked
package io.holdfast.service.checklist.internal;

import org.jspecify.annotations.NullMarked;
