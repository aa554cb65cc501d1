package io.holdfast.service.exchange.internal;

import io.holdfast.simulator.format.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules between the rows of a register: keys once, names that exist, groups that can be met, parents without a ring. */
final class RegisterCheck {

    /** Beyond this many keys, looking for the nearest one would take too long to be a help. */
    private static final int MOST_SUGGESTED = 20_000;

    private final Map<String, AssetRow> byKey = new LinkedHashMap<>();
    private final Report report;

    RegisterCheck(List<AssetRow> assets, Report report) {
        this.report = report;
        assets.forEach(this::add);
        byKey.values().forEach(this::checkParent);
        checkRings();
    }

    private void add(AssetRow row) {
        AssetRow before = byKey.putIfAbsent(row.key(), row);
        if (before != null) {
            report.violation(
                    "duplicate-id",
                    row.at(),
                    "id",
                    row.key(),
                    "The id '" + row.key() + "' stands already at "
                            + before.at().shown() + "; an id names one asset. Rename or remove one.");
        }
    }

    private void checkParent(AssetRow row) {
        String parent = row.parent();
        if (parent != null && !byKey.containsKey(parent)) {
            unknown(row.at(), "parent", parent);
        }
    }

    private void unknown(Place at, String column, String key) {
        Set<String> known = byKey.size() > MOST_SUGGESTED ? Set.of() : byKey.keySet();
        report.violation(
                "unknown-id",
                at,
                column,
                key,
                "'" + key + "' names no asset. " + Suggestion.didYouMean(key, known) + "Add it to the assets, or mend '"
                        + column + "'.");
    }

    private void checkRings() {
        Set<String> done = new HashSet<>();
        for (String start : byKey.keySet()) {
            Set<String> way = new LinkedHashSet<>();
            String at = start;
            while (at != null && !done.contains(at) && way.add(at)) {
                AssetRow row = byKey.get(at);
                at = row == null ? null : row.parent();
            }
            if (at != null && way.contains(at)) {
                ring(at, way);
            }
            done.addAll(way);
        }
    }

    private void ring(String at, Set<String> way) {
        List<String> ring = new ArrayList<>(way);
        ring.subList(0, ring.indexOf(at)).clear();
        ring.add(at);
        AssetRow row = Objects.requireNonNull(byKey.get(at));
        report.violation(
                "parent-ring",
                row.at(),
                "parent",
                at,
                "Parents form a ring: " + String.join(" → ", ring)
                        + ". Nothing can lie within itself; mend one parent.");
    }

    /** The relations without doubles; whatever is wrong with them goes to the report. */
    List<RelationRow> check(List<RelationRow> relations) {
        List<RelationRow> kept = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (RelationRow row : relations) {
            if (!checkEnds(row)) {
                continue;
            }
            String group = row.group();
            if (seen.add(List.of(row.from(), row.to(), row.kind(), group == null ? "" : group))) {
                kept.add(row);
            } else {
                report.warning(
                        "relation-twice",
                        row.at().file(),
                        "A relation that stands twice counts once, as from '" + row.from() + "' to '" + row.to()
                                + "' at " + row.at().shown() + ".");
            }
        }
        checkGroups(kept);
        return kept;
    }

    private boolean checkEnds(RelationRow row) {
        boolean known = true;
        if (!byKey.containsKey(row.from())) {
            unknown(row.at(), "from", row.from());
            known = false;
        }
        if (!byKey.containsKey(row.to())) {
            unknown(row.at(), "to", row.to());
            known = false;
        }
        if (known && row.from().equals(row.to())) {
            report.violation(
                    "needs-itself",
                    row.at(),
                    "to",
                    row.to(),
                    "'" + row.from() + "' cannot need itself. Mend 'to', or remove the row.");
            known = false;
        }
        return known;
    }

    private void checkGroups(List<RelationRow> rows) {
        Map<List<String>, List<RelationRow>> groups = new LinkedHashMap<>();
        for (RelationRow row : rows) {
            String group = row.group();
            if (group == null) {
                if (row.minUp() != null && row.minUp() > 1) {
                    report.violation(
                            "bad-min-up",
                            row.at(),
                            "min_up",
                            row.minUp().toString(),
                            "min_up is " + row.minUp()
                                    + " on a row without a group, which has one member. Name the group, or leave min_up empty.");
                }
            } else if (!row.isCable()) {
                groups.computeIfAbsent(List.of(row.from(), group), key -> new ArrayList<>())
                        .add(row);
            }
        }
        groups.values().forEach(this::checkGroup);
    }

    private void checkGroup(List<RelationRow> group) {
        Map<Integer, RelationRow> counts = new HashMap<>();
        group.stream()
                .filter(row -> row.minUp() != null)
                .forEach(row -> counts.putIfAbsent(Objects.requireNonNull(row.minUp()), row));
        RelationRow last = group.getLast();
        if (counts.isEmpty()) {
            report.warning(
                    "min-up-assumed",
                    last.at().file(),
                    "A group that does not say min_up needs one of its members, as group '" + last.group() + "' of '"
                            + last.from() + "'.");
        } else if (counts.size() > 1) {
            report.violation(
                    "bad-min-up",
                    last.at(),
                    "min_up",
                    String.valueOf(last.minUp()),
                    "Group '" + last.group() + "' of '" + last.from() + "' says different numbers for min_up: "
                            + counts.keySet().stream().sorted().toList() + ". Write the same one on each of its rows.");
        } else {
            int minUp = counts.keySet().iterator().next();
            if (minUp > group.size()) {
                report.violation(
                        "bad-min-up",
                        last.at(),
                        "min_up",
                        Integer.toString(minUp),
                        "Group '" + last.group() + "' of '" + last.from() + "' needs " + minUp + " up, but has "
                                + group.size() + " members. Lower min_up, or add the missing rows.");
            }
        }
    }
}
