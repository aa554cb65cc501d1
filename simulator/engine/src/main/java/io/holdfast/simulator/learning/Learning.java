package io.holdfast.simulator.learning;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.Sampler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Learns from drills and incidents: says what their actuals would make of a model. Each number that was measured takes its
 * conjugate update; times that are guesses share a {@link Bias}, so that those without a drill move and widen, too. Pure; may be
 * called from several threads.
 */
public final class Learning {

    private final ContinuityModel model;
    private final Map<InputRef, ModelInput> inputs = new LinkedHashMap<>();
    private final Map<InputRef, DurationBelief> priors = new LinkedHashMap<>();
    private final List<InputRef> guesses = new ArrayList<>();
    private final List<Learned.LeftOut> leftOut = new ArrayList<>();

    private Learning(ContinuityModel model, boolean shared) {
        this.model = model;
        for (ModelInput input : ModelInputs.listAll(model)) {
            inputs.put(input.ref(), input);
            if (input instanceof ModelInput.Hours time
                    && LogMoments.find(time.stated().distribution()).isPresent()) {
                priors.put(input.ref(), DurationBelief.of(time.stated()));
                if (shared
                        && isOfPeople(input.ref().quantity())
                        && input.provenance().isGuess()) {
                    guesses.add(input.ref());
                }
            }
        }
    }

    /** Whether a time is one of work and response, which people are known to misjudge alike; not how long stocks and hazards last. */
    private static boolean isOfPeople(Quantity quantity) {
        return switch (quantity) {
            case DURATION, RESTART, MOBILISE, MOBILISE_OFF_HOURS, DETECT, DECLARE, ANSWERS -> true;
            case SUCCESS, LASTS, LAG, USABLE, HOLDS_FOR, HAZARD_LASTS, DWELL, REACH, MTBF, FREQUENCY -> false;
        };
    }

    /**
     * What the actuals would change.
     *
     * @param model the model as it was stated; where it was learned from before, the actuals must be later ones
     * @param events in any order
     * @param shared whether guesses share a bias, so that the actuals of some change all
     * @throws IllegalArgumentException when a figure names no input of the model, or one of another kind
     */
    public static Learned of(ContinuityModel model, List<PastEvent> events, boolean shared) {
        return new Learning(model, shared).learned(events);
    }

    /**
     * How far the forecasts would have held: each event's actuals against what was believed after those before it. One learning
     * for each event.
     *
     * @param model as in {@link #of}
     * @param events in the order in which they happened
     * @param shared as in {@link #of}
     * @throws IllegalArgumentException as in {@link #of}
     */
    public static Coverage forecasts(ContinuityModel model, List<PastEvent> events, boolean shared) {
        return forecasts(model, events, shared, done -> {});
    }

    /**
     * The same for whoever waits.
     *
     * @param progress is told how many of the events were looked at, after each; what it throws ends the work
     */
    public static Coverage forecasts(
            ContinuityModel model, List<PastEvent> events, boolean shared, IntConsumer progress) {
        Learning learning = new Learning(model, shared);
        return learning.forecast(learning.used(events), events.size(), progress);
    }

    private Learned learned(List<PastEvent> events) {
        List<Used> used = used(events);
        Knowledge knowledge = new Knowledge(used);
        knowledge.beyond.forEach(each ->
                leftOut.add(new Learned.LeftOut(each.event().id(), each.measured(), Learned.Reason.BEYOND_BELIEF)));
        List<Change> changes = inputs.values().stream()
                .flatMap(input -> knowledge.change(input).stream())
                .toList();
        return new Learned(
                changes,
                leftOut,
                knowledge.sharedBias(),
                Coverage.of(predictions(used, time -> time.stated().distribution())),
                ModelInputs.withChanges(model, changes));
    }

    /** The figures that count; notes the others. */
    private List<Used> used(List<PastEvent> events) {
        List<Used> used = new ArrayList<>();
        for (int at = 0; at < events.size(); at++) {
            PastEvent event = events.get(at);
            for (Measured measured : event.measured()) {
                check(measured);
                Learned.Reason reason = reasonToLeaveOut(event, measured);
                if (reason == null) {
                    used.add(new Used(at, event, measured));
                } else {
                    leftOut.add(new Learned.LeftOut(event.id(), measured, reason));
                }
            }
        }
        return used;
    }

    /** A figure that counts, and where it comes from. */
    private record Used(int at, PastEvent event, Measured measured) {
        ObservedDuration duration(Measured.Took took) {
            return new ObservedDuration(took.hours(), event.kind(), took.finished());
        }
    }

    private void check(Measured measured) {
        ModelInput input = inputs.get(measured.input());
        boolean fits = switch (measured) {
            case Measured.Took took -> input instanceof ModelInput.Hours;
            case Measured.Tried tried -> input instanceof ModelInput.Chance;
            case Measured.Watched watched -> input instanceof ModelInput.Rate;
        };
        Check.that(
                fits,
                "The model has no " + measured.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " input '"
                        + measured.input().address() + "'. List its inputs to see their names and kinds.");
    }

    private Learned.@Nullable Reason reasonToLeaveOut(PastEvent event, Measured measured) {
        InputRef ref = measured.input();
        if (event.kind() == ObservedDuration.Kind.MAINTENANCE) {
            return Learned.Reason.MAINTENANCE;
        }
        if (event.kind() == ObservedDuration.Kind.DRILL && !isShown(event, ref)) {
            return Learned.Reason.NOT_SHOWN;
        }
        return measured instanceof Measured.Took && !priors.containsKey(ref) ? Learned.Reason.ALWAYS_ZERO : null;
    }

    private boolean isShown(PastEvent event, InputRef ref) {
        RecoveryMethod method = findMethod(ref);
        return event.types().stream().anyMatch(type -> Shown.by(type, event.announced(), ref.quantity(), method));
    }

    private @Nullable RecoveryMethod findMethod(InputRef ref) {
        Element owner = model.elementsById().get(ref.owner());
        return owner == null || ref.method() == null
                ? null
                : owner.methods().stream()
                        .filter(each -> InputWalk.nameOf(each).equals(ref.method()))
                        .skip(
                                ref.quantity() == Quantity.USABLE || ref.quantity() == Quantity.LAG
                                        ? 0
                                        : ref.number() - 1L)
                        .findFirst()
                        .orElse(null);
    }

    /** Each finished time and what was predicted of it. */
    private List<PastPrediction> predictions(List<Used> used, Function<ModelInput.Hours, Distribution> predicted) {
        List<PastPrediction> all = new ArrayList<>();
        for (Used each : used) {
            if (each.measured() instanceof Measured.Took took
                    && inputs.get(took.input()) instanceof ModelInput.Hours time) {
                all.add(new PastPrediction(predicted.apply(time), each.duration(took)));
            }
        }
        return all;
    }

    /** What was believed before each event, after those before it, against what happened in it. */
    private Coverage forecast(List<Used> used, int events, IntConsumer progress) {
        List<PastPrediction> all = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            int at = event;
            Predicate<Used> earlier = each -> each.at() < at;
            List<Used> now = used.stream().filter(each -> each.at() == at).toList();
            if (now.stream().anyMatch(each -> each.measured() instanceof Measured.Took)) {
                Knowledge before = new Knowledge(used.stream().filter(earlier).toList());
                all.addAll(predictions(now, time -> before.time(time).distribution()));
            }
            progress.accept(event + 1);
        }
        return Coverage.of(all);
    }

    /** What is known after some figures. */
    private final class Knowledge {

        private final Map<InputRef, List<Used>> byInput = new LinkedHashMap<>();
        private final List<Guess> seen = new ArrayList<>();
        private final @Nullable Bias bias;
        private final List<Used> beyond = new ArrayList<>();

        Knowledge(List<Used> used) {
            used.forEach(each -> byInput.computeIfAbsent(each.measured().input(), ref -> new ArrayList<>())
                    .add(each));
            byInput.replaceAll((ref, all) -> guesses.contains(ref) ? all : possible(ref, all));
            byInput.values().removeIf(List::isEmpty);
            guesses.forEach(ref -> seen.add(guess(ref)));
            bias = seen.stream().anyMatch(Guess::isSeen) ? Bias.of(seen) : null;
        }

        /** Without what was broken off later than is possible after what was finished, which is kept as beyond. */
        private List<Used> possible(InputRef ref, List<Used> all) {
            DurationBelief prior = priors.get(ref);
            if (prior == null) {
                return all;
            }
            NormalInverseGamma known = prior.logHours().after(logs(ref, true));
            Map<Boolean, List<Used>> parts = all.stream()
                    .collect(Collectors.partitioningBy(each -> !(each.measured() instanceof Measured.Took took)
                            || took.finished()
                            || Censoring.isPossible(known, Math.log(took.hours()))));
            beyond.addAll(parts.getOrDefault(false, List.of()));
            return parts.getOrDefault(true, List.of());
        }

        private Guess guess(InputRef ref) {
            return Guess.of(prior(ref).logHours(), logs(ref, true), logs(ref, false));
        }

        private DurationBelief prior(InputRef ref) {
            return Objects.requireNonNull(priors.get(ref), "only times that can be learned are asked for");
        }

        private double[] logs(InputRef ref, boolean finished) {
            return durations(ref).stream()
                    .filter(each -> each.finished() == finished)
                    .mapToDouble(each -> Math.log(each.hours()))
                    .sorted()
                    .toArray();
        }

        private List<ObservedDuration> durations(InputRef ref) {
            List<ObservedDuration> all = new ArrayList<>();
            for (Used each : byInput.getOrDefault(ref, List.of())) {
                if (each.measured() instanceof Measured.Took took) {
                    all.add(each.duration(took));
                }
            }
            return all;
        }

        Learned.@Nullable SharedBias sharedBias() {
            if (bias == null) {
                return null;
            }
            int measured = (int) seen.stream().filter(Guess::isSeen).count();
            int actuals = seen.stream()
                    .mapToInt(each -> each.count() + each.bounds().size())
                    .sum();
            return new Learned.SharedBias(measured, actuals, bias.place(), bias.spread(), bias.sureness());
        }

        Optional<Change> change(ModelInput input) {
            boolean measured = byInput.containsKey(input.ref());
            return Optional.ofNullable(
                    switch (input) {
                        case ModelInput.Hours time ->
                            measured || (bias != null && guesses.contains(time.ref())) ? hours(time, measured) : null;
                        case ModelInput.Chance chance -> measured ? chance(chance) : null;
                        case ModelInput.Rate rate -> measured ? rate(rate) : null;
                    });
        }

        /** The time that is believed in now. */
        UncertainHours time(ModelInput.Hours time) {
            InputRef ref = time.ref();
            List<ObservedDuration> actuals = durations(ref);
            int guess = bias == null ? -1 : guesses.indexOf(ref);
            if (bias == null || guess < 0) {
                return prior(ref).after(actuals).predicted(source(ref));
            }
            NormalInverseGamma belief = bias.belief(guess);
            if (actuals.isEmpty()) {
                return Prediction.of(
                        belief,
                        time.provenance().evidence(),
                        time.provenance().observations(),
                        time.provenance().source());
            }
            int finished = seen.get(guess).count();
            return Prediction.of(belief, Evidence.MEASURED, finished, source(ref));
        }

        /** The events that measured an input, by name. */
        private String source(InputRef ref) {
            List<String> names = byInput.getOrDefault(ref, List.of()).stream()
                    .map(each -> each.event().id())
                    .distinct()
                    .toList();
            return names.size() <= MOST_NAMED
                    ? String.join(", ", names)
                    : String.join(", ", names.subList(0, MOST_NAMED)) + " + " + (names.size() - MOST_NAMED);
        }

        private Change hours(ModelInput.Hours time, boolean measured) {
            UncertainHours written = time(time);
            boolean isShared = bias != null && guesses.contains(time.ref());
            List<ObservedDuration> actuals = durations(time.ref());
            int finished =
                    (int) actuals.stream().filter(ObservedDuration::finished).count();
            Change.Why why = !isShared
                    ? Change.Why.MEASURED
                    : measured ? Change.Why.MEASURED_AND_SHARED_BIAS : Change.Why.SHARED_BIAS;
            return new Change.OfHours(
                    time,
                    why,
                    finished,
                    actuals.size() - finished,
                    forecast(time.stated()),
                    forecast(written),
                    written);
        }

        private static Change.Forecast forecast(UncertainHours hours) {
            Sampler times = Sampler.of(hours.distribution());
            return new Change.Forecast(
                    times.hours(0.1),
                    times.hours(0.5),
                    times.hours(0.9),
                    times.hours(0.95),
                    EvidenceWeight.of(hours.provenance()));
        }

        private Change chance(ModelInput.Chance chance) {
            int successes = 0;
            int failures = 0;
            for (Used each : byInput.getOrDefault(chance.ref(), List.of())) {
                if (each.measured() instanceof Measured.Tried tried) {
                    successes += tried.successes();
                    failures += tried.failures();
                }
            }
            ChanceBelief before = ChanceBelief.of(chance.stated(), chance.provenance());
            return new Change.OfChance(chance, successes, failures, before, before.after(successes, failures));
        }

        private Change rate(ModelInput.Rate rate) {
            int events = 0;
            double hours = 0;
            for (Used each : byInput.getOrDefault(rate.ref(), List.of())) {
                if (each.measured() instanceof Measured.Watched watched) {
                    events += watched.events();
                    hours += watched.hours();
                }
            }
            RateBelief before = belief(rate);
            return new Change.OfRate(rate, events, hours, before, before.after(events, hours));
        }

        private static RateBelief belief(ModelInput.Rate rate) {
            double stated = rate.stated();
            if (rate.ref().quantity() != Quantity.FREQUENCY) {
                return RateBelief.ofMeanBetween(stated, rate.provenance());
            }
            return stated > 0
                    ? RateBelief.ofMeanBetween(Change.HOURS_A_YEAR / stated, rate.provenance())
                    : new RateBelief(0.5, Change.HOURS_A_YEAR * EvidenceWeight.of(rate.provenance()));
        }
    }

    private static final int MOST_NAMED = 6;
}
