package io.holdfast.service.change.internal;

import io.holdfast.service.change.Change;
import io.holdfast.service.change.ChangeAnalysis;
import io.holdfast.service.change.ChangeAnalysis.Month;
import io.holdfast.service.change.ChangeKind;
import io.holdfast.service.change.ElementRef;
import io.holdfast.service.change.Execution;
import io.holdfast.service.change.Outcome;
import io.holdfast.service.change.Risk;
import io.holdfast.service.change.Route;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Counts changes over months. A change counts in the month in which it ended; one that is not over only as recorded. */
public final class Analysing {

    private static final int MOST_LINES = 20;
    private static final String METHOD = "mann-kendall";

    private final List<Change> changes;
    private final ZoneId zone;
    private final Function<String, ElementRef> elements;

    private Analysing(List<Change> changes, ZoneId zone, Function<String, ElementRef> elements) {
        this.changes = List.copyOf(changes);
        this.zone = zone;
        this.elements = elements;
    }

    /** What became of changes in the months from the first to the last. */
    public static ChangeAnalysis of(
            List<Change> changes, YearMonth first, YearMonth last, ZoneId zone, Function<String, ElementRef> elements) {
        return new Analysing(changes, zone, elements).of(first, last);
    }

    private ChangeAnalysis of(YearMonth first, YearMonth last) {
        long length = first.until(last, java.time.temporal.ChronoUnit.MONTHS) + 1;
        List<Month> months = LongStream.range(0, length)
                .mapToObj(first::plusMonths)
                .map(month -> month(month.toString(), month, month))
                .toList();
        List<Change> done = done(first, last);
        return new ChangeAnalysis(
                first.toString(),
                last.toString(),
                months,
                month(first + "/" + last, first, last),
                kinds(done, done(first.minusMonths(length), first.minusMonths(1))),
                repeated(done),
                mostChanged(done),
                trends(months));
    }

    private static boolean isWithin(YearMonth month, YearMonth first, YearMonth last) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    private List<Change> done(YearMonth first, YearMonth last) {
        return changes.stream().filter(change -> isDone(change, first, last)).toList();
    }

    private static boolean isDone(Change change, YearMonth first, YearMonth last) {
        Execution execution = change.execution();
        return execution != null && isWithin(YearMonth.from(execution.endedAt()), first, last);
    }

    private Month month(String name, YearMonth first, YearMonth last) {
        List<Change> done = done(first, last);
        return new Month(
                name,
                (int) changes.stream()
                        .filter(each -> isWithin(YearMonth.from(each.createdAt().atZone(zone)), first, last))
                        .count(),
                done.size(),
                count(done, Outcome.SUCCESS),
                count(done, Outcome.PARTLY),
                count(done, Outcome.BACKED_OUT),
                (int) done.stream()
                        .filter(each -> each.proposal().route() == Route.EMERGENCY)
                        .count(),
                (int) done.stream()
                        .filter(each -> each.proposal().risk() == Risk.HIGH)
                        .count());
    }

    private static int count(List<Change> done, Outcome outcome) {
        return (int) done.stream().filter(each -> outcome(each) == outcome).count();
    }

    private static Outcome outcome(Change change) {
        Execution execution = change.execution();
        if (execution == null) {
            throw new IllegalArgumentException("Change " + change.id() + " was not carried out");
        }
        return execution.outcome();
    }

    private static int failed(List<Change> done) {
        return (int)
                done.stream().filter(each -> outcome(each) != Outcome.SUCCESS).count();
    }

    private static List<ChangeAnalysis.OfKind> kinds(List<Change> done, List<Change> before) {
        return Arrays.stream(ChangeKind.values())
                .map(kind -> new ChangeAnalysis.OfKind(
                        kind, of(kind, done).size(), of(kind, before).size(), failed(of(kind, done))))
                .filter(each -> each.carriedOut() + each.before() > 0)
                .sorted(Comparator.comparingInt(ChangeAnalysis.OfKind::carriedOut)
                        .reversed())
                .toList();
    }

    private static List<Change> of(ChangeKind kind, List<Change> changes) {
        return changes.stream().filter(each -> each.proposal().kind() == kind).toList();
    }

    private List<ChangeAnalysis.Repeated> repeated(List<Change> done) {
        List<ChangeAnalysis.Repeated> found = new ArrayList<>();
        for (ChangeKind kind : ChangeKind.values()) {
            byElement(of(kind, done)).forEach((element, changed) -> {
                if (changed.size() > 1) {
                    found.add(new ChangeAnalysis.Repeated(
                            kind,
                            elements.apply(element),
                            changed.size(),
                            changed.stream().map(Change::id).toList()));
                }
            });
        }
        return found.stream()
                .sorted(Comparator.comparingInt(ChangeAnalysis.Repeated::carriedOut)
                        .reversed())
                .limit(MOST_LINES)
                .toList();
    }

    private List<ChangeAnalysis.OfElement> mostChanged(List<Change> done) {
        return byElement(done).entrySet().stream()
                .map(each -> new ChangeAnalysis.OfElement(
                        elements.apply(each.getKey()), each.getValue().size(), failed(each.getValue())))
                .sorted(Comparator.comparingInt(ChangeAnalysis.OfElement::carriedOut)
                        .thenComparingInt(ChangeAnalysis.OfElement::failed)
                        .reversed())
                .limit(MOST_LINES)
                .toList();
    }

    private static Map<String, List<Change>> byElement(List<Change> changes) {
        Map<String, List<Change>> found = new TreeMap<>();
        changes.forEach(change -> change.proposal()
                .elements()
                .forEach(element -> found.computeIfAbsent(element, ignored -> new ArrayList<>())
                        .add(change)));
        return found;
    }

    private static Map<String, ChangeAnalysis.TrendView> trends(List<Month> months) {
        Map<String, ChangeAnalysis.TrendView> trends = new LinkedHashMap<>();
        trends.put("count", view(months.stream(), Month::carriedOut));
        trends.put("failed", view(withAny(months), each -> share(each.partly() + each.backedOut(), each)));
        trends.put("emergency", view(withAny(months), each -> share(each.emergency(), each)));
        return trends;
    }

    private static Stream<Month> withAny(List<Month> months) {
        return months.stream().filter(each -> each.carriedOut() > 0);
    }

    private static double share(int some, Month of) {
        return some / (double) of.carriedOut();
    }

    private static ChangeAnalysis.TrendView view(Stream<Month> months, ToDoubleFunction<Month> value) {
        Trend trend = Trend.of(months.mapToDouble(value).toArray());
        return new ChangeAnalysis.TrendView(
                METHOD,
                trend.direction().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                trend.values(),
                Trend.FEWEST,
                Double.isNaN(trend.p()) ? null : trend.p(),
                Double.isNaN(trend.slope()) ? null : trend.slope());
    }
}
