package io.holdfast.service.drill.internal;

import static io.holdfast.simulator.model.Drill.Type.DATA_RECOVERY;
import static io.holdfast.simulator.model.Drill.Type.DESKTOP;
import static io.holdfast.simulator.model.Drill.Type.LIVE_FAILOVER;
import static io.holdfast.simulator.model.Drill.Type.SCENARIO;

import io.holdfast.service.drill.DrillWords;
import io.holdfast.simulator.model.Drill;
import java.util.Collections;
import java.util.List;

/**
 * How often and how hard a service is drilled in a year, by its tier.
 *
 * @param steps from the most critical tier to the least critical; the last holds for all tiers beyond it
 */
public record DrillPolicy(List<Step> steps) {

    /**
     * What one tier asks for.
     *
     * @param tier the tier, 1 the most critical
     * @param drills the drills of a year in the order of their difficulty, each of one or several types
     * @param source the rules that this rests on
     */
    public record Step(int tier, List<List<Drill.Type>> drills, String source) {
        /** Copies the lists. */
        public Step {
            drills = drills.stream().map(List::copyOf).toList();
        }
    }

    /** Checks that there is a step, that tiers rise, and that each asks for a drill. */
    public DrillPolicy {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.stream().anyMatch(step -> step.drills().isEmpty())) {
            throw new IllegalArgumentException("A drill policy has at least one step, and each step a drill.");
        }
        List<Integer> tiers = steps.stream().map(Step::tier).toList();
        if (!tiers.equals(tiers.stream().distinct().sorted().toList())) {
            throw new IllegalArgumentException("Tiers of a drill policy rise from step to step, not " + tiers + ".");
        }
    }

    private static final String YEARLY =
            "TW 資通安全責任等級分級辦法 (core systems: yearly continuity drill); DORA art. 11(6)(a) (yearly)";

    /** The policy that the product comes with. */
    public static final DrillPolicy STANDARD = new DrillPolicy(List.of(
            new Step(
                    1,
                    List.of(List.of(DESKTOP), List.of(DATA_RECOVERY), List.of(SCENARIO), List.of(LIVE_FAILOVER)),
                    YEARLY + "; NIST SP 800-34 (high: full-scale test); DORA RTS 2024/1774 art. 25(2) (switch-over)"),
            new Step(
                    2,
                    List.of(List.of(DESKTOP, DATA_RECOVERY), List.of(SCENARIO)),
                    YEARLY + "; NIST SP 800-34 (moderate: functional exercise); rows D13, D14 (restore tests)"),
            new Step(
                    3,
                    List.of(List.of(DESKTOP, DATA_RECOVERY)),
                    "NIST SP 800-34 (low: tabletop exercise); rows D13, D14 (restore tests)"),
            new Step(4, List.of(List.of(DESKTOP)), "NIST SP 800-34 (low: tabletop exercise)")));

    /** The step that holds for a tier: the last one that is not beyond it. */
    public Step stepOf(int tier) {
        return steps.stream().filter(step -> step.tier() <= tier).reduce(steps.getFirst(), (earlier, later) -> later);
    }

    /** The least critical tier that the policy tells apart. */
    public int lowestTier() {
        return Collections.max(steps.stream().map(Step::tier).toList());
    }

    /** The policy as rows of a document: tier, how many a year, types, source. */
    public List<List<String>> rows() {
        return steps.stream()
                .map(step -> List.of(
                        step.tier() == lowestTier() ? step.tier() + " and beyond" : String.valueOf(step.tier()),
                        String.valueOf(step.drills().size()),
                        String.join(
                                ", ",
                                step.drills().stream()
                                        .map(types -> String.join(" with ", DrillWords.words(types)))
                                        .toList()),
                        step.source()))
                .toList();
    }
}
