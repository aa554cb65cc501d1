package io.holdfast.service.learning;

import io.holdfast.service.kernel.web.Problem.Violation;
import java.util.List;

/**
 * What a table of actuals would add, or has added.
 *
 * @param actuals what is new, in the order of the rows
 * @param known how many rows say what is known already
 * @param broken the rules that rows break, with line and column; nothing is added where there are any
 */
public record ActualTable(List<Actual> actuals, int known, List<Violation> broken) {

    /** Copies the lists. */
    public ActualTable {
        actuals = List.copyOf(actuals);
        broken = List.copyOf(broken);
    }
}
