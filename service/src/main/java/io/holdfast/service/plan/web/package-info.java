/** Plans over HTTP: as data, and as a document to print. */
@NullMarked
package io.holdfast.service.plan.web;

import org.jspecify.annotations.NullMarked;
