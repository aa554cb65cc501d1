package io.holdfast.service.approval;

/** What follows in a room when somebody has decided about one of its versions, in the same transaction. For any number of threads. */
public interface DecisionListener {

    /** The type of the subjects whose decisions it hears. */
    String type();

    /** A version was approved, rejected or withdrawn; what this throws undoes the decision. */
    void decided(Document document, Version version);
}
