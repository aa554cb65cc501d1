package io.holdfast.simulator.model;

import java.util.Locale;
import java.util.Map;

/**
 * A rule that a value of the model must keep. Each has a sentence in English here; the model file's catalogue has it in
 * every language of the product.
 */
public enum Rule {
    /** A share lies between 0 and 1. */
    SHARE("'{what}' is {value}, but a share lies between 0 and 1. Write 60 % as 0.6."),
    /** A finite number of at least 0. */
    NOT_NEGATIVE("'{what}' is {value}, but it must be a finite number of at least 0."),
    /** A finite number above 0. */
    POSITIVE("'{what}' is {value}, but it must be a finite number above 0."),
    /** A finite number. */
    FINITE("'{what}' is {value}, but it must be a finite number."),
    /** A whole number of at least something. */
    AT_LEAST("'{what}' is {value}, but it must be at least {least}."),
    /** A number between two others, both allowed. */
    BETWEEN("'{what}' is {value}, but it must lie between {low} and {high}."),
    /** Numbers in ascending order; equal ones are allowed. */
    ASCENDING("'{what}' is [{value}], but its numbers must ascend: least first, greatest last."),
    /** A 90 % quantile of at least the median; equal means no spread. */
    P90_AT_LEAST_MEDIAN("The p90 of 'lognormal' is {value}, but it must be at least the median {median}."),
    /** A list with at least one entry. */
    NOT_EMPTY("'{what}' must have at least one entry."),
    /** Quantiles that rise. */
    QUANTILES_RISE("'quantiles' must ascend in probability and must not fall in hours, pair by pair."),
    /** A curve over rising hours. */
    CURVE_RISES("'{what}' must ascend in hours, point by point."),
    /** A hit selects by something. */
    SELECTOR("A hit must select by at least one of: of, sites, zones, kinds, tags, within."),
    /** The pattern of ids. */
    ID_PATTERN("'{value}' cannot be an id: lower-case letters, digits, dot, underscore and hyphen, starting with a"
            + " letter or digit. Put the readable name under 'name'."),
    /** One share a member. */
    SHARE_A_MEMBER("'shares' has {value} entries for {members} members of 'of'. Give one share a member."),
    /** An outage ends. */
    OUTAGE_LASTS("A hit has state outage, so the scenario must say how long it lasts, as in lasts: 8. Or use state"
            + " damaged."),
    /** A place has two coordinates or none. */
    BOTH_COORDINATES("A site has both 'lat' and 'lon', or neither. Add the missing one."),
    /** Ids are unique. */
    UNIQUE_ID("Id '{value}' of a {what} is already the id of a {other}; ids are unique in a model. Rename one.");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    /** The rule's word in kebab case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The English sentence with places {@code {name}} for facts. */
    public String sentence() {
        return sentence;
    }

    /** The English sentence with these facts in their places. */
    String filled(Map<String, String> facts) {
        String text = sentence;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return text;
    }
}
