package io.holdfast.simulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service level agreement.
 *
 * @param availability the promised share of time, or null
 * @param per the period that it is measured over
 * @param fee the fee of one period in the model's currency
 * @param credits share of the fee paid back below a limit of availability
 * @param creditsByOutage share of the fee paid back for an outage longer than a limit in hours
 */
public record ServiceLevel(
        @Nullable Double availability, Period per, double fee, List<Credit> credits, List<Credit> creditsByOutage) {

    /** The period of a service level. */
    public enum Period {
        /** 730 hours. */
        MONTH(730),
        /** 2190 hours. */
        QUARTER(2190),
        /** 8760 hours. */
        YEAR(8760);

        private final int hours;

        Period(int hours) {
            this.hours = hours;
        }

        /** Its length. */
        public int hours() {
            return hours;
        }
    }

    /** A limit (a share of time, or hours) and the share of the fee that is paid back. */
    public record Credit(double limit, double share) {
        /** Checks both numbers. */
        public Credit {
            Require.notNegative("credit limit", limit);
            Require.share("credit share", share);
        }
    }

    /** Checks the numbers and copies the lists. */
    public ServiceLevel {
        Require.shareIfGiven("availability", availability);
        Require.notNegative("fee", fee);
        credits = List.copyOf(credits);
        creditsByOutage = List.copyOf(creditsByOutage);
    }
}
