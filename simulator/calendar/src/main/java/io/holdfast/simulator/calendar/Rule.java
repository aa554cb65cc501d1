package io.holdfast.simulator.calendar;

/**
 * A rule by its name: what is in the way of a day, or kept a drill out of the year.
 *
 * @param kind what kind of rule
 * @param name which one, as each kind says
 */
public record Rule(Kind kind, String name) {

    /** The kinds of rules. */
    public enum Kind {
        /** The day is none of the drill's; the name is the kind of day. */
        DAY_OFF,
        /** The day before is not worked, but the window asks for it; the name is the window. */
        DAY_BEFORE_OFF,
        /** The drill does not fit into its window; the name is the window. */
        WINDOW,
        /** A blackout or change freeze, by name. */
        FREEZE,
        /** It may not begin so early; the name is the drill. */
        EARLIEST,
        /** It must be over earlier; the name is the drill. */
        LATEST,
        /** Too near to another time of the same drill, or before one of them; the name is the drill. */
        SPACING,
        /** Another drill must come before or after it; the name is that drill. */
        ORDER,
        /** A team, or {@link LoadLimit#EVERYBODY}, has enough drills on the day, in the week or in the month. */
        TEAM_LOAD,
        /** Another drill uses the site, asset or other key, which is the name. */
        EXCLUSIVE,
        /** The year's people-hours are used up; the name is the year. */
        PEOPLE_HOURS,
        /** The year's production risk is used up; the name is the year. */
        PRODUCTION_RISK,
        /** A person has pinned another drill, which is the name. */
        PIN,
        /** A duty, by name, would not be met. */
        DUTY,
        /** No drill covers the subject, which is the name. */
        NOT_COVERED,
        /** It is optional and teaches nothing; the name is the drill. */
        NOTHING_TO_LEARN,
        /** The search ended before it was known whether it fits; the name is the drill. */
        SEARCH_ENDED
    }
}
