/** Checklists over HTTP. */
@NullMarked
package io.holdfast.service.checklist.web;

import org.jspecify.annotations.NullMarked;
