/** Tests of the service over real HTTP on a real PostgreSQL. */
@NullMarked
package io.holdfast.service;

import org.jspecify.annotations.NullMarked;
