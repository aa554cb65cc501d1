package io.holdfast.service.drillplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a drill plan says. Texts are empty and lists are empty where nothing is said. Times are the organisation's. Source: rows D3
 * to D8, D10, D11, D15 of the guideline's list; DORA's technical standard 2024/1774, article 25.
 *
 * @param title what people call it
 * @param unit the unit that it belongs to, or null
 * @param year the year whose schedule it counts for
 * @param types one or several of {@code desktop}, {@code data-recovery}, {@code scenario}, {@code live-failover}, each once
 * @param announced whether the participants know the day
 * @param category whether systems or people are drilled
 * @param form the way in which it is held (row D11)
 * @param scenario the scenario of the register that it plays, or null
 * @param scope the elements that are drilled, by id
 * @param purpose what for
 * @param scenarioText what is supposed to have happened
 * @param timing when; null while it is not said, and of an unannounced drill
 * @param window within which days an unannounced drill lies; null while it is not said, and of an announced drill
 * @param steps what is done, in order
 * @param resources what is needed
 * @param participants who takes part
 * @param suppliers whom to call at suppliers
 * @param noSuppliersReason why there is nobody to call
 * @param notifications who would be told what; never sent to the outside
 * @param objectives what shall be shown
 * @param successCriteria by what it is judged
 * @param stopCriteria when it is broken off
 * @param rollback how to go back
 * @param injects what participants are told while it runs
 * @param desktopOnlyReason why nothing but a desktop exercise is possible
 * @param claims what it claims to be, in the words of DORA's technical standard
 * @param template the key of the template that it was made from, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanContent(
        String title,
        @Nullable String unit,
        int year,
        List<String> types,
        boolean announced,
        Category category,
        Form form,
        @Nullable String scenario,
        List<String> scope,
        String purpose,
        String scenarioText,
        @Nullable Timing timing,
        @Nullable Window window,
        List<Step> steps,
        List<String> resources,
        List<Participant> participants,
        List<Supplier> suppliers,
        String noSuppliersReason,
        List<Notification> notifications,
        String objectives,
        List<SuccessCriterion> successCriteria,
        List<StopCriterion> stopCriteria,
        String rollback,
        List<Inject> injects,
        String desktopOnlyReason,
        Claims claims,
        @Nullable String template) {

    /** Copies the lists. */
    public PlanContent {
        types = List.copyOf(types);
        scope = List.copyOf(scope);
        steps = List.copyOf(steps);
        resources = List.copyOf(resources);
        participants = List.copyOf(participants);
        suppliers = List.copyOf(suppliers);
        notifications = List.copyOf(notifications);
        successCriteria = List.copyOf(successCriteria);
        stopCriteria = List.copyOf(stopCriteria);
        injects = List.copyOf(injects);
    }

    /** Minutes that it is planned to last; 0 while nothing is said. */
    public int plannedMinutes() {
        return timing != null ? timing.minutes() : window != null ? window.minutes() : 0;
    }

    /** Who is drilled. */
    public enum Category {
        /** Systems and those who run them. */
        @JsonProperty("technical")
        TECHNICAL,
        /** People's conduct, such as with social engineering (row D15). */
        @JsonProperty("people")
        PEOPLE;

        /** The word of the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The ways in which a drill is held (row D11). */
    public enum Form {
        /** A visit of the place (實地考察). */
        @JsonProperty("walk-through")
        WALK_THROUGH,
        /** Talking it through (沙盤推演). */
        @JsonProperty("tabletop")
        TABLETOP,
        /** Going through a checklist (查檢表). */
        @JsonProperty("checklist")
        CHECKLIST,
        /** A simulation beside production (模擬-平行). */
        @JsonProperty("simulation-parallel")
        SIMULATION_PARALLEL,
        /** A simulation that interrupts production (模擬-完全中斷). */
        @JsonProperty("simulation-full-interruption")
        SIMULATION_FULL_INTERRUPTION,
        /** All of it together (綜合演練). */
        @JsonProperty("comprehensive")
        COMPREHENSIVE;

        /** The word of the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * When an announced drill takes place.
     *
     * @param date the day
     * @param start when it begins
     * @param minutes how long it is planned to last, from 1
     */
    public record Timing(LocalDate date, LocalTime start, int minutes) {}

    /**
     * Within which an unannounced drill lies.
     *
     * @param from the first day
     * @param to the last day
     * @param earliest it begins at this hour at the earliest
     * @param latest it begins at this hour at the latest
     * @param minutes how long it is planned to last, from 1
     */
    public record Window(LocalDate from, LocalDate to, LocalTime earliest, LocalTime latest, int minutes) {}

    /** For what a step is meant. */
    public enum Use {
        /** In the drill only. */
        @JsonProperty("exercise")
        EXERCISE,
        /** In a real case only: read in the drill, not done. */
        @JsonProperty("real")
        REAL,
        /** In both. */
        @JsonProperty("both")
        BOTH
    }

    /**
     * Something that is done.
     *
     * @param id unique in the plan
     * @param title what
     * @param text how
     * @param role the team or person that does it
     * @param plannedMinutes how long it is planned to take, or null
     * @param element the element whose recovery method it carries out, or null
     * @param method which of the element's methods: its id, else its word, as inputs of learning name it; or null
     * @param use for what it is meant
     * @param ends the element that is back when it is done, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Step(
            String id,
            String title,
            String text,
            String role,
            @Nullable Integer plannedMinutes,
            @Nullable String element,
            @Nullable String method,
            Use use,
            @Nullable String ends) {}

    /** What people are in a drill. */
    public enum Role {
        /** Answers for it, and may stop it. */
        @JsonProperty("leader")
        LEADER,
        /** Delivers the injects. */
        @JsonProperty("controller")
        CONTROLLER,
        /** Judges it. */
        @JsonProperty("evaluator")
        EVALUATOR,
        /** Does it. */
        @JsonProperty("participant")
        PARTICIPANT,
        /** Watches. */
        @JsonProperty("observer")
        OBSERVER;

        /** The word of the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Somebody who takes part.
     *
     * @param team the unit or team
     * @param person the name
     * @param account the sign-in name, or null; needed where the person knows the day of an unannounced drill
     * @param role what they are in it
     * @param contact how to reach them
     * @param knows whether they may know the day of an unannounced drill before it begins
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Participant(
            String team, String person, @Nullable String account, Role role, String contact, boolean knows) {

        /** What they are called: the person, else the team. */
        public String name() {
            return person.isEmpty() ? team : person;
        }
    }

    /**
     * Whom to call at a supplier.
     *
     * @param element the supplier or its product in the register, or null
     * @param name the company
     * @param contact the person
     * @param phone how to reach them
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Supplier(@Nullable String element, String name, String contact, String phone) {}

    /**
     * A notification that is acted out.
     *
     * @param id unique in the plan
     * @param to who would be told
     * @param channel how
     * @param withinMinutes within how long after the start, or null
     * @param text what
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Notification(
            String id, String to, String channel, @Nullable Integer withinMinutes, String text) {}

    /** What a criterion asks for; all but the last are those of the model's own drills. */
    public enum Kind {
        /** Back within a time: the hours given, else the element's RTO. */
        @JsonProperty("within-rto")
        WITHIN_RTO,
        /** The data lost are no older than the hours given, else the element's RPO. */
        @JsonProperty("within-rpo")
        WITHIN_RPO,
        /** Nothing is rolled back. */
        @JsonProperty("no-rollback")
        NO_ROLLBACK,
        /** The standby carries the demand. */
        @JsonProperty("enough-headroom")
        ENOUGH_HEADROOM,
        /** People judge it. */
        @JsonProperty("judged")
        JUDGED;

        /** The word of the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * By what a drill is judged.
     *
     * @param id unique in the plan
     * @param text what is asked for
     * @param kind what it is measured by
     * @param element whom it is about, or null for the drill
     * @param hours the time that it sets, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record SuccessCriterion(
            String id,
            String text,
            Kind kind,
            @Nullable String element,
            @Nullable Double hours) {}

    /**
     * When a drill is broken off.
     *
     * @param id unique in the plan
     * @param text when
     * @param measure what is measured, or null where people judge it
     * @param unit in which unit, or null
     * @param limit the value past which it stops, or null
     * @param atLeast whether values below the limit stop it; else those above
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record StopCriterion(
            String id,
            String text,
            @Nullable String measure,
            @Nullable String unit,
            @Nullable Double limit,
            boolean atLeast) {

        /** Whether a measured value stops the drill; never where there is no limit. */
        public boolean isPast(double value) {
            return limit != null && (atLeast ? value < limit : value > limit);
        }
    }

    /**
     * What participants are told while a drill runs.
     *
     * @param id unique in the plan
     * @param atMinutes minutes after the start
     * @param title what it is
     * @param text what they are told
     * @param to who is told
     * @param expected what they are expected to do
     */
    public record Inject(String id, int atMinutes, String title, String text, String to, String expected) {}

    /**
     * What a plan claims to be. Source: DORA's technical standard 2024/1774, article 25(2); DORA, article 24(4).
     *
     * @param severePlausible the scenario is severe but plausible
     * @param thirdParties suppliers are part of it
     * @param switchover production is switched to the standby
     * @param challengesAssumptions it challenges what the plans assume
     * @param testersIndependent who judges has not built it
     */
    public record Claims(
            boolean severePlausible,
            boolean thirdParties,
            boolean switchover,
            boolean challengesAssumptions,
            boolean testersIndependent) {

        /** None. */
        public static final Claims NONE = new Claims(false, false, false, false, false);
    }
}
