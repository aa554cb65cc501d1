/** Templates and answers in their tables. */
@NullMarked
package io.holdfast.service.checklist.store;

import org.jspecify.annotations.NullMarked;
