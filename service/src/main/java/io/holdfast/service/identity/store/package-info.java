/** The tables of people, sessions and keys. Neighbours: internal. */
@NullMarked
package io.holdfast.service.identity.store;

import org.jspecify.annotations.NullMarked;
