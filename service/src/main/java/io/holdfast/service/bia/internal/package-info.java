/** Pure rules: what follows from curves, targets and methods. */
@NullMarked
package io.holdfast.service.bia.internal;

import org.jspecify.annotations.NullMarked;
