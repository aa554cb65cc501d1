package io.holdfast.service.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.Violation;
import io.holdfast.simulator.model.ContinuityModel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes of lists that others lean on everywhere, such as teams and sites: put into the document of the whole model, which is then
 * read. Cost: the whole model. One use an instance.
 */
final class WholeRead {

    private static final Pattern ENTRY = Pattern.compile("(\\$\\.(\\w+)\\[(\\d{1,9})])(.*)");

    private static final String ID = "id";

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
        remove(plans.stream().filter(plan -> plan.after() == null).toList());
        put(plans.stream().filter(plan -> plan.after() != null).toList());
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

    private void remove(List<EntryPlan> plans) {
        Map<Section, Set<String>> gone = new EnumMap<>(Section.class);
        plans.forEach(plan ->
                gone.computeIfAbsent(plan.section(), each -> new HashSet<>()).add(plan.id()));
        gone.forEach((section, ids) -> {
            ArrayNode left = document.arrayNode();
            list(section).forEach(entry -> {
                if (!ids.contains(entry.path(ID).asText())) {
                    left.add(entry);
                }
            });
            document.set(section.key(), left);
        });
    }

    private void put(List<EntryPlan> plans) {
        Map<Section, Map<String, Integer>> places = new EnumMap<>(Section.class);
        for (EntryPlan plan : plans) {
            ArrayNode list = list(plan.section());
            ObjectNode entry = Objects.requireNonNull(plan.after());
            int at = list.size();
            if (plan.before() == null) {
                list.add(entry);
            } else {
                at = Objects.requireNonNull(places.computeIfAbsent(plan.section(), each -> placesIn(list))
                        .get(plan.id()));
                list.set(at, entry);
            }
            sentFrom.put("$." + plan.section().key() + "[" + at + "]", plan.path());
        }
    }

    private static Map<String, Integer> placesIn(ArrayNode list) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            places.put(list.get(i).path(ID).asText(), i);
        }
        return places;
    }

    private Violation told(Violation violation) {
        Matcher path = ENTRY.matcher(violation.path());
        if (!path.matches()) {
            return violation;
        }
        String sent = sentFrom.get(path.group(1));
        String id = document.path(path.group(2))
                .path(Integer.parseInt(path.group(3)))
                .path(ID)
                .asText();
        String place = sent == null ? "$." + path.group(2) + "[?@.id=='" + id + "']" : sent;
        return new Violation(violation.code(), place + path.group(4), 0, 0, violation.value(), violation.text());
    }
}
