package io.holdfast.service.drill;

import java.time.Instant;

/**
 * A retest that a person has set aside.
 *
 * @param cause what had changed
 * @param service the service
 * @param reason why it need not be tested again
 * @param by who says so
 * @param at when
 */
public record RetestDismissal(String cause, String service, String reason, String by, Instant at) {}
