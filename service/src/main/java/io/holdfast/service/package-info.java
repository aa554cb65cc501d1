/** The service: starts the database, then the rooms, then answers. */
@NullMarked
package io.holdfast.service;

import org.jspecify.annotations.NullMarked;
