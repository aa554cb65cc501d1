package io.holdfast.service.drill;

import java.util.Locale;

/** Why a drill stands in a schedule. */
public enum DrillKind {
    /** The tier of the service asks for it (row D1). */
    TIER,
    /** It comes again and again: a test of backups or of the standby (row D13). */
    RECURRING,
    /** Redundant devices that nobody has drilled lately (row D12). */
    REDUNDANT,
    /** Something has changed so much that it must be tested again (row B18). */
    RETEST,
    /** Nobody asks for it, but it teaches much for what it takes. */
    EXTRA;

    /** The word in tables and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word; throws {@link IllegalArgumentException} for any other. */
    public static DrillKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
