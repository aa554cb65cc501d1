package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import io.holdfast.simulator.model.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The ids that a file defines and the ones it uses; finds doubles and undefined names. */
final class Names {

    private record Use(Id id, Set<String> kinds, Located at, String path) {}

    private static final Set<String> ELEMENTS = Set.of("asset", "service", "process");

    private final List<Violation> violations;
    private final Map<Id, String> defined = new LinkedHashMap<>();
    private final Map<Id, Integer> lines = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();

    Names(List<Violation> violations) {
        this.violations = violations;
    }

    void define(Id id, String kind, Located at, String path) {
        String before = defined.putIfAbsent(id, kind);
        if (before == null) {
            lines.put(id, at.line());
            return;
        }
        violations.add(new Violation(
                Code.DUPLICATE_ID,
                path,
                at.line(),
                at.column(),
                id.value(),
                "Id '" + id + "' is already the id of a " + before + " on line " + lines.get(id)
                        + "; ids are unique in a file. Rename one."));
    }

    void useElement(Id id, Located at, String path) {
        uses.add(new Use(id, ELEMENTS, at, path));
    }

    void use(Id id, String kind, Located at, String path) {
        uses.add(new Use(id, Set.of(kind), at, path));
    }

    /** Notes a violation for every name that is used and not defined. */
    void check() {
        for (Use use : uses) {
            String kind = defined.get(use.id());
            if (kind == null || !use.kinds().contains(kind)) {
                report(use, kind);
            }
        }
    }

    private void report(Use use, @org.jspecify.annotations.Nullable String kind) {
        String wanted = use.kinds().equals(ELEMENTS)
                ? "element"
                : use.kinds().iterator().next();
        Set<String> known = new TreeSet<>();
        defined.forEach((id, each) -> {
            if (use.kinds().contains(each)) {
                known.add(id.value());
            }
        });
        String what = kind == null
                ? "'" + use.id() + "' names no " + wanted + ". "
                : "'" + use.id() + "' is a " + kind + ", but a name of a " + wanted + " must stand here. ";
        violations.add(new Violation(
                Code.UNDEFINED_NAME,
                use.path(),
                use.at().line(),
                use.at().column(),
                use.id().value(),
                what + Suggestion.didYouMean(use.id().value(), known) + "Define it, or remove the name here."));
    }
}
