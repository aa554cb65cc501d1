package io.holdfast.service.identity;

import java.util.Locale;

/** What comes of a way back from the identity provider. */
public sealed interface ProviderOutcome {

    /**
     * Signed in.
     *
     * @param sessionId the secret of the cookie, told only now
     * @param path the place in the page to go on at
     */
    record SignedIn(String sessionId, String path) implements ProviderOutcome {}

    /** Turned away. */
    record Refused(Reason reason) implements ProviderOutcome {}

    /** Why somebody is turned away, in words that tell nothing of other people. */
    enum Reason {
        /** The answer belongs to no attempt of this browser, or to one that is over. */
        STATE,
        /** The provider does not answer. */
        UNREACHABLE,
        /** The provider says no, or somebody has broken off there. */
        DENIED,
        /** A check of the provider's answer has failed. */
        ANSWER,
        /** There is no account for them. */
        UNKNOWN_PERSON,
        /** They would get an account, but somebody has its name. */
        NAME_TAKEN,
        /** Their account is disabled. */
        DISABLED,
        /** Nobody has an account yet; the first one is a local one. */
        FIRST;

        /** The word of this in addresses, such as {@code unknown-person}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
