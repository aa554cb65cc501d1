package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.StaticFindings;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
                    Finding.Kind.RECOVERY_DEADLOCK,
                    members,
                    Map.of(
                            "elements",
                            StaticFindings.shortList(members),
                            "count",
                            Long.toString(count),
                            "trials",
                            Long.toString(sums.trials()))));
        });
        return findings;
    }
}
