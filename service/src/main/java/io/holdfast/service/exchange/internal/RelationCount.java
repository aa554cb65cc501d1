package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.ImportReport.Counts;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts relations one by one, cables included: what the source says now against what it said last time. */
final class RelationCount {

    private RelationCount() {}

    /** The counts by {@code relations}, {@code calls} and {@code placements}. */
    static Map<String, Counts> count(ContinuityModel before, List<Candidate> candidates, List<Element> gone) {
        Map<String, Set<String>> now = new TreeMap<>();
        Map<String, Set<String>> last = new TreeMap<>();
        Map<Id, Element> known = before.elementsById();
        for (Candidate theirs : candidates) {
            boolean calls = theirs.type() == io.holdfast.simulator.model.ElementType.SERVICE;
            theirs.needs().stream()
                    .map(NeedText::of)
                    .flatMap(Optional::stream)
                    .forEach(text -> add(now, theirs.id(), NeedText.relations(text), calls));
            add(now, theirs.id(), cables(theirs.fields()), calls);
            Element mine = known.get(theirs.id());
            if (mine != null) {
                addLast(last, mine, calls);
            }
        }
        for (Element each : gone) {
            addLast(last, each, each.type() == io.holdfast.simulator.model.ElementType.SERVICE);
        }
        return compare(now, last);
    }

    private static void addLast(Map<String, Set<String>> last, Element mine, boolean calls) {
        ImportedFields.needsLastSaid(mine).forEach(text -> add(last, mine.id(), NeedText.relations(text), calls));
        add(last, mine.id(), cables(ImportedFields.lastSaid(mine.label())), calls);
    }

    private static void add(Map<String, Set<String>> to, Id from, List<String> relations, boolean calls) {
        for (String relation : relations) {
            String what = !calls ? "relations" : relation.startsWith(CallCandidates.RUNS_ON) ? "placements" : "calls";
            to.computeIfAbsent(what, key -> new HashSet<>()).add(from + " " + relation);
        }
    }

    private static List<String> cables(Map<String, Object> fields) {
        return fields.get(ImportedFields.CONNECTIONS) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> (Map<?, ?>) each)
                        .map(each -> "cable " + each.get("kind") + " " + each.get("to"))
                        .toList()
                : List.of();
    }

    private static Map<String, Counts> compare(Map<String, Set<String>> now, Map<String, Set<String>> last) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        Set<String> keys = new java.util.TreeSet<>(now.keySet());
        keys.addAll(last.keySet());
        for (String what : keys) {
            Set<String> source = Objects.requireNonNullElse(now.get(what), Set.of());
            Set<String> base = Objects.requireNonNullElse(last.get(what), Set.of());
            int same = (int) source.stream().filter(base::contains).count();
            counts.put(what, new Counts(source.size() - same, 0, same, base.size() - same));
        }
        return counts;
    }
}
