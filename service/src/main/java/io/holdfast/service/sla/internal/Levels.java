package io.holdfast.service.sla.internal;

import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.CreditAnswer;
import io.holdfast.service.sla.MeasuredLevel;
import io.holdfast.service.sla.MeasuredLevel.Item;
import io.holdfast.service.sla.Measurement;
import io.holdfast.service.sla.Trend;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds what was measured against what is promised. */
public final class Levels {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final ZoneId zone;
    private final List<Measurement> measured;

    private Levels(ZoneId zone, List<Measurement> measured) {
        this.zone = zone;
        this.measured = measured;
    }

    /**
     * Those of an element: its SLA, then its OLAs and contracts, then what was measured of agreements that are gone.
     *
     * @param measured from the newest period
     */
    public static List<MeasuredLevel> of(
            Element element, List<Agreement> agreements, List<Measurement> measured, ZoneId zone) {
        Levels levels = new Levels(zone, measured);
        List<MeasuredLevel> found = new ArrayList<>();
        ServiceLevel level = element.serviceLevel();
        Double outage = agreements.stream()
                .filter(each -> each.kind() == Agreement.Kind.SLA)
                .findFirst()
                .map(Agreement::outageHours)
                .orElse(null);
        found.add(levels.of(
                "",
                level == null ? null : level.availability(),
                level == null ? Period.MONTH : level.per(),
                outage,
                level));
        for (Agreement each : agreements) {
            if (each.kind() != Agreement.Kind.SLA) {
                found.add(levels.of(each.id(), each.availability(), each.per(), each.outageHours(), null));
            }
        }
        measured.stream()
                .map(Measurement::agreement)
                .filter(id -> found.stream().noneMatch(each -> each.agreement().equals(id)))
                .distinct()
                .forEach(id -> found.add(levels.of(id, null, Period.MONTH, null, null)));
        return List.copyOf(found);
    }

    private MeasuredLevel of(
            String agreement,
            @Nullable Double target,
            Period per,
            @Nullable Double longestOutage,
            @Nullable ServiceLevel level) {
        List<Item> items = measured.stream()
                .filter(each -> each.agreement().equals(agreement))
                .map(each -> item(each, target, longestOutage, level))
                .toList();
        List<Item> judged = items.stream().filter(each -> each.met() != null).toList();
        return new MeasuredLevel(
                agreement,
                target,
                per.name().toLowerCase(Locale.ROOT),
                longestOutage,
                items,
                judged.size(),
                (int) judged.stream()
                        .filter(each -> Boolean.TRUE.equals(each.met()))
                        .count(),
                trend(items));
    }

    private Item item(
            Measurement each, @Nullable Double target, @Nullable Double longestOutage, @Nullable ServiceLevel level) {
        BigDecimal length = MeasuredPeriod.find(each.period()).orElseThrow().hours(zone);
        BigDecimal down = hours(each.downMinutes());
        List<BigDecimal> outages =
                each.outageMinutes().stream().map(Levels::hours).toList();
        CreditAnswer credit = level == null ? null : Credits.of(level, down, length, outages);
        Boolean met = null;
        if (target != null || longestOutage != null) {
            boolean share = target == null || !Credits.undercuts(down, length, target);
            boolean brief = longestOutage == null
                    || outages.stream().allMatch(one -> one.compareTo(BigDecimal.valueOf(longestOutage)) <= 0);
            met = share && brief;
        }
        return new Item(each, length.doubleValue(), 1 - down.doubleValue() / length.doubleValue(), met, credit);
    }

    private static BigDecimal hours(BigDecimal minutes) {
        return minutes.divide(MINUTES, MathContext.DECIMAL128);
    }

    private static Trend trend(List<Item> items) {
        int n = items.size();
        double[] at = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            Item each = items.get(n - 1 - i);
            MeasuredPeriod period =
                    MeasuredPeriod.find(each.measured().period()).orElseThrow();
            at[i] = period.start().toEpochDay() / days(period);
            values[i] = each.availability();
        }
        return Trends.of(at, values);
    }

    /** Days of a usual period, so that the slope is one from period to period also where some are left out. */
    private static double days(MeasuredPeriod period) {
        return switch (period.kind()) {
            case MONTH -> 365.2425 / 12;
            case QUARTER -> 365.2425 / 4;
            case YEAR -> 365.2425;
        };
    }
}
