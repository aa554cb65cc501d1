package io.holdfast.service.kernel.access;

import static io.holdfast.service.kernel.access.Permission.ADMINISTER;
import static io.holdfast.service.kernel.access.Permission.APPROVE;
import static io.holdfast.service.kernel.access.Permission.EDIT_REGISTER;
import static io.holdfast.service.kernel.access.Permission.KEEP_EVIDENCE;
import static io.holdfast.service.kernel.access.Permission.PLAN_DRILLS;
import static io.holdfast.service.kernel.access.Permission.READ_AUDIT;
import static io.holdfast.service.kernel.access.Permission.READ_FEED;
import static io.holdfast.service.kernel.access.Permission.READ_METRICS;
import static io.holdfast.service.kernel.access.Permission.RUN;
import static io.holdfast.service.kernel.access.Permission.VIEW;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What people are to the organisation. One person may have several roles, each in all of it or in one unit and those below. */
public enum Role {
    /** Keeps the register and the impact analysis. */
    PLANNER,
    /** Runs drills and model runs. */
    OPERATOR,
    /** Reads reports. */
    EXECUTIVE,
    /** Approves what others have submitted, never their own work. */
    APPROVER,
    /** Reads everything, the audit too, and changes nothing. */
    AUDITOR,
    /** Says who may what. Does not change the register by that. */
    ADMINISTRATOR;

    /** What it allows. */
    public Set<Permission> permissions() {
        return switch (this) {
            case PLANNER -> Set.of(VIEW, READ_FEED, EDIT_REGISTER, RUN, PLAN_DRILLS, KEEP_EVIDENCE);
            case OPERATOR -> Set.of(VIEW, READ_FEED, READ_METRICS, RUN, PLAN_DRILLS, KEEP_EVIDENCE);
            case EXECUTIVE -> Set.of(VIEW, READ_FEED);
            case APPROVER -> Set.of(VIEW, READ_FEED, APPROVE);
            case AUDITOR -> Set.of(VIEW, READ_FEED, READ_AUDIT);
            case ADMINISTRATOR -> Set.of(VIEW, READ_FEED, READ_METRICS, READ_AUDIT, ADMINISTER);
        };
    }

    /** The word of this in the API and the database, such as {@code planner}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word. */
    public static Optional<Role> findByWord(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
