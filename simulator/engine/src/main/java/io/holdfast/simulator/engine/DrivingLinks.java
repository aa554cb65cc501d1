package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.Instant;

/** Numbers and names of the links of driving paths: methods first, then elements, the response, waits for teams. */
public final class DrivingLinks {

    private final CompiledModel model;
    private final int methods;
    private final int elements;

    /** The links of a compiled model. */
    public DrivingLinks(CompiledModel model) {
        this.model = model;
        methods = model.methods().size();
        elements = model.elements().size();
    }

    int method(int method) {
        return method;
    }

    int element(int e) {
        return methods + e;
    }

    int response() {
        return methods + elements;
    }

    int wait(int team) {
        return methods + elements + 1 + team;
    }

    /** How many numbers there are. */
    public int size() {
        return methods + elements + 1 + model.response().teams();
    }

    /** What takes no time when a link does. */
    Instant instant(int link) {
        if (link < methods) {
            return Instant.ofMethod(link);
        }
        if (link < methods + elements) {
            return Instant.ofElement(link - methods);
        }
        return link == response() ? Instant.ofResponse() : Instant.ofWait(link - response() - 1);
    }

    /** The name of a link: {@code id:method}, {@code id}, {@code response} or {@code team:wait}. */
    public String name(int link) {
        if (link < methods) {
            return model.methods().get(link).link();
        }
        if (link < methods + elements) {
            return model.elements().id(link - methods).value();
        }
        int team = link - response() - 1;
        return team < 0 ? "response" : model.model().teams().get(team).id() + ":wait";
    }
}
