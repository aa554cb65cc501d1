package io.holdfast.service.checklist.internal;

import io.holdfast.service.checklist.Answer;
import io.holdfast.service.checklist.AnswerState;
import io.holdfast.service.checklist.Score;
import io.holdfast.service.checklist.Strength;
import io.holdfast.service.checklist.Template;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Works out how a checklist stands. */
public final class Scoring {

    private Scoring() {}

    /**
     * The score of a checklist.
     *
     * @param items what is asked
     * @param answers what was answered, by item
     * @param collected when the evidence that answers name was taken, by its number; what was deleted is left out
     */
    public static Score of(
            List<Template.Item> items, Map<String, Answer> answers, Map<Long, LocalDate> collected, LocalDate today) {
        Map<AnswerState, Integer> counts = new EnumMap<>(AnswerState.class);
        int open = 0;
        int overdue = 0;
        int stale = 0;
        int bare = 0;
        int shallMet = 0;
        int shallAsked = 0;
        for (Template.Item item : items) {
            Answer answer = answers.get(item.number());
            boolean shall = item.strength() == Strength.SHALL;
            if (answer == null) {
                open++;
                shallAsked += shall ? 1 : 0;
                continue;
            }
            counts.merge(answer.state(), 1, Integer::sum);
            shallAsked += shall && answer.state() != AnswerState.NOT_APPLICABLE ? 1 : 0;
            shallMet += shall && answer.state() == AnswerState.MET ? 1 : 0;
            overdue += isOverdue(answer, today) ? 1 : 0;
            stale += isStale(item, answer, collected, today) ? 1 : 0;
            bare += isBare(answer) ? 1 : 0;
        }
        int met = counts.getOrDefault(AnswerState.MET, 0);
        int away = counts.getOrDefault(AnswerState.NOT_APPLICABLE, 0);
        int of = items.size() - away;
        return new Score(
                items.size(),
                met,
                counts.getOrDefault(AnswerState.PARTLY, 0),
                counts.getOrDefault(AnswerState.NOT_MET, 0),
                away,
                open,
                of == 0 ? null : (double) met / of,
                shallMet,
                shallAsked,
                overdue,
                stale,
                bare);
    }

    /** Whether somebody should have looked again. */
    public static boolean isOverdue(Answer answer, LocalDate today) {
        return answer.nextCheck() != null && answer.nextCheck().isBefore(today);
    }

    /** Whether everything that an answer rests on is older than the interval of its item, or gone. */
    public static boolean isStale(Template.Item item, Answer answer, Map<Long, LocalDate> collected, LocalDate today) {
        LocalDate oldest = today.minusMonths(item.everyMonths());
        return !answer.evidence().isEmpty()
                && answer.evidence().stream().noneMatch(each -> {
                    LocalDate day = collected.get(each);
                    return day != null && !day.isBefore(oldest);
                });
    }

    /** Whether something is said to be so, and nothing shows it. */
    public static boolean isBare(Answer answer) {
        return answer.evidence().isEmpty()
                && (answer.state() == AnswerState.MET || answer.state() == AnswerState.PARTLY);
    }
}
