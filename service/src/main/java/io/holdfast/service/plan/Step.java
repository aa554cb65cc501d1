package io.holdfast.service.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan: an element and the method that recovers it.
 *
 * @param number its number, from 1 through both phases
 * @param element what is recovered
 * @param kind the element's kind
 * @param method how
 * @param automatic whether it starts without people deciding
 * @param owner who answers for it, or null: a gap
 * @param crew who and what it takes
 * @param prerequisites what must be up before it starts
 * @param used the share of trials in which it was worked to success
 * @param start when the work began, hours after the event, over those trials
 * @param done when it ended
 * @param success the chance that the work succeeds, as the model states it
 * @param capacity the share of normal capacity that it then delivers
 * @param lastsEvidence set where it can be kept up only for a time, the evidence of that time
 * @param driving the share of trials in which the step lies on the driving path of the plan's element
 * @param otherwise the element's other methods, in order of preference
 * @param copy which data come back, or null where the method says nothing about data
 * @param evidence what the duration rests on
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Step(
        int number,
        Named element,
        String kind,
        MethodName method,
        boolean automatic,
        @Nullable Named owner,
        List<Crew> crew,
        List<Prerequisite> prerequisites,
        Chance used,
        Band start,
        Band done,
        double success,
        double capacity,
        @Nullable String lastsEvidence,
        double driving,
        List<Otherwise> otherwise,
        @Nullable Copy copy,
        Evidence evidence) {

    /**
     * Another method of the same element.
     *
     * @param method which
     * @param answers the states it answers, in the model's words
     * @param crew who and what it takes
     * @param used the share of trials in which it succeeded; null where it is not simulated
     * @param start when it began, or null where it never succeeded
     * @param done when it ended, or null
     * @param step its number where it is a step of its own, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Otherwise(
            MethodName method,
            List<String> answers,
            List<Crew> crew,
            @Nullable Chance used,
            @Nullable Band start,
            @Nullable Band done,
            @Nullable Integer step) {}

    /**
     * Which copy of the data a method brings back.
     *
     * @param kind {@code replica} or {@code backup}
     * @param everyHours hours between backups; null for a replica
     * @param usable the chance that a backup is usable; null for a replica
     * @param loss the age of the data that the element loses over all trials of the run, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Copy(
            String kind,
            @Nullable Double everyHours,
            @Nullable Double usable,
            @Nullable Band loss) {}

    /**
     * What a duration rests on.
     *
     * @param word measured, contract, expert or default; null where the model does not say
     * @param observations how many observations, or null
     * @param source a reference, or null
     * @param guess whether nobody has measured or promised it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Evidence(
            @Nullable String word,
            @Nullable Integer observations,
            @Nullable String source,
            boolean guess) {}
}
