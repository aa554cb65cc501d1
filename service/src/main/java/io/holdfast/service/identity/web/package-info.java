/** Signing in, people and keys over HTTP; who may is asked here. Neighbours: the doors. */
@NullMarked
package io.holdfast.service.identity.web;

import org.jspecify.annotations.NullMarked;
