package io.holdfast.simulator.drill;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Estimate;
import io.holdfast.simulator.result.QuantileEstimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only one type of drill has. Times are in hours from the drill's beginning. */
public sealed interface DrillDetail {

    /**
     * The response chain.
     *
     * @param leader the team that decides, or null where all do
     * @param decided when the decision falls
     * @param response when the last alerted team is at work
     * @param teams the teams that are called
     */
    record CallTree(@Nullable Id leader, Spread decided, Spread response, List<CalledTeam> teams)
            implements DrillDetail {
        /** Copies the list. */
        public CallTree {
            teams = List.copyOf(teams);
        }
    }

    /**
     * A team that is called.
     *
     * @param team the team
     * @param alerted the chance that somebody of it is reached
     * @param alertedAt when; never where nobody is
     * @param readyAt when it is at work; never where it is not alerted, or nobody decides
     */
    record CalledTeam(Id team, Estimate alerted, Spread alertedAt, Spread readyAt) {}

    /** The restores. */
    record Restores(List<Store> stores) implements DrillDetail {
        /** Copies the list. */
        public Restores {
            stores = List.copyOf(stores);
        }
    }

    /**
     * A store.
     *
     * @param id the store
     * @param restored the chance that a restore succeeds, integrity check included
     * @param duration when it is done; never where it is not restored
     * @param dataLoss the age of the data brought back; never where everything is lost
     * @param noUsableCopy the chance that it is restored and no copy is usable
     * @param rpoHours the RPO that it is held against, or null
     */
    record Store(
            Id id,
            Estimate restored,
            Spread duration,
            Spread dataLoss,
            Estimate noUsableCopy,
            @Nullable Double rpoHours) {}

    /**
     * The timeline of the scenario.
     *
     * @param disrupted the chance that anything in scope is disrupted: else there is nothing to play
     * @param elements the elements in scope
     */
    record Timeline(Estimate disrupted, List<Recovered> elements) implements DrillDetail {
        /** Copies the list. */
        public Timeline {
            elements = List.copyOf(elements);
        }
    }

    /**
     * An element in scope.
     *
     * @param id the element
     * @param recovery its recovery time; 0 where it is not disrupted
     * @param dataLoss the age of the data lost
     * @param rtoHours the RTO that it is held against, or null
     * @param rpoHours the RPO that it is held against, or null
     */
    record Recovered(
            Id id,
            Spread recovery,
            Spread dataLoss,
            @Nullable Double rtoHours,
            @Nullable Double rpoHours) {}

    /**
     * The planned switch.
     *
     * @param switched the elements that are switched
     * @param visible the services and processes that run on them
     * @param rollback the chance that a switch does not succeed and all is rolled back
     * @param switching how long the switch takes
     * @param back how long the way back takes
     * @param stayHours how long production runs at the standby
     * @param headroom the headroom there, by process
     * @param window when to do it
     */
    record Switch(
            List<Id> switched,
            List<Id> visible,
            Estimate rollback,
            Spread switching,
            Spread back,
            double stayHours,
            List<Headroom> headroom,
            Window window)
            implements DrillDetail {
        /** Copies the lists. */
        public Switch {
            switched = List.copyOf(switched);
            visible = List.copyOf(visible);
            headroom = List.copyOf(headroom);
        }
    }

    /**
     * The least headroom of a process while production is at the standby, in the unit of its demand.
     *
     * @param id the process
     * @param unit the unit
     * @param p05 5 % quantile
     * @param p50 median
     * @param belowZero the chance that the standby cannot carry the demand
     */
    record Headroom(Id id, String unit, QuantileEstimate p05, QuantileEstimate p50, Estimate belowZero) {}

    /**
     * The best window.
     *
     * @param best the better one; null where the model does not tell them apart
     * @param office the drill in office hours; null where it is not told apart
     * @param off the drill outside office hours; null likewise
     */
    record Window(
            @Nullable Best best,
            @Nullable Spread office,
            @Nullable Spread off) {
        /** The windows that a model can tell apart. */
        public enum Best {
            /** Office hours. */
            OFFICE,
            /** Any other hour. */
            OFF
        }
    }
}
