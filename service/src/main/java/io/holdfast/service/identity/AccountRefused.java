package io.holdfast.service.identity;

/** A change of people that breaks a rule; nothing of it is stored. The message is a sentence with a way out. */
public final class AccountRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which rule. */
    public enum Reason {
        /** A name is not one. */
        BAD_NAME,
        /** Somebody else has the sign-in name. */
        TAKEN,
        /** The version that was seen is not the stored one. */
        CHANGED_MEANWHILE,
        /** Nobody would be left to administer. */
        LAST_ADMINISTRATOR,
        /** A deputy that cannot be one. */
        BAD_DEPUTY,
        /** A link that does not work any more. */
        LINK_GONE,
        /** The current password is not right. */
        WRONG_PASSWORD,
        /** The new password is too short or too easily guessed. */
        WEAK_PASSWORD,
        /** A key that cannot be made so. */
        BAD_KEY,
        /** A unit that cannot be so. */
        BAD_UNIT,
        /** A link to somebody at the identity provider that cannot be so. */
        BAD_IDENTITY
    }

    private final Reason reason;

    /** A refusal with a sentence. */
    public AccountRefused(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** Which rule. */
    public Reason reason() {
        return reason;
    }
}
