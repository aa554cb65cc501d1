package io.holdfast.simulator.lint;

import java.util.Locale;

/** What a rule is about; rules of one topic stand together. */
public enum Topic {
    /** MTPD, RTO, RPO and work recovery time against each other. */
    TARGETS,
    /** Copies, standbys, and how far away they are. */
    BACKUP,
    /** What is promised against what was promised. */
    SERVICE_LEVELS,
    /** Who needs whom: single points of failure, cycles, recoveries that cannot work. */
    DEPENDENCIES,
    /** Whether the register can be relied on. */
    DATA_QUALITY;

    /** The word for it in files and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
