@NullMarked
package io.holdfast.service.drillreport.internal;

import org.jspecify.annotations.NullMarked;
