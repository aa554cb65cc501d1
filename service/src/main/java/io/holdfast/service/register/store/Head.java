package io.holdfast.service.register.store;

import org.jspecify.annotations.Nullable;

/**
 * Which register is stored.
 *
 * @param revision goes up by one with every change; 0 where nothing was ever stored
 * @param digest the digest of the model, or null where nothing is stored
 */
public record Head(long revision, @Nullable String digest) {}
