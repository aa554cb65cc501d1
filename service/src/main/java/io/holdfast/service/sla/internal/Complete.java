package io.holdfast.service.sla.internal;

import io.holdfast.service.sla.Agreement;
import io.holdfast.simulator.model.ServiceLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be said before agreements are submitted for approval (rows S1, S2, S4, S7). */
final class Complete {

    private Complete() {}

    /** Paths in the record of what is missing. */
    static List<String> missing(@Nullable ServiceLevel level, List<Agreement> agreements) {
        List<String> paths = new ArrayList<>();
        add(paths, "$." + Agreement.KEY, agreements.isEmpty());
        boolean sla = false;
        for (int i = 0; i < agreements.size(); i++) {
            Agreement each = agreements.get(i);
            String at = "$." + Agreement.KEY + "[" + i + "]";
            add(paths, at + ".counterparty", each.counterparty() == null);
            add(paths, at + ".start", each.start() == null);
            add(paths, at + ".nextReview", each.nextReview() == null);
            if (each.kind() == Agreement.Kind.CONTRACT) {
                add(paths, at + ".normalEnd", each.normalEnd() == null);
                add(paths, at + ".earlyEnd", each.earlyEnd() == null);
            }
            boolean own = each.kind() != Agreement.Kind.SLA;
            add(
                    paths,
                    at + ".availability",
                    own && each.availability() == null && each.outageHours() == null && each.rpoHours() == null);
            sla |= !own;
        }
        add(paths, "$.sla.availability", sla && (level == null || level.availability() == null));
        return List.copyOf(paths);
    }

    private static void add(List<String> paths, String path, boolean missing) {
        if (missing) {
            paths.add(path);
        }
    }
}
