/**
 * What all answers over HTTP share: errors as problem+json, who may ask, and the page's files. Neighbours: none.
 */
@NullMarked
package io.holdfast.service.kernel.web;

import org.jspecify.annotations.NullMarked;
