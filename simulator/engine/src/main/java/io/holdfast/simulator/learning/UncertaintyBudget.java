package io.holdfast.simulator.learning;

import io.holdfast.simulator.result.Estimate;
import java.util.List;

/**
 * What the spread of an element's recovery time, and of its P95, rests on.
 *
 * @param request what was asked
 * @param recovery the recovery time itself: luck and not knowing
 * @param p95 its 95 % quantile over the draws
 * @param inputs the uncertain inputs that came into play, the one whose knowledge would take most away first; equals in file
 *     order
 * @param idle the uncertain inputs that never came into play in any trial, for their element never stopped or their team was
 *     never called: to know them would take nothing away
 * @param rest the share of the variance of P95 that no single input takes away: interactions, with its 95 % interval
 */
public record UncertaintyBudget(
        BudgetRequest request,
        RecoverySplit recovery,
        P95Split p95,
        List<InputShare> inputs,
        List<ModelInput> idle,
        Estimate rest) {

    /** Copies the lists. */
    public UncertaintyBudget {
        inputs = List.copyOf(inputs);
        idle = List.copyOf(idle);
    }

    /**
     * The variance of one recovery time, in hours squared, over the trials that come back: by the law of total variance that
     * within a draw and that between the means of draws.
     *
     * @param luck the mean variance within a draw, which no knowledge takes away
     * @param notKnowing the variance of the mean between draws, the error of the runs taken off; at least 0
     */
    public record RecoverySplit(double luck, double notKnowing) {
        /** The part of the variance that is luck; 1 where there is no variance. */
        public double shareOfLuck() {
            double all = luck + notKnowing;
            return all == 0 ? 1 : luck / all;
        }
    }

    /**
     * P95 over the draws, in hours; never counts as the horizon.
     *
     * @param low 5 % quantile over the draws
     * @param median the median over the draws
     * @param high 95 % quantile over the draws
     * @param never in how many draws P95 falls among trials that do not come back
     * @param notKnowing the variance of P95 between draws that not knowing the inputs makes, hours squared, with its 95 % interval;
     *     the estimate is at least 0
     * @param luck the variance that the luck of the trials adds to the simulated P95 of a draw, hours squared; falls with trials
     */
    public record P95Split(double low, double median, double high, int never, Estimate notKnowing, double luck) {}

    /** The standard deviation of P95, in hours, that not knowing would leave if an input were known. */
    public double deviationIfKnown(InputShare input) {
        return Math.sqrt(p95.notKnowing().value() * Math.clamp(1 - input.share().value(), 0, 1));
    }
}
