package io.holdfast.service.approval.internal;

import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Wish;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * To which day a version holds, and when it is looked at again: after a year at the latest (row B17).
 *
 * @param until the last day; null until another version is approved
 * @param reviewOn the day of the review
 */
public record Validity(@Nullable LocalDate until, LocalDate reviewOn) {

    /** What follows from a draft and what somebody wants; throws {@code bad-validity}. */
    public static Validity of(Draft draft, Wish wish) {
        LocalDate from = draft.validFrom();
        LocalDate most = draft.validUntil();
        LocalDate until = wish.validUntil() == null ? most : wish.validUntil();
        LocalDate last = earlier(from.plusYears(1), until);
        LocalDate reviewOn = wish.reviewOn() == null ? last : wish.reviewOn();
        boolean fits = !reviewOn.isBefore(from)
                && !reviewOn.isAfter(last)
                && (until == null || !until.isBefore(from))
                && (until == null || most == null || !until.isAfter(most));
        if (!fits) {
            throw Refusals.days(from, from.plusYears(1), most == null ? from.plusYears(100) : most);
        }
        return new Validity(until, reviewOn);
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
