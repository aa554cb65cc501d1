package io.holdfast.service.sla.internal;

import io.holdfast.service.sla.Agreement;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a team or a supplier promises about an element in one measure.
 *
 * @param element what it is about
 * @param agreement the agreement that says so
 * @param whole whether the promise covers what the element needs to run
 * @param value a share of time, or hours
 * @param per the period that an availability is measured over
 */
public record Promise(Id element, Agreement agreement, boolean whole, double value, Period per) {

    /** What is compared. */
    public enum Measure {
        /** Share of time. */
        AVAILABILITY,
        /** Hours of the longest outage. */
        OUTAGE,
        /** Hours of lost data. */
        DATA;

        @Nullable
        Double of(Agreement agreement) {
            return switch (this) {
                case AVAILABILITY -> agreement.availability();
                case OUTAGE -> agreement.outageHours();
                case DATA -> agreement.rpoHours();
            };
        }

        private Comparator<Promise> strictestFirst() {
            Comparator<Promise> byValue = Comparator.comparingDouble(Promise::value);
            return this == AVAILABILITY ? byValue.reversed() : byValue;
        }
    }

    private static final Set<String> HOLD_DATA = Set.of("database", "storage");

    /**
     * The promise that holds for an element on a day: of the agreements in force with a team or supplier those that cover the
     * whole before those that cover the element alone, and of them the strictest.
     */
    static Optional<Promise> find(Id element, List<Agreement> agreements, Measure measure, LocalDate day) {
        return agreements.stream()
                .filter(each -> each.kind() != Agreement.Kind.SLA && each.isInForce(day))
                .flatMap(each -> Optional.ofNullable(measure.of(each)).stream()
                        .map(value ->
                                new Promise(element, each, each.covers() == Agreement.Covers.WHOLE, value, each.per())))
                .min(Comparator.comparing(Promise::whole).reversed().thenComparing(measure.strictestFirst()));
    }

    /** The promises of a measure that hold on a day, by element. */
    static Map<Id, Promise> all(Map<Id, List<Agreement>> agreements, Measure measure, LocalDate day) {
        return agreements.entrySet().stream()
                .flatMap(each -> find(each.getKey(), each.getValue(), measure, day).stream())
                .collect(java.util.stream.Collectors.toMap(Promise::element, each -> each));
    }

    /** Whether an element must promise something in a measure: all must serve, but only some hold data. */
    static boolean mustPromise(Element element, Measure measure) {
        return switch (measure) {
            case AVAILABILITY, OUTAGE -> true;
            case DATA ->
                HOLD_DATA.contains(element.kind())
                        || element.methods().stream().map(RecoveryMethod::data).anyMatch(data -> data != null);
        };
    }
}
