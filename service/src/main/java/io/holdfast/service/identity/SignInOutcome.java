package io.holdfast.service.identity;

import io.holdfast.service.kernel.access.Principal;
import java.time.Duration;

/** What an attempt to sign in comes to. */
public sealed interface SignInOutcome {

    /**
     * Signed in.
     *
     * @param sessionId the secret of the cookie, told only now
     * @param principal who it is
     */
    record SignedIn(String sessionId, Principal principal) implements SignInOutcome {}

    /** The name or the password is not right; which one is not told. */
    record Refused() implements SignInOutcome {}

    /**
     * Too many attempts have failed.
     *
     * @param pause how long until the next one counts
     */
    record Locked(Duration pause) implements SignInOutcome {}
}
