package io.holdfast.service.learning.internal;

import io.holdfast.service.drillplan.ApprovedPlan;
import io.holdfast.service.drillplan.EndedHow;
import io.holdfast.service.drillplan.Prediction;
import io.holdfast.service.drillrun.RunState;
import io.holdfast.service.learning.DrillForecast;
import io.holdfast.simulator.learning.Coverage;
import io.holdfast.simulator.learning.ObservedDuration;
import io.holdfast.simulator.learning.PastPrediction;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bands that were frozen when a drill was approved, against what came. Pure. */
public final class DrillBands {

    /** The band that people are told: from p10 to p90. */
    private static final double SPOKEN = 0.8;

    private static final double HOUR = Duration.ofHours(1).toMillis();

    private final String number;
    private final ApprovedPlan approved;
    private final LocalDate on;
    private final List<DrillForecast> found = new ArrayList<>();

    private DrillBands(String number, ApprovedPlan approved, LocalDate on) {
        this.number = number;
        this.approved = approved;
        this.on = on;
    }

    /**
     * Of a drill that is over: of itself and of each element of which a recovery was predicted; empty where nothing was predicted of it.
     *
     * @param on the day on which it ended
     */
    public static List<DrillForecast> of(
            String number, ApprovedPlan approved, RunState run, LocalDate on, OwnerNames names) {
        DrillBands bands = new DrillBands(number, approved, on);
        Optional<Prediction.ByType> predicted =
                Optional.ofNullable(approved.prediction()).flatMap(Prediction::findGravest);
        Instant begin = run.startedAt();
        Instant end = run.endedAt();
        if (predicted.isPresent() && begin != null && end != null) {
            boolean completed = EndedHow.COMPLETED.word().equals(run.endedHow());
            double whole = Duration.between(begin, end).toMillis() / HOUR;
            bands.add(null, Map.of(), predicted.get().duration(), whole, completed);
            for (Prediction.ElementBand element : predicted.get().elements()) {
                Double hours = run.elements().stream()
                        .filter(each -> each.element().equals(element.element()))
                        .findFirst()
                        .map(RunState.ElementBack::rtaHours)
                        .orElse(null);
                bands.add(
                        element.element(),
                        names.of(Id.of(element.element())),
                        element.recovery(),
                        hours == null ? whole : hours,
                        hours != null);
            }
        }
        return bands.found;
    }

    private void add(
            @Nullable String subject,
            Map<String, String> names,
            Prediction.@Nullable Band band,
            double hours,
            boolean finished) {
        Double p10 = band == null ? null : band.p10();
        if (band != null && p10 != null && hours > 0) {
            found.add(new DrillForecast(
                    approved.plan(),
                    number,
                    approved.content().title(),
                    on,
                    subject,
                    names,
                    p10,
                    band.p50(),
                    band.p90(),
                    hours,
                    finished,
                    band.holds(hours)));
        }
    }

    /**
     * How many fell inside the 80 % band. What was broken off counts as outside where the band had passed by then: nobody knows of the
     * rest, and it is left out, as are bands without an upper end.
     */
    public static Coverage.Band coverage(List<DrillForecast> forecasts) {
        List<PastPrediction> predictions =
                forecasts.stream().map(DrillBands::prediction).toList();
        return Coverage.of(predictions).bands().stream()
                .filter(each -> each.promised() == SPOKEN)
                .findFirst()
                .orElseThrow();
    }

    private static PastPrediction prediction(DrillForecast forecast) {
        List<Distribution.Quantiles.Point> points = Stream.of(
                        point(0.1, forecast.p10()), point(0.5, forecast.p50()), point(0.9, forecast.p90()))
                .flatMap(Optional::stream)
                .toList();
        return new PastPrediction(
                new Distribution.Quantiles(points),
                new ObservedDuration(
                        forecast.hours(), ObservedDuration.Kind.DRILL, forecast.finished() || isPast(forecast)));
    }

    private static boolean isPast(DrillForecast forecast) {
        Double p90 = forecast.p90();
        return p90 != null && forecast.hours() > p90;
    }

    private static Optional<Distribution.Quantiles.Point> point(double probability, @Nullable Double hours) {
        return hours == null ? Optional.empty() : Optional.of(new Distribution.Quantiles.Point(probability, hours));
    }
}
