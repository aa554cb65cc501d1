package io.holdfast.service.exchange.internal;

import org.jspecify.annotations.Nullable;

/** Reads degrees. */
final class Coordinates {

    private Coordinates() {}

    /** The degrees of a text, null where there is none or it is not a number within the bound, which is then reported. */
    static @Nullable Double read(@Nullable String text, String column, double bound, Place at, Report report) {
        if (text == null) {
            return null;
        }
        try {
            double degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= bound) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            report.violation(
                    "bad-coordinate", at, column, text, column + " is '" + text + "', but it is a number of degrees.");
            return null;
        }
        report.violation(
                "bad-coordinate",
                at,
                column,
                text,
                column + " is " + text + ", but it lies between -" + (int) bound + " and " + (int) bound + ".");
        return null;
    }
}
