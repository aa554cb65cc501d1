package io.holdfast.simulator.lint;

import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.format.ModelCheck;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.result.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a model against all rules of {@link LintRule}. Order: by rule, then by place in the model. Cost: close to linear in
 * needs, but for single points of failure, which cost what goes down with each.
 */
public final class Linter {

    private static final List<Check> CHECKS = List.of(
            new TargetChain(),
            new OffSite(),
            new Copies(),
            new RestartTime(),
            new Promises(),
            new DataAbroad(),
            new SinglePoints(),
            new Owners(),
            new Freshness());

    private Linter() {}

    /**
     * What a model breaks.
     *
     * @param asOf the day on which dates are judged; without one no date is called old
     */
    public static List<Conflict> of(ContinuityModel model, @Nullable DrillDay asOf) {
        return run(model, ModelCheck.of(model), asOf);
    }

    /** The same for a file that was read: keys that are probably misspelt are found, too. */
    public static List<Conflict> of(ReadOutcome.Read read, @Nullable DrillDay asOf) {
        return run(read.model(), ModelCheck.of(read), asOf);
    }

    private static List<Conflict> run(ContinuityModel model, List<Finding> checked, @Nullable DrillDay asOf) {
        List<Conflict> found = new ArrayList<>();
        checked.stream().map(Checked::of).forEach(found::add);
        LintModel input = new LintModel(model, asOf);
        CHECKS.forEach(check -> check.run(input, found::add));
        found.sort(Comparator.comparing(Conflict::rule)); // stable: keeps the model's order within a rule
        return List.copyOf(found);
    }
}
