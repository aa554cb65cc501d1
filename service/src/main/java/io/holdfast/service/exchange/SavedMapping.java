package io.holdfast.service.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A mapping that somebody has kept.
 *
 * @param id its number
 * @param version counts its changes from 1
 * @param name what it is called; no other has that name
 * @param mapping what it says
 * @param author who changed it last
 * @param changedAt when that was
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SavedMapping(long id, int version, String name, Mapping mapping, String author, Instant changedAt) {}
