package io.holdfast.simulator.format;

/**
 * A key that the format does not know, close to one that it does. It is kept and has no effect, which is seldom what was meant.
 *
 * @param path where, as a JSON path from {@code $}
 * @param line line from 1
 * @param key the key as written
 * @param near the known key that is close
 */
public record UnknownKey(String path, int line, String key, String near) {}
