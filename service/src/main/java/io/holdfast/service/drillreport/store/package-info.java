/** The tables of the room. */
@NullMarked
package io.holdfast.service.drillreport.store;

import org.jspecify.annotations.NullMarked;
