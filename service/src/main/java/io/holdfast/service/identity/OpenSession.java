package io.holdfast.service.identity;

import io.holdfast.service.kernel.access.Principal;
import java.time.Duration;
import java.time.Instant;

/**
 * A session that is going on.
 *
 * @param principal who it is
 * @param displayName how others see them
 * @param csrf what writes must carry beside the cookie
 * @param sharedStation whether others use the same device
 * @param byProvider whether the identity provider showed who it is
 * @param idleLimit after how long without a request it ends
 * @param endsAt when it ends in any case
 */
public record OpenSession(
        Principal principal,
        String displayName,
        String csrf,
        boolean sharedStation,
        boolean byProvider,
        Duration idleLimit,
        Instant endsAt) {}
