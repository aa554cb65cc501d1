package io.holdfast.service.drill;

import java.time.LocalDate;

/**
 * A service that must be tested again because what it runs on has changed (row B18).
 *
 * @param cause what has changed, such as {@code change-12} or {@code baseline-3}
 * @param service the service, by id
 * @param tier its importance, 1 the most
 * @param why the same for a page
 * @param from since when
 * @param by until when a drill of it must be over
 */
public record Retest(String cause, String service, int tier, Reason why, LocalDate from, LocalDate by) {

    /** The name under which reasons and the calendar speak of it. */
    public String id() {
        return cause + "/" + service;
    }
}
