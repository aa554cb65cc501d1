@NullMarked
package io.holdfast.service.change.internal;

import org.jspecify.annotations.NullMarked;
