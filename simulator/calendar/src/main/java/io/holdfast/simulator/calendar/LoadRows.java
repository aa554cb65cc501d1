package io.holdfast.simulator.calendar;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds to a model what drills take from each other: the load of teams, and what only one may use at a time. */
final class LoadRows {

    private final Agenda agenda;
    private final CalendarModel model;

    LoadRows(Agenda agenda, CalendarModel model) {
        this.agenda = agenda;
        this.model = model;
    }

    void add() {
        for (LoadLimit limit : agenda.problem().limits()) {
            List<Occurrence> counted = agenda.occurrences().stream()
                    .filter(each -> limit.counts(each.drill()))
                    .toList();
            addLoad(counted, limit.perDay(), Part.DAY);
            addLoad(counted, limit.perWeek(), Part.WEEK);
            addLoad(counted, limit.perMonth(), Part.MONTH);
        }
        Set<String> keys = new LinkedHashSet<>();
        agenda.occurrences().forEach(each -> keys.addAll(each.drill().exclusive()));
        for (String key : keys) {
            addExclusive(agenda.occurrences().stream()
                    .filter(each -> each.drill().exclusive().contains(key))
                    .toList());
        }
    }

    private enum Part {
        DAY,
        WEEK,
        MONTH
    }

    private int partOf(Part part, int day) {
        return switch (part) {
            case DAY -> day;
            case WEEK -> agenda.week(day);
            case MONTH -> agenda.month(day);
        };
    }

    /** What is pinned counts as it is: where it alone is beyond the limit, nothing comes to it. */
    private void addLoad(List<Occurrence> counted, @Nullable Integer limit, Part part) {
        if (limit == null) {
            return;
        }
        Map<Integer, LinearExprBuilder> sums = new TreeMap<>();
        Map<Integer, Integer> most = new HashMap<>();
        Map<Integer, Integer> pinned = new HashMap<>();
        for (Occurrence each : counted) {
            Map<Integer, Integer> largest = new HashMap<>();
            for (int s = 0; s < model.spotsOf(each.index()).size(); s++) {
                Map<Integer, Integer> own = count(model.spotsOf(each.index()).get(s), part);
                BoolVar chosen = model.varsOf(each.index()).get(s);
                own.forEach((at, days) -> {
                    if (each.isPinned()) {
                        pinned.merge(at, days, Integer::sum);
                    } else {
                        sums.computeIfAbsent(at, p -> LinearExpr.newBuilder()).addTerm(chosen, days);
                        largest.merge(at, days, Math::max);
                    }
                });
            }
            largest.forEach((at, days) -> most.merge(at, days, Integer::sum));
        }
        sums.forEach((at, sum) -> {
            int left = Math.max(0, limit - pinned.getOrDefault(at, 0));
            if (most.getOrDefault(at, 0) > left) {
                model.model().addLessOrEqual(sum, left);
            }
        });
    }

    private Map<Integer, Integer> count(Spot spot, Part part) {
        Map<Integer, Integer> days = new TreeMap<>();
        for (int i = 0; i < spot.length(); i++) {
            days.merge(partOf(part, spot.day(i)), 1, Integer::sum);
        }
        return days;
    }

    /** At every moment at which one of them may begin, at most one is under way. */
    private void addExclusive(List<Occurrence> users) {
        if (users.size() < 2) {
            return;
        }
        Map<Integer, TreeSet<Integer>> moments = new TreeMap<>();
        for (Occurrence each : users) {
            for (Spot spot : model.spotsOf(each.index())) {
                for (int i = 0; i < spot.length(); i++) {
                    moments.computeIfAbsent(spot.day(i), day -> new TreeSet<>()).add(spot.startMinute());
                }
            }
        }
        Map<Integer, Map<Integer, List<BoolVar>>> free = new HashMap<>();
        Map<Integer, Set<Integer>> taken = new HashMap<>();
        for (Occurrence each : users) {
            for (int s = 0; s < model.spotsOf(each.index()).size(); s++) {
                Spot spot = model.spotsOf(each.index()).get(s);
                BoolVar chosen = model.varsOf(each.index()).get(s);
                for (int i = 0; i < spot.length(); i++) {
                    int day = spot.day(i);
                    for (int moment :
                            moments.getOrDefault(day, new TreeSet<>()).subSet(spot.startMinute(), spot.endMinute())) {
                        if (each.isPinned()) {
                            taken.computeIfAbsent(day, d -> new HashSet<>()).add(moment);
                        } else {
                            free.computeIfAbsent(day, d -> new TreeMap<>())
                                    .computeIfAbsent(moment, m -> new ArrayList<>())
                                    .add(chosen);
                        }
                    }
                }
            }
        }
        for (int day : moments.keySet()) {
            Set<Integer> pinned = taken.getOrDefault(day, Set.of());
            free.getOrDefault(day, Map.of()).forEach((moment, chosen) -> {
                if (pinned.contains(moment)) {
                    chosen.forEach(each -> model.model().addEquality(each, 0));
                } else if (chosen.size() > 1) {
                    model.model().addAtMostOne(new ArrayList<>(chosen));
                }
            });
        }
    }
}
