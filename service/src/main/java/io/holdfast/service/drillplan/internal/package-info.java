/** Pure rules of drill plans: their shape, what they lack, their JSON, what is approved of them. */
@NullMarked
package io.holdfast.service.drillplan.internal;

import org.jspecify.annotations.NullMarked;
