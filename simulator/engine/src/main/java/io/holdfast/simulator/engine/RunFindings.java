package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.StaticFindings;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a person should know beside the numbers of a run. */
final class RunFindings {

    private RunFindings() {}

    static List<Finding> of(CompiledModel model, Accumulator sums) {
        List<Finding> findings = new ArrayList<>(StaticFindings.of(model.model(), model.scenario()));
        sums.deadlocks().forEach((group, count) -> {
            List<Id> members = Arrays.stream(sums.deadlockMembers(group))
                    .mapToObj(model.elements()::id)
                    .toList();
            findings.add(new Finding(
                    "recovery-deadlock",
                    Finding.Severity.WARNING,
                    members,
                    String.format(
                            Locale.ROOT,
                            "The recoveries of %s wait for each other and never start, in %s of %s trials. Give one of"
                                    + " them a recovery method that does not need the others.",
                            members,
                            count,
                            sums.trials())));
        });
        return findings;
    }
}
