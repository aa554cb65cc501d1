package io.holdfast.simulator.lint;

import java.util.Locale;

/** How strongly the source of a rule asks for it. */
public enum Strength {
    /** 應: what must be so. */
    SHALL,
    /** 宜: what ought to be so, unless there is a reason. */
    SHOULD;

    /** The word for it in files and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
