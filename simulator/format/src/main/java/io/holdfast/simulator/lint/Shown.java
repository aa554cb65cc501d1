package io.holdfast.simulator.lint;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Finding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures and names as they stand in sentences. */
final class Shown {

    private Shown() {}

    /** With at most so many decimals and no idle zeros. */
    static String number(double value, int decimals, RoundingMode rounding) {
        BigDecimal rounded = new BigDecimal(Double.toString(value)).setScale(decimals, rounding);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Hours to the second. */
    static String hours(double value) {
        return number(value, 4, RoundingMode.HALF_UP);
    }

    /** A share of time in percent, rounded down: what is promised is never shown as more. */
    static String percent(double share) {
        return number(share * 100, 5, RoundingMode.FLOOR);
    }

    /** A finding about elements; facts are names and values in turn. */
    static Finding finding(LintRule rule, List<Id> elements, Object... namesAndValues) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return new Finding(rule.kind(), elements, facts);
    }
}
