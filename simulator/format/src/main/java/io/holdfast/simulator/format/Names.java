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
import org.jspecify.annotations.Nullable;

/** The ids that a file defines and the ones it uses; finds doubles and undefined names. */
final class Names {

    private record Use(Id id, Set<String> kinds, Located at, String path) {}

    private static final Set<String> ELEMENTS = Set.of("asset", "service", "process");
    private static final Set<String> ANY =
            Set.of("asset", "service", "process", "site", "team", "contact", "plan", "scenario", "drill");

    /** Looking for what was meant costs a pass over all ids, so it is done for so many names only. */
    private static final int MOST_SUGGESTIONS = 200;

    private final Reading reading;
    private final Map<Id, String> defined = new LinkedHashMap<>();
    private final Map<Id, Integer> lines = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private int suggestions;

    Names(Reading reading) {
        this.reading = reading;
    }

    /** What a kind of thing is called in a sentence. */
    static Message kind(String kind) {
        return Message.of("kind." + kind.replace(' ', '-'));
    }

    /** Notes an id that is defined already, outside of what is read. */
    void know(Id id, String kind) {
        defined.putIfAbsent(id, kind);
    }

    void define(Id id, String kind, Located at, String path) {
        String before = defined.putIfAbsent(id, kind);
        if (before == null) {
            lines.put(id, at.line());
            return;
        }
        Integer line = lines.get(id);
        Message text = line == null
                ? Message.of("duplicate-id.stored", "value", id, "kind", kind(before))
                : Message.of("duplicate-id", "value", id, "kind", kind(before), "line", line);
        reading.add(Code.DUPLICATE_ID, path, at.line(), at.column(), id.value(), text);
    }

    void useElement(Id id, Located at, String path) {
        uses.add(new Use(id, ELEMENTS, at, path));
    }

    void useAny(Id id, Located at, String path) {
        uses.add(new Use(id, ANY, at, path));
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

    private void report(Use use, @Nullable String kind) {
        Message wanted = use.kinds().size() == 1
                ? kind(use.kinds().iterator().next())
                : kind(use.kinds().equals(ELEMENTS) ? "element" : "thing");
        Message text = kind == null
                ? Message.of("undefined-name", "value", use.id(), "kind", wanted, "didYouMean", meant(use))
                : Message.of(
                        "undefined-name.other-kind",
                        "value",
                        use.id(),
                        "given",
                        kind(kind),
                        "kind",
                        wanted,
                        "didYouMean",
                        meant(use));
        Located at = use.at();
        reading.add(
                Code.UNDEFINED_NAME,
                use.path(),
                at.line(),
                at.column(),
                use.id().value(),
                text);
    }

    private Message meant(Use use) {
        if (suggestions++ >= MOST_SUGGESTIONS) {
            return Message.none();
        }
        Set<String> known = new TreeSet<>();
        defined.forEach((id, each) -> {
            if (use.kinds().contains(each)) {
                known.add(id.value());
            }
        });
        return Suggestion.meant(use.id().value(), known);
    }
}
