package io.holdfast.service.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.Violation;
import io.holdfast.simulator.model.ContinuityModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes of lists that others lean on everywhere, such as teams and sites: put into the document of the whole model, which is then
 * read. Cost: the whole model. One use an instance.
 */
final class WholeRead {

    private static final Pattern ENTRY = Pattern.compile("(\\$\\.(\\w+)\\[(\\d{1,9})])(.*)");

    private final ObjectNode document;
    private final Map<String, String> sentFrom = new HashMap<>();

    private WholeRead(ContinuityModel model) {
        document = Documents.write(model);
    }

    /**
     * The model after the changes, or what is wrong: with paths of what was sent where that is wrong itself, elsewhere as
     * {@code $.assets[?@.id=='a']} (RFC 9535).
     */
    static ReadOutcome change(ContinuityModel model, List<EntryPlan> plans) {
        return new WholeRead(model).run(plans);
    }

    private ReadOutcome run(List<EntryPlan> plans) {
        plans.stream().filter(plan -> plan.after() == null).forEach(this::remove);
        plans.stream().filter(plan -> plan.after() != null).forEach(this::put);
        return switch (Documents.tryRead(document)) {
            case ReadOutcome.Read read -> read;
            case ReadOutcome.Refused refused ->
                new ReadOutcome.Refused(
                        refused.violations().stream().map(this::told).toList());
        };
    }

    private ArrayNode list(Section section) {
        return document.withArrayProperty(section.key());
    }

    private int find(EntryPlan plan) {
        ArrayNode list = list(plan.section());
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path("id").asText().equals(plan.id())) {
                return i;
            }
        }
        throw new IllegalStateException("The stored entry '" + plan.id() + "' is not in the model");
    }

    private void remove(EntryPlan plan) {
        list(plan.section()).remove(find(plan));
    }

    private void put(EntryPlan plan) {
        ArrayNode list = list(plan.section());
        ObjectNode entry = Objects.requireNonNull(plan.after());
        int at = plan.before() == null ? list.size() : find(plan);
        if (plan.before() == null) {
            list.add(entry);
        } else {
            list.set(at, entry);
        }
        sentFrom.put("$." + plan.section().key() + "[" + at + "]", plan.path());
    }

    /** What was sent has its place there; of what is stored the id says more than its place in the list. */
    private Violation told(Violation violation) {
        Matcher path = ENTRY.matcher(violation.path());
        if (!path.matches()) {
            return violation;
        }
        String sent = sentFrom.get(path.group(1));
        String id = document.path(path.group(2))
                .path(Integer.parseInt(path.group(3)))
                .path("id")
                .asText();
        String place = sent == null ? "$." + path.group(2) + "[?@.id=='" + id + "']" : sent;
        return new Violation(violation.code(), place + path.group(4), 0, 0, violation.value(), violation.text());
    }
}
