package io.holdfast.service.evidence;

/**
 * What a check of a file found.
 *
 * @param whole whether it is what was added
 * @param expected the SHA-256 when it was added
 * @param found the SHA-256 now
 * @param size how many bytes there are now
 */
public record Verification(boolean whole, String expected, String found, long size) {}
