package io.holdfast.simulator.model;

import java.util.Map;

/** A value of the model that breaks a rule: the reason why it was not built. Its message is the rule's English sentence. */
public final class BrokenRule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final transient Map<String, String> facts;

    /**
     * A broken rule.
     *
     * @param rule the rule
     * @param facts what fills the places of its sentence
     */
    public BrokenRule(Rule rule, Map<String, String> facts) {
        super(rule.filled(facts));
        this.rule = rule;
        this.facts = Map.copyOf(facts);
    }

    /** The rule. */
    public Rule rule() {
        return rule;
    }

    /** What fills the places of its sentence, by name. */
    public Map<String, String> facts() {
        return facts;
    }
}
