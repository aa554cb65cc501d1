package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who waits for each other when the trial is over: of those that are down and cannot go on, the greatest set in which
 * each would go on if all of it were up, and in it those that want each other.
 */
final class Deadlocks {

    private final Day day;
    private final Set<Item> up = new LinkedHashSet<>();

    Deadlocks(Day day) {
        this.day = day;
        day.items.stream().filter(item -> item.serves).forEach(up::add);
    }

    Set<Set<Item>> find() {
        Set<Item> stuck = new LinkedHashSet<>();
        suppose(Set.of());
        day.items.stream().filter(this::isIdle).filter(item -> !goesOn(item)).forEach(stuck::add);
        while (true) {
            suppose(stuck);
            List<Item> able = stuck.stream().filter(this::goesOn).toList();
            if (able.size() == stuck.size()) {
                break;
            }
            stuck.retainAll(able);
        }
        suppose(Set.of());
        Map<Item, Set<Item>> wants = new LinkedHashMap<>();
        for (Item item : stuck) {
            Set<Item> wanted = new LinkedHashSet<>();
            lists(item)
                    .forEach(list -> list.stream()
                            .filter(need -> !day.needs.isMet(need))
                            .flatMap(Need::elements)
                            .map(day.needs::item)
                            .filter(stuck::contains)
                            .forEach(wanted::add));
            wants.put(item, wanted);
        }
        Set<Set<Item>> found = new LinkedHashSet<>(Serving.Graphs.cycles(wants).values());
        found.remove(Set.<Item>of());
        return found;
    }

    private void suppose(Set<Item> more) {
        Set<Item> supposed = new LinkedHashSet<>(up);
        supposed.addAll(more);
        day.needs.supposeInFull(supposed, day.now());
    }

    /** Down, with nothing under way. */
    private boolean isIdle(Item item) {
        return !item.serves
                && item.state != null
                && item.work == null
                && item.waiting == null
                && item.metSince.isEmpty()
                && item.groupStart == Long.MAX_VALUE;
    }

    private boolean goesOn(Item item) {
        return lists(item).stream().anyMatch(day.needs::areMet);
    }

    /** Each list of needs that would let it start something or run. */
    private List<List<Need>> lists(Item item) {
        List<List<Need>> lists = new ArrayList<>();
        for (RecoveryMethod method : item.element.methods()) {
            if (item.state != null && method.effectiveAnswers().contains(item.state) && !item.tried.contains(method)) {
                List<Need> both = new ArrayList<>(Day.startNeeds(item.element, method));
                both.addAll(method.alsoNeeds());
                lists.add(both);
            }
        }
        item.ready(day.now()).forEach(basis -> lists.add(basis.needs()));
        item.restartable(day.now()).forEach(basis -> lists.add(basis.needs()));
        return lists;
    }
}
