package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Demand;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Impact;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.model.ServiceLevel;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.AddressBook;
import io.holdfast.simulator.sampling.Purpose;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What is known of each element apart from needs and methods, by number in file order. */
public final class ElementTable {

    private static final double[] GRID_HOURS = {0, 0.25, 0.5, 1, 2, 4, 8, 12, 24, 48, 72, 168, 336, 720};
    private static final long[] GRID_TICKS = ticksOf(GRID_HOURS);

    private final List<Element> elements;
    private final int instant;
    private final List<EffectiveObjectives> objectives;
    private final @Nullable Sampler[] restart;
    private final long[] restartKey;
    private final double[] threshold;
    private final long[][] gridTicks;
    private final double[][] gridHours;
    private final @Nullable LossCurve[] loss;
    private final @Nullable CreditTerms[] credits;
    private final int[] capacityUnit;
    private final int[] demandUnit;
    private final List<String> units = new ArrayList<>();

    ElementTable(ContinuityModel model, int instant) {
        this.instant = instant;
        elements = model.elements();
        objectives = EffectiveObjectives.of(model);
        int n = elements.size();
        restart = new Sampler[n];
        restartKey = new long[n];
        threshold = new double[n];
        gridTicks = new long[n][];
        gridHours = new double[n][];
        loss = new LossCurve[n];
        credits = new CreditTerms[n];
        capacityUnit = new int[n];
        demandUnit = new int[n];
        Map<String, Integer> unitNumbers = new HashMap<>();
        for (int e = 0; e < n; e++) {
            fill(e, elements.get(e), unitNumbers);
        }
    }

    private void fill(int e, Element element, Map<String, Integer> unitNumbers) {
        UncertainHours restartHours = element.restart();
        restart[e] = restartHours == null || e == instant ? null : Sampler.of(restartHours.distribution());
        restartKey[e] = AddressBook.key(AddressBook.element(element.id()), Purpose.RESTART);
        Objectives goals = objectives.get(e).objectives();
        Double mbco = goals.mbco();
        threshold[e] = mbco == null ? 0 : mbco;
        gridHours[e] = gridOf(goals);
        gridTicks[e] = Arrays.equals(gridHours[e], GRID_HOURS) ? GRID_TICKS : ticksOf(gridHours[e]);
        Impact impact = element.impact();
        loss[e] = impact == null || impact.loss().isEmpty() ? null : new LossCurve(impact);
        ServiceLevel level = element.serviceLevel();
        credits[e] = level != null && CreditTerms.arePaidBy(level) ? CreditTerms.of(level) : null;
        Amount capacity = element.capacity();
        capacityUnit[e] = capacity == null ? -1 : unit(capacity.unit(), unitNumbers);
        Demand demand = element.demand();
        demandUnit[e] = demand == null || element.type() != ElementType.PROCESS ? -1 : unit(demand.unit(), unitNumbers);
    }

    private int unit(String word, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(word, key -> {
            units.add(key);
            return units.size() - 1;
        });
    }

    private static long[] ticksOf(double[] hours) {
        return DoubleStream.of(hours).mapToLong(Ticks::ofHours).toArray();
    }

    private static double[] gridOf(Objectives goals) {
        if (goals.equals(Objectives.NONE)) {
            return GRID_HOURS;
        }
        DoubleStream own = java.util.stream.Stream.of(
                        Optional.ofNullable(goals.rtoHours()),
                        Optional.ofNullable(goals.mtpdHours()),
                        Optional.ofNullable(goals.rpoHours()),
                        Optional.ofNullable(goals.wrtHours()))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue);
        return DoubleStream.concat(DoubleStream.of(GRID_HOURS), own)
                .sorted()
                .distinct()
                .toArray();
    }

    /** How many elements there are. */
    public int size() {
        return elements.size();
    }

    /** The element of a number. */
    public Element get(int e) {
        return elements.get(e);
    }

    /** The id of an element. */
    public Id id(int e) {
        return elements.get(e).id();
    }

    /** The targets that an element is held against. */
    public EffectiveObjectives objectives(int e) {
        return objectives.get(e);
    }

    /** How long an element takes to come back after a lost need, or null for no time. */
    public @Nullable Sampler restart(int e) {
        return restart[e];
    }

    /** Whether the hazard holds an element down for no time at all. */
    public boolean isInstant(int e) {
        return e == instant;
    }

    /** The key of the restart's draw. */
    public long restartKey(int e) {
        return restartKey[e];
    }

    /** The delivered share from which an element counts as back; 0 where serving at any share does. */
    public double threshold(int e) {
        return threshold[e];
    }

    /** The hours at which the delivered share is reported, ascending. */
    public double gridHours(int e, int position) {
        return gridHours[e][position];
    }

    /** The same in ticks. */
    public long gridTicks(int e, int position) {
        return gridTicks[e][position];
    }

    /** How many such hours there are. */
    public int gridSize(int e) {
        return gridTicks[e].length;
    }

    /** What a disruption costs, or null. */
    public @Nullable LossCurve loss(int e) {
        return loss[e];
    }

    /** What a missed service level pays back, or null. */
    public @Nullable CreditTerms credits(int e) {
        return credits[e];
    }

    /** The number of the unit of an element's capacity, or -1. */
    public int capacityUnit(int e) {
        return capacityUnit[e];
    }

    /** The number of the unit of a process's demand, or -1. */
    public int demandUnit(int e) {
        return demandUnit[e];
    }

    /** The word of a unit. */
    public String unit(int number) {
        return units.get(number);
    }

    /** How many units there are. */
    public int units() {
        return units.size();
    }
}
