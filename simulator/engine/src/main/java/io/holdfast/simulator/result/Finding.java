package io.holdfast.simulator.result;

import io.holdfast.simulator.model.Id;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something about the model or the run that a person should know. Its sentence, which names the thing, the value, the rule and
 * a way out, is made from kind and facts in the language of the reader.
 *
 * @param kind what was found
 * @param elements the elements (or scenarios) it is about, in a telling order
 * @param facts what fills the places of the sentence, by name, in a fixed order
 */
public record Finding(Kind kind, List<Id> elements, Map<String, String> facts) {

    /** How much a finding matters. */
    public enum Severity {
        /** Worth knowing. */
        INFO,
        /** The numbers may mislead. */
        WARNING,
        /** The model contradicts itself. */
        ERROR
    }

    /** What can be found. Several kinds may share a code where they differ only in what is concerned. */
    public enum Kind {
        /** Recoveries that wait for each other for ever. */
        RECOVERY_DEADLOCK(Severity.ERROR),
        /** The same, found before any run. */
        RECOVERY_DEADLOCK_AHEAD("recovery-deadlock", Severity.ERROR),
        /** Elements that need each other to run. */
        MUTUAL_DEPENDENCY(Severity.INFO),
        /** A pool with a minimum on a cycle of needs. */
        POOL_ON_CYCLE(Severity.WARNING),
        /** RTO and work recovery exceed the MTPD. */
        TARGETS_CONTRADICT(Severity.ERROR),
        /** A key that is not part of the format, close to one that is. */
        UNKNOWN_KEY(Severity.WARNING),
        /** A process without RTO. */
        NO_TARGET(Severity.WARNING),
        /** An entry of hits that selects no element. */
        HIT_SELECTS_NOTHING(Severity.WARNING),
        /** An element without a method that answers a state that it can be in. */
        NEVER_RECOVERED(Severity.WARNING),
        /** Elements that fail by themselves and have no method that answers the damage. */
        FAILS_FOR_GOOD(Severity.WARNING),
        /** Scenarios without a frequency, which a year leaves out. */
        NO_FREQUENCY(Severity.INFO),
        /** Elements in a common-cause group that never fail by themselves. */
        COMMON_CAUSE_WITHOUT_FAILURE(Severity.WARNING),
        /** A year in which nothing can happen. */
        NOTHING_FAILS(Severity.WARNING);

        private final String code;
        private final Severity severity;

        Kind(Severity severity) {
            this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
            this.severity = severity;
        }

        Kind(String code, Severity severity) {
            this.code = code;
            this.severity = severity;
        }

        /** The stable code in kebab case. */
        public String code() {
            return code;
        }

        /** How much it matters. */
        public Severity severity() {
            return severity;
        }
    }

    /** Copies the collections. */
    public Finding {
        elements = List.copyOf(elements);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Stable code in kebab case, such as {@code recovery-deadlock}. */
    public String code() {
        return kind.code();
    }

    /** How much it matters. */
    public Severity severity() {
        return kind.severity();
    }
}
