package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;

/** Numbers and names of the links of driving paths: methods first, then elements, then the response. */
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

    /** How many numbers there are. */
    public int size() {
        return methods + elements + 1;
    }

    /** The name of a link: {@code id:method}, {@code id} or {@code response}. */
    public String name(int link) {
        if (link < methods) {
            return model.methods().get(link).link();
        }
        return link < methods + elements ? model.elements().id(link - methods).value() : "response";
    }
}
