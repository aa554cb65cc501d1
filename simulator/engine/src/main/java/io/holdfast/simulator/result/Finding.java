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
        NOTHING_FAILS(Severity.WARNING),
        /** A drill names no type. */
        DRILL_NO_TYPE(Severity.ERROR),
        /** A drill's scope names no element. */
        DRILL_NO_SCOPE(Severity.ERROR),
        /** A drill plays a scenario and names none. */
        DRILL_NO_SCENARIO(Severity.ERROR),
        /** Nobody has to be called. */
        DRILL_NO_TEAM(Severity.ERROR),
        /** Nothing in scope can be restored. */
        DRILL_NO_STORE(Severity.ERROR),
        /** Nothing in scope can fail over. */
        DRILL_NO_FAILOVER(Severity.ERROR),
        /** A drill's plan lacks its purpose. */
        DRILL_PURPOSE_MISSING("drill-field-missing", Severity.WARNING),
        /** Its scenario is not described. */
        DRILL_SCENARIO_NOT_DESCRIBED("drill-field-missing", Severity.WARNING),
        /** It has no timing. */
        DRILL_TIMING_MISSING("drill-field-missing", Severity.WARNING),
        /** It has no steps. */
        DRILL_STEPS_MISSING("drill-field-missing", Severity.WARNING),
        /** It lists no resources. */
        DRILL_RESOURCES_MISSING("drill-field-missing", Severity.WARNING),
        /** It names nobody who takes part. */
        DRILL_PARTICIPANTS_MISSING("drill-field-missing", Severity.WARNING),
        /** It needs suppliers and does not say how to reach them. */
        DRILL_SUPPLIERS_MISSING("drill-field-missing", Severity.WARNING),
        /** It does not say how notification is simulated. */
        DRILL_NOTIFICATION_MISSING("drill-field-missing", Severity.WARNING),
        /** A step of a drill has no owner. */
        DRILL_STEP_WITHOUT_OWNER(Severity.WARNING),
        /** A team that has to be called has no contact. */
        TEAM_WITHOUT_CONTACT(Severity.WARNING),
        /** The one to call first has no deputy. */
        CONTACT_WITHOUT_DEPUTY(Severity.WARNING),
        /** Contacts are each other's deputies. */
        DEPUTIES_IN_A_CIRCLE(Severity.WARNING),
        /** A plan was reviewed more than a year ago. */
        PLAN_OUT_OF_DATE(Severity.WARNING),
        /** A document was reviewed more than a year ago. */
        DOCUMENT_OUT_OF_DATE(Severity.WARNING),
        /** Needs of an element were verified more than a year ago. */
        NEEDS_OUT_OF_DATE(Severity.WARNING),
        /** There are dates, and nobody said as of when to judge them. */
        DATES_NOT_JUDGED(Severity.INFO),
        /** An element is more likely to miss its target than to meet it. */
        TARGET_LIKELY_MISSED(Severity.WARNING),
        /** No method of an element can be as quick as its target. */
        METHOD_SLOWER_THAN_TARGET(Severity.WARNING),
        /** What an element needs states a later recovery than the element may have. */
        NEED_RECOVERS_LATER(Severity.WARNING),
        /** What an element needs states a greater loss of data than the element may have. */
        NEED_LOSES_MORE_DATA(Severity.WARNING),
        /** A standby or copy at another site is too near. */
        OFF_SITE_TOO_NEAR(Severity.WARNING),
        /** Data have fewer than three copies. */
        COPIES_TOO_FEW(Severity.WARNING),
        /** All copies of data are at one site. */
        NO_COPY_OFF_SITE(Severity.WARNING),
        /** What stands on a group of hosts restarts too slowly. */
        RESTART_TOO_SLOW(Severity.WARNING),
        /** More availability is promised than what it rests on promises together. */
        PROMISE_ABOVE_CHAIN(Severity.WARNING),
        /** Data of a store lie outside the organisation's country. */
        DATA_ABROAD(Severity.WARNING),
        /** An asset takes a service or process down by itself. */
        SINGLE_POINT_OF_FAILURE(Severity.WARNING),
        /** Nobody answers for an element. */
        NO_OWNER(Severity.WARNING),
        /** Needs of an element were verified more than a year ago; the register's own sentence. */
        VERIFIED_LONG_AGO(Severity.WARNING),
        /** A plan or document was reviewed more than a year ago; the register's own sentence. */
        REVIEW_OVERDUE(Severity.WARNING);

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
