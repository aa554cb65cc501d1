package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.internal.ImportedCalls.Call;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the services of an imported call graph, and lays them over assets where wanted. */
final class CallCandidates {

    /** The kind of the relation to a called service. */
    static final String CALLS = "calls";

    /** The kind of the relation to the asset on which a service runs. */
    static final String RUNS_ON = "runs-on";

    private final ImportedCalls graph;
    private final IdBook ids;
    private final List<Id> places;

    /** With the assets to run on in their order; none for services that run on nothing known. */
    CallCandidates(ImportedCalls graph, IdBook ids, List<Id> places) {
        this.graph = graph;
        this.ids = ids;
        this.places = places;
    }

    /** The services sorted by name; the n-th runs on the n-th asset, wrapping. */
    List<Candidate> services() {
        List<String> names = graph.services();
        List<Candidate> services = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            services.add(service(names.get(i), i));
        }
        return services;
    }

    private Candidate service(String name, int position) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "service");
        fields.put("name", name);
        fields.put("x-system", graph.system());
        List<Need> needs = new ArrayList<>();
        for (Call call : graph.calls()) {
            if (call.from().equals(name)) {
                String evidence = call.evidence().isEmpty() ? null : call.evidence();
                needs.add(NeedText.one(CALLS, ids.getId(call.to()), evidence));
            }
        }
        if (!places.isEmpty()) {
            needs.add(NeedText.one(RUNS_ON, places.get(position % places.size()), null));
        }
        return new Candidate(ids.getId(name), name, ElementType.SERVICE, "service", fields, needs);
    }
}
