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
        Period usual = levels.usual("");
        Double outage = agreements.stream()
                .filter(each -> each.kind() == Agreement.Kind.SLA)
                .findFirst()
                .map(Agreement::outageHours)
                .orElse(null);
        found.add(levels.of(
                "", level == null ? null : level.availability(), level == null ? usual : level.per(), outage, level));
        for (Agreement each : agreements) {
            if (each.kind() != Agreement.Kind.SLA) {
                found.add(levels.of(each.id(), each.availability(), each.per(), each.outageHours(), null));
            }
        }
        measured.stream()
                .map(Measurement::agreement)
                .filter(id -> found.stream().noneMatch(each -> each.agreement().equals(id)))
                .distinct()
                .forEach(id -> found.add(levels.of(id, null, levels.usual(id), null, null)));
        return List.copyOf(found);
    }

    /** The kind of the newest period of an agreement, for one that says nothing of it; a month where nothing was measured. */
    private Period usual(String agreement) {
        return measured.stream()
                .filter(each -> each.agreement().equals(agreement))
                .findFirst()
                .map(each -> period(each).kind())
                .orElse(Period.MONTH);
    }

    private static MeasuredPeriod period(Measurement each) {
        return MeasuredPeriod.find(each.period()).orElseThrow();
    }

    private MeasuredLevel of(
            String agreement,
            @Nullable Double target,
            Period per,
            @Nullable Double longestOutage,
            @Nullable ServiceLevel level) {
        List<Item> items = measured.stream()
                .filter(each -> each.agreement().equals(agreement))
                .map(each -> period(each).kind() == per
                        ? item(each, target, longestOutage, level)
                        : item(each, null, null, null))
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
                trend(items.stream()
                        .filter(each -> period(each.measured()).kind() == per)
                        .toList()));
    }

    private Item item(
            Measurement each, @Nullable Double target, @Nullable Double longestOutage, @Nullable ServiceLevel level) {
        BigDecimal length = period(each).hours(zone);
        BigDecimal down = hours(each.downMinutes());
        List<BigDecimal> outages =
                each.outageMinutes().stream().map(Levels::hours).toList();
        CreditAnswer credit = level == null ? null : Credits.of(level, down, length, outages);
        Boolean share = target == null ? null : Boolean.valueOf(!Credits.undercuts(down, length, target));
        Boolean met = longestOutage == null ? share : met(share, down, outages, BigDecimal.valueOf(longestOutage));
        return new Item(each, length.doubleValue(), 1 - down.doubleValue() / length.doubleValue(), met, credit);
    }

    /** What is down beyond the outages that were told may have been one outage: where that would be too long, nobody can say. */
    private static @Nullable Boolean met(
            @Nullable Boolean share, BigDecimal down, List<BigDecimal> outages, BigDecimal longest) {
        if (Boolean.FALSE.equals(share) || outages.stream().anyMatch(one -> one.compareTo(longest) > 0)) {
            return false;
        }
        BigDecimal told = outages.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal untold = down.subtract(told, MathContext.DECIMAL64);
        return untold.compareTo(longest) > 0 ? null : Boolean.TRUE;
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
            MeasuredPeriod period = period(each.measured());
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
