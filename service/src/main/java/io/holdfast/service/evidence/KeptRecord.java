package io.holdfast.service.evidence;

import java.time.Instant;

/**
 * A record that is kept.
 *
 * @param type the word of its type, such as {@code run}
 * @param record its id within the type
 * @param recordClass its class in the retention policy
 * @param since from when its years count
 * @param name what it is, for people
 */
public record KeptRecord(String type, String record, String recordClass, Instant since, String name) {}
