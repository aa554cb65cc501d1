package io.holdfast.simulator.calendar;

import static io.holdfast.simulator.model.Drill.Type.DATA_RECOVERY;
import static io.holdfast.simulator.model.Drill.Type.DESKTOP;
import static io.holdfast.simulator.model.Drill.Type.LIVE_FAILOVER;
import static io.holdfast.simulator.model.Drill.Type.SCENARIO;

import io.holdfast.simulator.model.Drill;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often and how hard a service must be drilled, by its tier.
 *
 * @param steps from the most critical tier to the least critical; the last holds for all tiers beyond it
 */
public record DrillPolicy(List<Step> steps) {

    /**
     * What one tier asks for.
     *
     * @param tier the tier, 1 the most critical
     * @param drills the drills in the order of their difficulty
     * @param source the rules that this rests on
     */
    public record Step(int tier, List<Asked> drills, String source) {
        /** Copies the list. */
        public Step {
            drills = List.copyOf(drills);
        }
    }

    /**
     * A drill that is asked for.
     *
     * @param types one or several types, held together
     * @param everyYears 1 for every year, 2 for every other
     */
    public record Asked(List<Drill.Type> types, int everyYears) {
        /** Copies the list; throws {@link IllegalArgumentException} where nothing is asked for, or never. */
        public Asked {
            types = List.copyOf(types);
            if (types.isEmpty() || everyYears < 1 || everyYears > 10) {
                throw new IllegalArgumentException(
                        "A drill that is asked for has a type and comes every 1 to 10 years, not " + everyYears + ".");
            }
        }

        /** Whether it is due in a year, when it was last held in another, or never. */
        public boolean isDue(int year, @Nullable Integer lastHeld) {
            return lastHeld == null || year - lastHeld >= everyYears;
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

    private static final String TAIWAN_YEARLY = "TW 資通安全責任等級分級辦法 (core systems: yearly continuity drill)";
    private static final String YEARLY = TAIWAN_YEARLY + "; DORA art. 11(6)(a) (yearly)";

    /** The policy that the product comes with: what Taiwan's rules and DORA ask for together, graded as NIST grades. */
    public static final DrillPolicy STANDARD = new DrillPolicy(List.of(
            new Step(
                    1,
                    List.of(yearly(DESKTOP), yearly(DATA_RECOVERY), yearly(SCENARIO), yearly(LIVE_FAILOVER)),
                    YEARLY + "; NIST SP 800-34 (high: full-scale test); DORA RTS 2024/1774 art. 25(2) (switch-over)"),
            new Step(
                    2,
                    List.of(yearly(DESKTOP, DATA_RECOVERY), yearly(SCENARIO)),
                    YEARLY + "; NIST SP 800-34 (moderate: functional exercise); rows D13, D14 (restore tests)"),
            new Step(
                    3,
                    List.of(yearly(DESKTOP, DATA_RECOVERY)),
                    "NIST SP 800-34 (low: tabletop exercise); rows D13, D14 (restore tests)"),
            new Step(4, List.of(yearly(DESKTOP)), "NIST SP 800-34 (low: tabletop exercise)")));

    /** Taiwan's rules alone: tier 1 as the core systems of an agency of level A, tier 2 as those of levels B and C. */
    public static final DrillPolicy TAIWAN = new DrillPolicy(List.of(
            new Step(
                    1,
                    List.of(yearly(DATA_RECOVERY), yearly(SCENARIO), yearly(LIVE_FAILOVER)),
                    TAIWAN_YEARLY + "; 資通系統防護基準 (附表十: restore tested, standby takes over in time);"
                            + " FISC (yearly main/standby switch)"),
            new Step(
                    2,
                    List.of(yearly(DATA_RECOVERY), new Asked(List.of(SCENARIO), 2)),
                    "TW 資通安全責任等級分級辦法 (levels B and C: every two years); rows D13, D14 (restore tests)"),
            new Step(3, List.of(yearly(DATA_RECOVERY)), "rows D13, D14 (restore tests)")));

    /** DORA alone: tiers 1 and 2 as critical or important functions. */
    public static final DrillPolicy DORA = new DrillPolicy(List.of(
            new Step(
                    1,
                    List.of(yearly(DATA_RECOVERY), yearly(SCENARIO), yearly(LIVE_FAILOVER)),
                    "DORA art. 11(6)(a) (yearly), art. 12 (backup and restoration tested);"
                            + " RTS 2024/1774 art. 25(2) (severe scenarios, switch-over)"),
            new Step(
                    2,
                    List.of(yearly(DATA_RECOVERY), yearly(SCENARIO)),
                    "DORA art. 11(6)(a) (yearly), art. 12 (backup and restoration tested)"),
            new Step(3, List.of(yearly(DESKTOP)), "DORA art. 11(6)(a) (systems of all functions, yearly)")));

    private static Asked yearly(Drill.Type... types) {
        return new Asked(List.of(types), 1);
    }

    /** The step that holds for a tier: the last one that is not beyond it. */
    public Step stepOf(int tier) {
        return steps.stream().filter(step -> step.tier() <= tier).reduce(steps.getFirst(), (earlier, later) -> later);
    }

    /** The least critical tier that the policy tells apart. */
    public int lowestTier() {
        return Collections.max(steps.stream().map(Step::tier).toList());
    }
}
