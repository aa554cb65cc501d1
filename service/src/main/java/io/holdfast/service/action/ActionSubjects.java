package io.holdfast.service.action;

import io.holdfast.service.action.store.ActionStore;
import io.holdfast.service.evidence.EvidenceSubject;
import io.holdfast.service.evidence.EvidenceSubjects;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Actions as things that evidence can be about. For any number of threads. */
@Singleton
public class ActionSubjects implements EvidenceSubjects {

    private final ActionStore store;

    ActionSubjects(ActionStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return Actions.TYPE;
    }

    @Override
    @ReadOnly
    public Optional<EvidenceSubject> findSubject(String id) {
        return id.matches("\\d{1,18}")
                ? store.find(Long.parseLong(id))
                        .map(action -> new EvidenceSubject(action.content().unit()))
                : Optional.empty();
    }
}
