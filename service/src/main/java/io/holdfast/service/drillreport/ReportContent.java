package io.holdfast.service.drillreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.holdfast.service.action.ActionCategory;
import io.holdfast.service.action.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What people add to a report; texts are empty and lists are empty where nothing is said.
 *
 * @param result how it came out where people say something else than is proposed; null for what is proposed
 * @param resultReason why something else
 * @param summary what happened, in a few sentences
 * @param integrity whether the data were whole afterwards
 * @param integrityText how that was checked
 * @param dataAges how old the restored data were where the drill did not measure it
 * @param operations the effect on operations (row B12)
 * @param assets the effect on assets
 * @param people the effect on people
 * @param findings weak points
 * @param lessons what went well and what was learnt
 * @param recommendations what is recommended
 * @param planChanges what changes in plans
 * @param retestOn when it is drilled again, or null
 * @param attendees who took part, and how they did (row D16)
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportContent(
        @Nullable Result result,
        String resultReason,
        String summary,
        Integrity integrity,
        String integrityText,
        List<DataAge> dataAges,
        String operations,
        String assets,
        String people,
        List<Finding> findings,
        String lessons,
        String recommendations,
        String planChanges,
        @Nullable LocalDate retestOn,
        List<Attendee> attendees) {

    /** Nothing was added yet. */
    public static final ReportContent EMPTY = new ReportContent(
            null, "", "", Integrity.NOT_CHECKED, "", List.of(), "", "", "", List.of(), "", "", "", null, List.of());

    /** Copies the lists. */
    public ReportContent {
        dataAges = List.copyOf(dataAges);
        findings = List.copyOf(findings);
        attendees = List.copyOf(attendees);
    }

    /** Whether the data were whole. */
    public enum Integrity {
        /** Nobody has looked, or there were no data. */
        @JsonProperty("not-checked")
        NOT_CHECKED,
        /** They were. */
        @JsonProperty("whole")
        WHOLE,
        /** They were not. */
        @JsonProperty("damaged")
        DAMAGED;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How somebody did. */
    public enum Assessment {
        /** Nobody has judged. */
        @JsonProperty("not-assessed")
        NOT_ASSESSED,
        /** They knew what to do. */
        @JsonProperty("able")
        ABLE,
        /** They need training. */
        @JsonProperty("needs-training")
        NEEDS_TRAINING;

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How old the data of an element were when it was back, in hours. */
    public record DataAge(String element, double hours) {}

    /**
     * A weak point.
     *
     * @param id unique in the report; made by whoever writes it
     * @param title what it is
     * @param severity how grave
     * @param category what has to change
     * @param element which element, or null
     * @param text what was seen
     * @param action the number of the action that it became, or null; only {@link DrillReports#raise} sets it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(
            String id,
            String title,
            Severity severity,
            ActionCategory category,
            @Nullable String element,
            String text,
            @Nullable Long action) {

        /** The same as an action. */
        public Finding withAction(@Nullable Long number) {
            return new Finding(id, title, severity, category, element, text, number);
        }
    }

    /**
     * Somebody who took part, or should have.
     *
     * @param person their name
     * @param present whether they were there; null for what was marked while it ran
     * @param assessment how they did
     * @param note what else there is to say
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Attendee(String person, @Nullable Boolean present, Assessment assessment, String note) {}

    /** The same with other findings. */
    public ReportContent withFindings(List<Finding> others) {
        return new ReportContent(
                result,
                resultReason,
                summary,
                integrity,
                integrityText,
                dataAges,
                operations,
                assets,
                people,
                others,
                lessons,
                recommendations,
                planChanges,
                retestOn,
                attendees);
    }
}
