package io.holdfast.service.kernel.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that a person may do. A role is a set of these. */
public enum Permission {
    /** Read the register, runs, plans and drills. */
    VIEW,
    /** Change the register. */
    EDIT_REGISTER,
    /** Ask for runs of the simulator, and cancel them. */
    RUN,
    /** Plan the drills of a year, and keep the calendar. */
    PLAN_DRILLS,
    /** Add evidence, and keep who has it. */
    KEEP_EVIDENCE,
    /** Approve what others have submitted. */
    APPROVE,
    /** Read who did what. */
    READ_AUDIT,
    /** Say who may what, and take personal data away. */
    ADMINISTER,
    /** One's own password, sessions and keys. Everybody who is signed in may. */
    OWN_ACCOUNT,
    /** Read the calendar of drills through a key in its address. */
    READ_FEED,
    /** Read figures of the running service, as a monitoring does. */
    READ_METRICS;

    /** The word of this in the API, such as {@code edit-register}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The permission of a word. */
    public static Optional<Permission> findByWord(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** Whether a key for programs can carry it; people's own affairs and administration need a person. */
    public boolean isForKeys() {
        return switch (this) {
            case VIEW, EDIT_REGISTER, RUN, PLAN_DRILLS, KEEP_EVIDENCE, READ_AUDIT, READ_FEED, READ_METRICS -> true;
            case APPROVE, ADMINISTER, OWN_ACCOUNT -> false;
        };
    }
}
