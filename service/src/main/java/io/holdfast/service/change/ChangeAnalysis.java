package io.holdfast.service.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes over time, month by month in the organisation's time.
 *
 * @param first the first month, such as {@code 2026-01}
 * @param last the last month
 * @param months every month from the first to the last
 * @param total the same of all months together
 * @param kinds how many of each kind were carried out, the most frequent first
 * @param repeated what was carried out more than once: the same kind on the same element
 * @param elements which elements were changed most
 * @param trends of the number carried out, of the share that failed, and of the share of emergencies, by {@code count},
 *     {@code failed} and {@code emergency}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChangeAnalysis(
        String first,
        String last,
        List<Month> months,
        Month total,
        List<OfKind> kinds,
        List<Repeated> repeated,
        List<OfElement> elements,
        Map<String, TrendView> trends) {

    /**
     * The changes of a month.
     *
     * @param month which, such as {@code 2026-01}; of the total the first and last with a slash between them
     * @param recorded how many were written down
     * @param carriedOut how many were over, by the day on which they ended
     * @param success of these, how many went as planned
     * @param partly how many were done in part
     * @param backedOut how many failed and were backed out
     * @param emergency how many came on the emergency route
     * @param highRisk how many were of high risk
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Month(
            String month,
            int recorded,
            int carriedOut,
            int success,
            int partly,
            int backedOut,
            int emergency,
            int highRisk) {}

    /**
     * The changes of a kind.
     *
     * @param carriedOut how many in the months
     * @param before how many in as many months before
     * @param failed how many of the former did not go as planned
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OfKind(ChangeKind kind, int carriedOut, int before, int failed) {}

    /** The same kind of change on the same element, more than once. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Repeated(ChangeKind kind, ElementRef element, int carriedOut, List<Long> changes) {}

    /** How often an element was changed, and how often that did not go as planned. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OfElement(ElementRef element, int carriedOut, int failed) {}

    /**
     * A trend.
     *
     * @param method how it is found
     * @param direction {@code too-few}, {@code none}, {@code rising} or {@code falling}
     * @param values how many months had a value
     * @param needed how many must have one before anything is said
     * @param p the chance of a trend at least as clear where there is none, or null
     * @param slope the change from month to month, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TrendView(
            String method,
            String direction,
            int values,
            int needed,
            @Nullable Double p,
            @Nullable Double slope) {}
}
