package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.ElementTable;
import io.holdfast.simulator.compile.Guesses;
import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.engine.Accumulator.OfElement;
import io.holdfast.simulator.engine.Statistics.Ranked;
import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.result.ElementResult;
import io.holdfast.simulator.result.ElementResult.CapacityPoint;
import io.holdfast.simulator.result.ElementResult.CurvePoint;
import io.holdfast.simulator.result.ElementResult.DataLoss;
import io.holdfast.simulator.result.ElementResult.DrivingLink;
import io.holdfast.simulator.result.ElementResult.Full;
import io.holdfast.simulator.result.ElementResult.Headroom;
import io.holdfast.simulator.result.ElementResult.Interrupted;
import io.holdfast.simulator.result.ElementResult.Loss;
import io.holdfast.simulator.result.ElementResult.Recovery;
import io.holdfast.simulator.result.ElementResult.WhenDisrupted;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.MethodUse;
import io.holdfast.simulator.result.QuantileEstimate;
import io.holdfast.simulator.result.Response;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the sums of a run into what it says of each element. */
final class ResultAssembly {

    private static final int CURVE_POINTS = 80;

    private final CompiledModel model;
    private final ElementTable elements;
    private final Accumulator sums;
    private final NormalRunning normal;
    private final Detail detail;
    private final Savings savings;
    private final Guesses guesses;
    private final DrivingLinks links;
    private final boolean[] mentionsData;
    private final long n;

    ResultAssembly(CompiledModel model, Accumulator sums, NormalRunning normal, Detail detail, Savings savings) {
        this.detail = detail;
        this.model = model;
        this.savings = savings;
        this.sums = sums;
        this.normal = normal;
        elements = model.elements();
        guesses = new Guesses(model.model(), model.scenario());
        links = new DrivingLinks(model);
        n = sums.trials();
        mentionsData = mentionsData();
    }

    /** Assets with a method that says something about data, and services and processes that run on such. */
    private boolean[] mentionsData() {
        boolean[] found = new boolean[elements.size()];
        for (int c = 0; c < model.components().count(); c++) {
            boolean any = false;
            for (int i = 0; i < model.components().size(c); i++) {
                int e = model.components().member(c, i);
                any |= found[e];
                any |= saysOfItself(e);
            }
            for (int i = 0; any && i < model.components().size(c); i++) {
                int e = model.components().member(c, i);
                found[e] = true;
                for (int d = 0; d < model.runDependents(e); d++) {
                    found[model.runDependent(e, d)] = true;
                }
            }
        }
        for (int e = 0; e < found.length; e++) {
            found[e] &= elements.get(e).type() != ElementType.ASSET || saysOfItself(e);
        }
        return found;
    }

    private boolean saysOfItself(int e) {
        MethodTable methods = model.methods();
        for (int method = methods.from(e); method < methods.to(e); method++) {
            if (methods.get(method).data() != null) {
                return true;
            }
        }
        return false;
    }

    List<ElementResult> elements() {
        List<ElementResult> results = new ArrayList<>();
        for (int e = 0; e < elements.size(); e++) {
            if (detail.includes(elements.get(e).type())) {
                results.add(element(e));
            }
        }
        return results;
    }

    private ElementResult element(int e) {
        OfElement found = sums.element(e);
        OfElement a = found == null ? new OfElement(elements.gridSize(e)) : found;
        Element element = elements.get(e);
        Objectives goals = elements.objectives(e).objectives();
        return new ElementResult(
                element.id(),
                element.type(),
                Statistics.chance(a.disrupted, n),
                recovery(a, goals),
                whenDisrupted(a, goals),
                goals,
                elements.objectives(e).from(),
                guesses.shareOf(element.id()),
                full(a),
                interrupted(a),
                mentionsData[e] || a.lostAll > 0 ? dataLoss(a, goals) : null,
                loss(element, a),
                penalty(e, a),
                capacity(e, a),
                headroom(e, element, a),
                driving(e, a),
                methods(e, element));
    }

    /** The methods of an element that were simulated, in its order of preference. */
    private List<MethodUse> methods(int e, Element element) {
        MethodTable methods = model.methods();
        List<MethodUse> used = new ArrayList<>();
        for (int method = methods.from(e); method < methods.to(e); method++) {
            RecoveryMethod written = element.methods().get(methods.get(method).position());
            StepCounts.OfMethod counts = sums.steps().method(method);
            used.add(new MethodUse(
                    written.id(),
                    written.kind(),
                    Statistics.chance(counts == null ? 0 : counts.done.total(), n),
                    counts == null ? null : StepCounts.times(counts.start),
                    counts == null ? null : StepCounts.times(counts.done)));
        }
        return used;
    }

    /** How the people's answer took part. */
    Response response() {
        StepCounts steps = sums.steps();
        List<Response.TeamCall> calls = new ArrayList<>();
        List<Team> teams = model.model().teams();
        for (int team = 0; team < teams.size(); team++) {
            if (teams.get(team).people()) {
                ValueCounts ready = steps.teamReady(team);
                calls.add(new Response.TeamCall(
                        teams.get(team).id(), Statistics.chance(ready.total(), n), StepCounts.times(ready)));
            }
        }
        return new Response(Statistics.chance(steps.decided().total(), n), StepCounts.times(steps.decided()), calls);
    }

    private Recovery recovery(OfElement a, Objectives goals) {
        long back = n - a.never;
        ValueCounts.Sorted times = a.recovery.sorted();
        Ranked ranks = ranked(times, n - a.disrupted, Ticks.PER_HOUR, a.never);
        QuantileEstimate p99 = Statistics.quantile(0.99, n, ranks);
        return new Recovery(
                Statistics.mean(back, a.recoverySum, a.recoverySquares, Ticks.PER_HOUR),
                back == 0 ? null : Statistics.deviation(back, a.recoverySum, a.recoverySquares, Ticks.PER_HOUR),
                Statistics.quantile(0.05, n, ranks),
                Statistics.quantile(0.5, n, ranks),
                Statistics.quantile(0.8, n, ranks),
                Statistics.quantile(0.9, n, ranks),
                Statistics.quantile(0.95, n, ranks),
                p99,
                goals.rtoHours() == null ? null : Statistics.chance(n - a.disrupted + a.withinRto, n),
                goals.mtpdHours() == null ? null : Statistics.chance(n - a.disrupted + a.withinMtpd, n),
                Statistics.chance(a.never, n),
                curve(times, n - a.disrupted, goals, p99.value()));
    }

    private Ranked ranked(ValueCounts.Sorted values, long zeros, double scale, long never) {
        return ranked(n, values, zeros, scale, never);
    }

    /** Values of n trials by rank: first those of no time, then the counted ones, then never. */
    static Ranked ranked(long n, ValueCounts.Sorted values, long zeros, double scale, long never) {
        return rank -> {
            if (rank <= zeros) {
                return 0.0;
            }
            return rank > n - never ? null : values.valueOfRank(rank - zeros) / scale;
        };
    }

    private List<CurvePoint> curve(ValueCounts.Sorted times, long zeros, Objectives goals, @Nullable Double p99) {
        double last = times.total() == 0 ? 0 : times.valueOfRank(times.total()) / Ticks.PER_HOUR;
        double end = Math.max(
                p99 == null ? last : p99 * 1.1,
                Math.max(orZero(goals.rtoHours()) * 1.25, orZero(goals.mtpdHours()) * 1.05));
        if (end == 0) {
            end = 1;
        }
        Set<Double> hours = new TreeSet<>();
        for (int i = 0; i <= CURVE_POINTS; i++) {
            hours.add(end * i / CURVE_POINTS);
        }
        addIfGiven(hours, goals.rtoHours());
        addIfGiven(hours, goals.mtpdHours());
        return hours.stream()
                .map(hour -> new CurvePoint(hour, (zeros + times.countAtMost((double) Ticks.ofHours(hour))) / n))
                .toList();
    }

    private static void addIfGiven(Set<Double> hours, @Nullable Double hour) {
        if (hour != null) {
            hours.add(hour);
        }
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private @Nullable WhenDisrupted whenDisrupted(OfElement a, Objectives goals) {
        if (a.disrupted == 0) {
            return null;
        }
        ValueCounts.Sorted times = a.recovery.sorted();
        Ranked ranks = rank -> rank > times.total() ? null : times.valueOfRank(rank) / Ticks.PER_HOUR;
        return new WhenDisrupted(
                goals.rtoHours() == null ? null : Statistics.chance(a.withinRto, a.disrupted),
                Statistics.quantile(0.5, a.disrupted, ranks),
                Statistics.quantile(0.95, a.disrupted, ranks));
    }

    private Full full(OfElement a) {
        Ranked ranks = ranked(a.full.sorted(), n - a.low - a.neverFull, Ticks.PER_HOUR, a.neverFull);
        return new Full(Statistics.quantile(0.5, n, ranks), Statistics.quantile(0.95, n, ranks));
    }

    private Interrupted interrupted(OfElement a) {
        Ranked ranks = ranked(a.interrupted.sorted(), n - a.disrupted, Ticks.PER_HOUR, 0);
        return new Interrupted(Statistics.quantile(0.5, n, ranks), Statistics.quantile(0.95, n, ranks));
    }

    private DataLoss dataLoss(OfElement a, Objectives goals) {
        long kept = n - a.lostAll;
        Ranked ranks = ranked(a.dataLoss.sorted(), kept - a.dataLoss.total(), Ticks.PER_HOUR, a.lostAll);
        return new DataLoss(
                Statistics.mean(kept, a.dataSum, a.dataSquares, Ticks.PER_HOUR),
                Statistics.quantile(0.5, n, ranks),
                Statistics.quantile(0.95, n, ranks),
                goals.rpoHours() == null ? null : Statistics.chance(n - a.touched + a.withinRpo, n),
                Statistics.chance(a.lostAll, n));
    }

    private @Nullable Loss loss(Element element, OfElement a) {
        Impact impact = element.impact();
        if (impact == null || impact.loss().isEmpty()) {
            return null;
        }
        return money(a.loss, a.lossSum, a.lossSquares);
    }

    private @Nullable Loss penalty(int e, OfElement a) {
        return elements.credits(e) == null ? null : money(a.penalty, a.penaltySum, a.penaltySquares);
    }

    private @Nullable Loss money(ValueCounts counts, Int128 sum, Int128 squares) {
        Ranked ranks = ranked(counts.sorted(), n - counts.total(), Accumulator.MONEY_SCALE, 0);
        Estimate mean = Statistics.mean(n, sum, squares, Accumulator.MONEY_SCALE);
        return mean == null
                ? null
                : new Loss(mean, Statistics.quantile(0.5, n, ranks), Statistics.quantile(0.95, n, ranks));
    }

    private List<CapacityPoint> capacity(int e, OfElement a) {
        List<CapacityPoint> points = new ArrayList<>();
        long usual = n - a.touched;
        for (int g = 0; g < elements.gridSize(e); g++) {
            ValueCounts.Sorted shares = a.shares[g].sorted();
            double normalShare = normal.share(e);
            long atMost = (long) shares.countAtMost(normalShare * Accumulator.SHARE_SCALE + 0.5);
            Ranked ranks = rank -> {
                if (rank <= atMost) {
                    return shares.valueOfRank(rank) / Accumulator.SHARE_SCALE;
                }
                return rank <= atMost + usual
                        ? normalShare
                        : shares.valueOfRank(rank - usual) / Accumulator.SHARE_SCALE;
            };
            double sum = a.shareSums[g].toDouble() / Accumulator.SHARE_SCALE + usual * normalShare;
            points.add(new CapacityPoint(
                    elements.gridHours(e, g),
                    meanShare(shares, sum / n, normalShare, usual),
                    Statistics.quantile(0.05, n, ranks),
                    share(ranks, 0.25),
                    Statistics.quantile(0.5, n, ranks),
                    share(ranks, 0.75),
                    Statistics.quantile(0.95, n, ranks)));
        }
        return points;
    }

    /** A mean share; its spread is that of the counted values, in bins where there are many. */
    private Estimate meanShare(ValueCounts.Sorted shares, double mean, double normalShare, long usual) {
        double squares =
                shares.squaresAbout(mean * Accumulator.SHARE_SCALE) / Accumulator.SHARE_SCALE / Accumulator.SHARE_SCALE
                        + usual * (normalShare - mean) * (normalShare - mean);
        double half = n < 2 ? 0 : Statistics.Z * StrictMath.sqrt(squares / (n - 1.0) / n);
        return new Estimate(mean, Math.max(0, mean - half), Math.min(1, mean + half));
    }

    private double share(Ranked ranks, double p) {
        Double value = ranks.value(Statistics.rank(p, n));
        return value == null ? 0 : value;
    }

    private @Nullable Headroom headroom(int e, Element element, OfElement a) {
        double usual = normal.headroom(e);
        Amount capacity = element.capacity();
        Demand demand = element.demand();
        String unit = demand != null ? demand.unit() : capacity != null ? capacity.unit() : null;
        if (Double.isNaN(usual) || unit == null) {
            return null;
        }
        ValueCounts.Sorted values = a.headroom.sorted();
        long untouched = n - values.total();
        long normalTicks = StrictMath.round(usual * Accumulator.MONEY_SCALE);
        long atMost = (long) values.countAtMost((double) normalTicks);
        Ranked ranks = rank -> {
            if (rank <= atMost) {
                return values.valueOfRank(rank) / Accumulator.MONEY_SCALE;
            }
            return rank <= atMost + untouched ? usual : values.valueOfRank(rank - untouched) / Accumulator.MONEY_SCALE;
        };
        long below = a.belowZero + (normalTicks < 0 ? untouched : 0);
        return new Headroom(
                unit,
                Statistics.quantile(0.05, n, ranks),
                Statistics.quantile(0.5, n, ranks),
                Statistics.chance(below, n),
                Statistics.chance(a.degraded, n));
    }

    private List<DrivingLink> driving(int e, OfElement a) {
        return a.driving.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new DrivingLink(
                        links.name(entry.getKey()),
                        Statistics.chance(entry.getValue(), n),
                        savings.minutes(e, entry.getKey())))
                .toList();
    }
}
