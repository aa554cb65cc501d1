package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.StandingLock;
import io.holdfast.service.kernel.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the part of entries that belongs to a room: its own key has its shape, and what is locked stays. Entries that are new are not
 * locked. For any number of threads.
 */
public abstract class PartGuard implements EntryGuard {

    private final String own;
    private final List<String> keys;
    private final StandingLock lock;

    /**
     * Knows what to hold.
     *
     * @param own the key of an entry that nobody but the room reads
     * @param keys all keys of its part
     * @param lock says which parts are locked
     */
    protected PartGuard(String own, List<String> keys, StandingLock lock) {
        this.own = own;
        this.keys = List.copyOf(keys);
        this.lock = lock;
    }

    /** The rules that an entry breaks, with paths from {@code $}; those of other keys than the room's own are left to the format. */
    protected abstract List<Problem.Violation> shape(JsonNode entry);

    /** Refuses to change an element's part while it is locked: a problem {@code …-locked}. */
    public final void requireOpen(String id, boolean reopen) {
        List<Problem.Violation> locked = lock.check(Map.of(id, "$"), reopen);
        if (!locked.isEmpty()) {
            throw new EditOutcome.Held(locked).problem();
        }
    }

    @Override
    public final List<Problem.Violation> check(List<EntryPlan> plans, boolean reopen) {
        List<Problem.Violation> found = new ArrayList<>();
        Map<String, String> stored = new LinkedHashMap<>();
        for (EntryPlan plan : plans) {
            if (plan.changes(own)) {
                found.addAll(wrong(plan));
            }
            if (plan.before() != null && keys.stream().anyMatch(plan::changes)) {
                stored.put(plan.id(), plan.path());
            }
        }
        found.addAll(lock.check(stored, reopen));
        return found;
    }

    private List<Problem.Violation> wrong(EntryPlan plan) {
        return shape(plan.requireAfter()).stream()
                .filter(each -> each.path().startsWith("$." + own))
                .map(each -> new Problem.Violation(
                        plan.path() + each.path().substring(1), each.code(), each.message(), null, null, each.value()))
                .toList();
    }
}
