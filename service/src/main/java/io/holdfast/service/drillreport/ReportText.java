package io.holdfast.service.drillreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * A report as people read and approve it, in one language; texts are empty where nothing is said. Times are the organisation's.
 *
 * @param organisation whose it is
 * @param number how the drill is named, such as {@code D-12}
 * @param title what people call it
 * @param types its types, announced or not, and its form
 * @param purpose what for
 * @param objectives what was to be shown
 * @param scenario what was supposed to have happened
 * @param planVersion which version of its plan held, who approved that and when
 * @param period from when until when
 * @param ended how it ended
 * @param result how it came out
 * @param resultWhy why
 * @param summary what happened
 * @param duration how long it took beside what was planned and predicted
 * @param steps what was done
 * @param recovered what was brought back
 * @param criteria by what it is judged
 * @param notified who was told when
 * @param injects what participants were told, and what they did
 * @param played possible days that were played, an element each; none in one that was submitted before they were told
 * @param deviations what went otherwise than planned
 * @param integrity whether the data were whole, and how that was checked
 * @param operations the effect on operations
 * @param assets the effect on assets
 * @param people the effect on people
 * @param findings weak points with what is done about them
 * @param lessons what was learnt
 * @param recommendations what is recommended
 * @param planChanges what changes in plans
 * @param retestOn when it is drilled again
 * @param attendance who took part, and how they did
 * @param evidence files with their SHA-256
 * @param keptUntil until when all this is kept
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportText(
        String organisation,
        String number,
        String title,
        String types,
        String purpose,
        String objectives,
        String scenario,
        String planVersion,
        String period,
        String ended,
        String result,
        List<String> resultWhy,
        String summary,
        Compared duration,
        List<StepText> steps,
        List<RecoveredText> recovered,
        List<CriterionText> criteria,
        List<NotifiedText> notified,
        List<InjectText> injects,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<PlayedText> played,
        List<String> deviations,
        String integrity,
        String operations,
        String assets,
        String people,
        List<FindingText> findings,
        String lessons,
        String recommendations,
        String planChanges,
        String retestOn,
        List<AttendeeText> attendance,
        List<FileText> evidence,
        String keptUntil) {

    /** Copies the lists. */
    public ReportText {
        resultWhy = List.copyOf(resultWhy);
        steps = List.copyOf(steps);
        recovered = List.copyOf(recovered);
        criteria = List.copyOf(criteria);
        notified = List.copyOf(notified);
        injects = List.copyOf(injects);
        played = List.copyOf(played);
        deviations = List.copyOf(deviations);
        findings = List.copyOf(findings);
        attendance = List.copyOf(attendance);
        evidence = List.copyOf(evidence);
    }

    /** Planned or aimed at, predicted, actual, and what that means. */
    public record Compared(String planned, String predicted, String actual, String verdict) {}

    /** A step. */
    public record StepText(String name, String role, String planned, String actual, String outcome) {}

    /** An element: recovery time and age of data. */
    public record RecoveredText(String name, Compared recovery, Compared dataAge) {}

    /** A criterion. */
    public record CriterionText(String name, String chance, String measured, String verdict) {}

    /** A notification. */
    public record NotifiedText(String name, String channel, String deadline, String after) {}

    /** An inject. */
    public record InjectText(String name, String planned, String delivered, String answer) {}

    /** What came of an element on a possible day that was played: as people decided, without decisions, on a lucky to an unlucky day. */
    public record PlayedText(
            String name, String element, String planned, String asDecided, String undecided, String between) {}

    /** A weak point. */
    public record FindingText(
            String name, String severity, String category, String element, String text, String action) {}

    /** Somebody who took part. */
    public record AttendeeText(String name, String role, String signedIn, String assessment, String note) {}

    /** A file. */
    public record FileText(String name, String taken, String sha256) {}
}
