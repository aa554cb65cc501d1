/** Pure rules: filling, wording, reading what was sent. */
@NullMarked
package io.holdfast.service.drillreport.internal;

import org.jspecify.annotations.NullMarked;
