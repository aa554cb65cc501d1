package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.CommonCause;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Failure;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.sampling.AddressBook;
import io.holdfast.simulator.sampling.Purpose;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A model and everything that can strike it in a year of operation, ready to be simulated. Immutable. */
public final class YearModel {

    private static final double HOURS_A_YEAR = 8760;

    private final CompiledModel model;
    private final @Nullable Sampler[] clock;
    private final long[] clockKey;
    private final List<Group> groups;
    private final List<Arrivals> arrivals;
    private final long warmupTicks;

    private YearModel(
            CompiledModel model,
            @Nullable Sampler[] clock,
            long[] clockKey,
            List<Group> groups,
            List<Arrivals> arrivals,
            long warmupTicks) {
        this.model = model;
        this.clock = clock;
        this.clockKey = clockKey;
        this.groups = List.copyOf(groups);
        this.arrivals = List.copyOf(arrivals);
        this.warmupTicks = warmupTicks;
    }

    /**
     * Elements that fail together.
     *
     * @param name the group's name
     * @param members their numbers, ascending
     * @param gap time between two failures of the group, or null where it never fails together
     * @param key key of its draws
     */
    @SuppressWarnings("ArrayRecordComponent") // read by index in the hot loop, never compared
    public record Group(
            String name, int[] members, @Nullable Sampler gap, long key) {}

    /**
     * A scenario that arrives by itself.
     *
     * @param scenario the scenario
     * @param hits what it hits
     * @param response how people answer it
     * @param gap time between two arrivals
     * @param key key of its draws
     */
    public record Arrivals(Scenario scenario, HitTable hits, ResponseTable response, Sampler gap, long key) {}

    /**
     * The compiled form.
     *
     * @param model the model
     * @param horizonHours the length of a history
     * @param warmupHours the first hours, which are not counted
     * @throws IllegalArgumentException when members of a common-cause group disagree, or a need, crew or hit names something
     *     that the model does not define
     */
    public static YearModel of(ContinuityModel model, double horizonHours, double warmupHours) {
        int n = model.elements().size();
        Map<String, GroupTerms> terms = groupTerms(model);
        @Nullable Sampler[] clock = new Sampler[n];
        long[] clockKey = new long[n];
        Map<Failure, Sampler> clocks = new HashMap<>();
        for (int e = 0; e < n; e++) {
            Element element = model.elements().get(e);
            clock[e] = aloneClock(element, clocks);
            clockKey[e] = AddressBook.key(AddressBook.element(element.id()), Purpose.FAILURE);
        }
        List<Arrivals> arrivals = new ArrayList<>();
        for (Scenario scenario : model.scenarios()) {
            Double frequency = scenario.frequencyPerYear();
            if (frequency != null && frequency > 0) {
                arrivals.add(arrivals(model, scenario, frequency));
            }
        }
        return new YearModel(
                ModelCompiler.compile(model, quiet(horizonHours)),
                clock,
                clockKey,
                groups(terms),
                arrivals,
                Ticks.ofHours(warmupHours));
    }

    /** A scenario that hits nothing. */
    private static Scenario quiet(double horizonHours) {
        Hit nothing = new Hit(null, null, null, List.of(), null, null, 0, true, DownState.DAMAGED);
        Scenario year = Scenario.of("year", List.of(nothing), null);
        return new Scenario(
                year.id(),
                year.label(),
                null,
                null,
                year.hits(),
                null,
                null,
                null,
                null,
                1,
                1,
                Scenario.OfficeHours.ANY,
                horizonHours);
    }

    private static Arrivals arrivals(ContinuityModel model, Scenario scenario, double frequency) {
        return new Arrivals(
                scenario,
                HitTable.of(model, scenario, new AddressBook()),
                new ResponseTable(model, scenario, Instant.NOTHING),
                Sampler.weibullOfMean(HOURS_A_YEAR / frequency, 1),
                AddressBook.key("scenario " + scenario.id(), Purpose.ARRIVAL));
    }

    /** What the members of a group share, and who said so. */
    private record GroupTerms(Id first, double beta, double mtbfHours, List<Integer> members) {}

    private static Map<String, GroupTerms> groupTerms(ContinuityModel model) {
        Map<String, GroupTerms> found = new TreeMap<>();
        for (int e = 0; e < model.elements().size(); e++) {
            Element element = model.elements().get(e);
            CommonCause cause = element.commonCause();
            Failure failure = element.failure();
            if (cause == null || failure == null) {
                continue;
            }
            GroupTerms terms = found.computeIfAbsent(
                    cause.group(),
                    name -> new GroupTerms(element.id(), cause.beta(), failure.mtbfHours(), new ArrayList<>()));
            requireShared(cause.group(), terms, element.id(), "beta", terms.beta(), cause.beta());
            requireShared(cause.group(), terms, element.id(), "mtbf", terms.mtbfHours(), failure.mtbfHours());
            terms.members().add(e);
        }
        return found;
    }

    private static void requireShared(
            String group, GroupTerms terms, Id member, String what, double first, double other) {
        if (first != other) {
            throw new IllegalArgumentException("Members of the common-cause group '" + group + "' share '" + what
                    + "', but '" + terms.first() + "' has " + first + " and '" + member + "' has " + other
                    + ". Give them one value, or groups of their own.");
        }
    }

    private static List<Group> groups(Map<String, GroupTerms> terms) {
        List<Group> groups = new ArrayList<>();
        terms.forEach((name, shared) -> groups.add(new Group(
                name,
                shared.members().stream().mapToInt(Integer::intValue).toArray(),
                shared.beta() == 0 ? null : Sampler.weibullOfMean(shared.mtbfHours() / shared.beta(), 1),
                AddressBook.key("group " + name, Purpose.FAILURE))));
        return groups;
    }

    private static @Nullable Sampler aloneClock(Element element, Map<Failure, Sampler> clocks) {
        Failure failure = element.failure();
        if (failure == null) {
            return null;
        }
        CommonCause cause = element.commonCause();
        double alone = cause == null ? 1 : 1 - cause.beta();
        return alone == 0
                ? null
                : clocks.computeIfAbsent(
                        new Failure(failure.mtbfHours() / alone, failure.shape()),
                        own -> Sampler.weibullOfMean(own.mtbfHours(), own.shape()));
    }

    /** The model with nothing hit; its horizon is that of a history. */
    public CompiledModel model() {
        return model;
    }

    /** Running time to the next failure of an element alone, or null where it does not fail alone. */
    public @Nullable Sampler clock(int e) {
        return clock[e];
    }

    /** The key of these draws. */
    public long clockKey(int e) {
        return clockKey[e];
    }

    /** The common-cause groups, by name. */
    public List<Group> groups() {
        return groups;
    }

    /** The scenarios with a frequency, in file order. */
    public List<Arrivals> arrivals() {
        return arrivals;
    }

    /** Up to when nothing is counted. */
    public long warmupTicks() {
        return warmupTicks;
    }

    /** When a history ends. */
    public long horizonTicks() {
        return model.horizonTicks();
    }
}
