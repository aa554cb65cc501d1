package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The end of a change.
 *
 * @param conclusion what was learnt, or why it was called off
 * @param registerUpdated whether the register, and with it the graph, was changed accordingly; false where nothing had to be
 * @param revision the revision of the register at that moment
 * @param by who closed it
 * @param at when
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Closing(String conclusion, boolean registerUpdated, long revision, String by, Instant at) {}
