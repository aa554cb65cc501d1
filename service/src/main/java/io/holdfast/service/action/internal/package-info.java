/** What is read, said and refused. */
@NullMarked
package io.holdfast.service.action.internal;

import org.jspecify.annotations.NullMarked;
