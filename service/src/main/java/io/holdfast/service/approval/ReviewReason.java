package io.holdfast.service.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why what is approved must be looked at again.
 *
 * @param kind {@code expired}, {@code date}, {@code changed} (it is not what would be submitted now), {@code gone} (there is no
 *     such subject any more), or the kind of an event that a room has announced
 * @param about the day, or what the event was; null where there is nothing to say
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReviewReason(String kind, @Nullable String about) {

    /** The reasons that the approved version itself gives on a day; not whether its subject has changed. */
    static List<ReviewReason> of(Document document, Version approved, LocalDate today) {
        List<ReviewReason> reasons = new ArrayList<>();
        LocalDate until = approved.validUntil();
        if (until != null && until.isBefore(today)) {
            reasons.add(new ReviewReason("expired", until.toString()));
        } else if (!approved.reviewOn().isAfter(today)) {
            reasons.add(new ReviewReason("date", approved.reviewOn().toString()));
        }
        document.events().stream()
                .filter(event -> event.version() == approved.number())
                .map(event -> new ReviewReason(event.kind(), event.about()))
                .distinct()
                .forEach(reasons::add);
        return List.copyOf(reasons);
    }
}
