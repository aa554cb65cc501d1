package io.holdfast.service.exchange.internal;

import java.util.List;
import java.util.TreeSet;

/**
 * One system's call graph.
 *
 * @param system the system's name
 * @param calls who calls whom, each pair once
 */
public record ImportedCalls(String system, List<Call> calls) {

    /**
     * A service that cannot serve without another.
     *
     * @param at where it stands
     * @param from who calls
     * @param to who is called
     * @param evidence what says so, may be empty
     */
    public record Call(Place at, String from, String to, String evidence) {}

    /** Copies the calls and puts them in order. */
    public ImportedCalls {
        calls = calls.stream()
                .sorted(java.util.Comparator.comparing(Call::from).thenComparing(Call::to))
                .toList();
    }

    /** Every service that calls or is called, sorted by name. */
    public List<String> services() {
        TreeSet<String> names = new TreeSet<>();
        calls.forEach(call -> {
            names.add(call.from());
            names.add(call.to());
        });
        return List.copyOf(names);
    }
}
