package io.holdfast.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.compile.StaticFindings;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Engine and reference, fed the same draws, agree trial by trial: times to the tick, shares, headroom and money to 1e-9,
 * driving paths link by link.
 * {@code -Dholdfast.long=true} takes ten times as many models, {@code -Dholdfast.from=N} others.
 */
class ReferenceTest {

    private static final long SEED = 7;
    private static final int TRIALS = 20;
    private static final int MODELS =
            Integer.getInteger("holdfast.models", Boolean.getBoolean("holdfast.long") ? 30_000 : 3_000);
    private static final int ALL = 3_000;
    private static final int TOLD = 3;

    /** In how many trials of 3,000 models each feature plays a part at least, so that the test cannot become empty. */
    private static final Map<String, Integer> LEAST = Map.ofEntries(
            Map.entry("hold ran out", 10_000),
            Map.entry("deadlock", 1_000),
            Map.entry("mutual start", 300),
            Map.entry("restart called off", 100),
            Map.entry("work called off", 1_500),
            Map.entry("method failed", 8_000),
            Map.entry("failed, then another", 1_500),
            Map.entry("interim, then full", 800),
            Map.entry("stopgap forgotten", 700),
            Map.entry("recovered with a need unmet", 250),
            Map.entry("hazard ended", 9_000),
            Map.entry("tie", 700),
            Map.entry("never", 10_000),
            Map.entry("stop of no length", 100),
            Map.entry("unusable copy", 1_000),
            Map.entry("copy younger than dwell", 180),
            Map.entry("done FAILOVER in lost need", 2_000),
            Map.entry("waited for people", 1_000),
            Map.entry("kept up for a while", 300),
            Map.entry("done WORKAROUND", 300),
            Map.entry("penalty", 1_000),
            Map.entry("done REPAIR", 1_000),
            Map.entry("done RESTORE", 3_000),
            Map.entry("done REBUILD", 3_000),
            Map.entry("done REPLACE", 3_000),
            Map.entry("driving path", 5_000),
            Map.entry("path from response", 500),
            Map.entry("path through earlier work", 300),
            Map.entry("path asks atLeast", 1_000),
            Map.entry("path asks pool", 500),
            Map.entry("long path with a restart", 100),
            Map.entry("headroom compared", 30_000));

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Coverage> parts = new ConcurrentLinkedQueue<>();

    @Test
    void agreesWithTheEngineOnRandomModels() {
        long from = Long.getLong("holdfast.from", 0);
        LongStream.range(from, from + MODELS).parallel().forEach(this::judge);
        assertThat(failures.stream()
                        .sorted(Comparator.comparingInt(String::length))
                        .limit(TOLD))
                .as("%s models differ", failures.size())
                .isEmpty();
        Coverage coverage = new Coverage();
        parts.forEach(coverage::merge);
        assertThat(coverage.trials("never")).as("any trial compared").isPositive();
        if (MODELS >= ALL) {
            requireCoverage(coverage);
        }
    }

    @Test
    void agreesOnWhoMerelyNeedsEachOther() {
        int found = 0;
        for (long number = 0; number < ALL; number++) {
            ContinuityModel model = RandomModels.of(number);
            Set<Set<Id>> expected = Cycles.ofOwnNeeds(model);
            Set<Set<Id>> said = StaticFindings.of(model, null).stream()
                    .filter(finding -> finding.kind() == Finding.Kind.MUTUAL_DEPENDENCY)
                    .map(finding -> Set.copyOf(finding.elements()))
                    .collect(Collectors.toSet());
            assertThat(said).as("model %s", number).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    private static void requireCoverage(Coverage coverage) {
        LEAST.forEach((feature, least) -> assertThat(coverage.trials(feature))
                .as("trials with '%s' in %s", feature, coverage)
                .isGreaterThanOrEqualTo((int) ((long) least * MODELS / ALL)));
    }

    private void judge(long number) {
        Coverage coverage = new Coverage();
        ContinuityModel model = RandomModels.of(number);
        Comparison comparison = new Comparison(model, coverage);
        int trials = comparison.isSound() ? TRIALS : 0;
        for (long trial = 0; trial < trials; trial++) {
            if (!comparison.differences(SEED, trial).isEmpty()) {
                failures.add(tell(number, model, trial));
                break;
            }
        }
        parts.add(coverage);
    }

    /** A model as small as it can be with the fault still in it, and what differs. */
    private String tell(long number, ContinuityModel model, long trial) {
        ContinuityModel small = failures.size() < 40
                ? Shrink.of(model, candidate -> !differences(candidate, trial).isEmpty())
                : model;
        return "%nmodel %d, trial %d%n%s%s%n"
                .formatted(
                        number, trial, ModelText.of(small), String.join("%n".formatted(), differences(small, trial)));
    }

    private static List<String> differences(ContinuityModel model, long trial) {
        Comparison comparison = new Comparison(model, new Coverage());
        return comparison.isSound() ? comparison.differences(SEED, trial) : List.of();
    }
}
