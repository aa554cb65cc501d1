package io.holdfast.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.engine.Move;
import io.holdfast.simulator.engine.Occurrence;
import io.holdfast.simulator.engine.TrialOutcome;
import io.holdfast.simulator.engine.TrialPlay;
import io.holdfast.simulator.engine.TrialProbe;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.play.Decision;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Ticks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Playing over random models: without a decision it is the plain trial bit for bit; a decision leaves all that was before it as it
 * was; what comes after it is what the reference says. {@code -Dholdfast.long=true} takes ten times as many models.
 */
@Tag("row:D3")
class PlayTest {

    private static final long SEED = 11;
    private static final int TRIALS = 6;
    private static final int MOVES = 4;
    private static final int MODELS =
            Integer.getInteger("holdfast.models", Boolean.getBoolean("holdfast.long") ? 20_000 : 2_000);

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<Decision.Kind, Integer> made = new EnumMap<>(Decision.Kind.class);

    @Test
    void withoutADecisionItIsThePlainTrialBitForBit() {
        LongStream.range(0, MODELS).parallel().forEach(number -> {
            ContinuityModel model = RandomModels.of(number);
            Comparison comparison = new Comparison(model, new Coverage());
            CompiledModel compiled = comparison.played().compiled();
            TrialProbe probe = new TrialProbe(compiled);
            for (long trial = 0; trial < (comparison.isSound() ? TRIALS : 0); trial++) {
                String plain = told(probe.run(draws(trial)), compiled);
                TrialPlay.Whole whole = comparison.played().toTheEnd(draws(trial), List.of());
                if (!plain.equals(told(whole.outcome(), compiled))) {
                    failures.add("model " + number + ", trial " + trial);
                }
                if (!agrees(whole, compiled)) {
                    failures.add("chronicle of model " + number + ", trial " + trial);
                }
            }
        });
        assertThat(failures).isEmpty();
    }

    private static String told(TrialOutcome outcome, CompiledModel compiled) {
        StringBuilder text = new StringBuilder(outcome.toString());
        for (int i = 0; i < outcome.touched(); i++) {
            int e = outcome.touched(i);
            text.append(outcome.disrupted(e))
                    .append(' ')
                    .append(outcome.interruptedTicks(e))
                    .append(' ')
                    .append(Double.doubleToLongBits(outcome.loss(e)))
                    .append(' ')
                    .append(Double.doubleToLongBits(outcome.penalty(e)))
                    .append(' ')
                    .append(Double.doubleToLongBits(outcome.headroom(e)))
                    .append(outcome.degraded(e))
                    .append(List.of(java.util.Arrays.toString(outcome.driving(e))));
        }
        text.append(outcome.decidedTicks());
        for (int work = 0; work < outcome.works(); work++) {
            text.append(' ')
                    .append(outcome.workMethod(work))
                    .append(':')
                    .append(outcome.workFromTicks(work))
                    .append('-')
                    .append(outcome.workToTicks(work));
        }
        return text.append(compiled.elements().size()).toString();
    }

    /** The chronicle tells the same recoveries and the same missed targets as the outcome. */
    private static boolean agrees(TrialPlay.Whole whole, CompiledModel compiled) {
        TrialOutcome outcome = whole.outcome();
        boolean agrees = true;
        for (int i = 0; i < outcome.touched() && !whole.occurrences().isEmpty(); i++) {
            int e = outcome.touched(i);
            List<Occurrence> own = whole.occurrences().stream()
                    .filter(each -> each.number() == e)
                    .filter(each -> each.kind() == Occurrence.Kind.RTO_MISSED)
                    .toList();
            Double rto = compiled.elements().objectives(e).objectives().rtoHours();
            boolean missed = rto != null
                    && outcome.disrupted(e)
                    && outcome.recoveryTicks(e) > Ticks.ofHours(rto)
                    && firstBad(whole, e) + Ticks.ofHours(rto) < compiled.horizonTicks();
            agrees &= missed == !own.isEmpty();
        }
        return agrees;
    }

    /** From the event on where it was bad in normal running already, and comes back without having gone down. */
    private static long firstBad(TrialPlay.Whole whole, int e) {
        return whole.occurrences().stream()
                .filter(each -> each.number() == e)
                .filter(each -> switch (each.kind()) {
                    case DOWN, HIT, BACK -> true;
                    default -> false;
                })
                .mapToLong(each -> each.kind() == Occurrence.Kind.BACK ? 0 : each.ticks())
                .findFirst()
                .orElse(0);
    }

    @Test
    void aDecisionChangesNothingBeforeItAndTheReferenceSaysTheSameOfWhatComesAfter() {
        LongStream.range(0, MODELS).parallel().forEach(this::decide);
        assertThat(failures.stream()
                        .sorted(java.util.Comparator.comparingInt(String::length))
                        .limit(3))
                .as("%s of the plays differ", failures.size())
                .isEmpty();
        for (Decision.Kind kind : Decision.Kind.values()) {
            assertThat(made.getOrDefault(kind, 0))
                    .as("decisions to %s in %s", kind, made)
                    .isGreaterThan(MODELS / 20);
        }
    }

    private void decide(long number) {
        ContinuityModel model = RandomModels.of(number);
        Comparison comparison = new Comparison(model, new Coverage());
        Dice dice = new Dice(1_000_000 + number);
        for (long trial = 0; trial < (comparison.isSound() ? TRIALS : 0); trial++) {
            PlayedTrials played = comparison.played();
            List<Decision> decisions = new ArrayList<>();
            long now = 0;
            for (int i = 0; i < MOVES; i++) {
                TrialPlay.Whole before = played.toTheEnd(draws(trial), decisions);
                now = later(dice, before.occurrences(), now);
                TrialPlay.UntilNow seen = played.until(draws(trial), decisions, now);
                List<Move> possible = seen.possible();
                if (possible.isEmpty()) {
                    continue;
                }
                Decision decision = played.decision(possible.get(dice.below(possible.size())));
                decisions.add(decision);
                TrialPlay.Whole after = played.toTheEnd(draws(trial), decisions);
                check(number, trial, decisions, before, seen, after, now);
                synchronized (made) {
                    made.merge(decision.kind(), 1, Integer::sum);
                }
            }
            List<String> differences = comparison.differences(SEED, trial, decisions);
            if (!differences.isEmpty()) {
                failures.add("%nmodel %d, trial %d, %s%n%s%n%s%n"
                        .formatted(
                                number,
                                trial,
                                decisions,
                                ModelText.of(model),
                                String.join("%n".formatted(), differences)));
                return;
            }
        }
    }

    private void check(
            long number,
            long trial,
            List<Decision> decisions,
            TrialPlay.Whole before,
            TrialPlay.UntilNow seen,
            TrialPlay.Whole after,
            long now) {
        int told = seen.occurrences().size();
        boolean same = before.occurrences().size() >= told
                && after.occurrences().size() > told
                && before.occurrences().subList(0, told).equals(seen.occurrences())
                && after.occurrences().subList(0, told).equals(seen.occurrences())
                && after.occurrences().get(told).kind() == Occurrence.Kind.MOVED
                && seen.occurrences().stream().allMatch(each -> each.ticks() <= now)
                && before.occurrences().stream().skip(told).allMatch(each -> each.ticks() > now);
        if (!same) {
            failures.add("past of model " + number + ", trial " + trial + ", " + decisions);
        }
    }

    /** At something that happens, or a moment between, never before the last. */
    private static long later(Dice dice, List<Occurrence> occurrences, long now) {
        List<Long> times = occurrences.stream()
                .map(Occurrence::ticks)
                .filter(ticks -> ticks >= now)
                .distinct()
                .toList();
        if (times.isEmpty()) {
            return now;
        }
        long at = times.get(dice.below(Math.min(times.size(), 6)));
        return dice.maybe(0.5) ? at : at + Ticks.PER_SECOND * (1 + dice.below(1800));
    }

    private static KeyedDraws draws(long trial) {
        KeyedDraws draws = new KeyedDraws(SEED);
        draws.startTrial(trial);
        return draws;
    }
}
