/** Evidence and retention over HTTP. Neighbours: the doors. */
@NullMarked
package io.holdfast.service.evidence.web;

import org.jspecify.annotations.NullMarked;
