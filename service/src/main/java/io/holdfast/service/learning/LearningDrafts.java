package io.holdfast.service.learning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.ApprovalSource;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.learning.internal.LearningJson;
import io.holdfast.service.learning.internal.LearningWords;
import io.holdfast.service.learning.store.EditStore;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/** Edits as they are submitted for approval, in both languages. For any number of threads. */
@Singleton
public class LearningDrafts implements ApprovalSource {

    /** The type of the room's subjects in approvals. */
    public static final String TYPE = "learning";

    private final EditStore store;
    private final Register register;

    LearningDrafts(EditStore store, Register register) {
        this.store = store;
        this.register = register;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    @ReadOnly
    public Optional<String> findHash(String subject) {
        return find(subject).map(edit -> draft(edit).hash());
    }

    @Override
    @ReadOnly
    public boolean isOver(String subject) {
        return find(subject).filter(edit -> edit.applied() != null).isPresent();
    }

    private Optional<LearningEdit> find(String subject) {
        return subject.matches("\\d{1,18}") ? store.find(Long.parseLong(subject)) : Optional.empty();
    }

    /** An edit as it is submitted: what people read, and the numbers that will be written. */
    Draft draft(LearningEdit edit) {
        LearningEdit.Content said = edit.content();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("en", LearningJson.tree(LearningWords.content(said, "en")));
        content.set("zh-Hant", LearningJson.tree(LearningWords.content(said, "zh-Hant")));
        ObjectNode basis = JsonNodeFactory.instance.objectNode();
        basis.put("revision", said.revision()).put("digest", said.digest());
        int numbers = said.lessons().size();
        return new Draft(
                TYPE,
                Long.toString(edit.id()),
                "Learning L-" + edit.id() + ": " + numbers + (numbers == 1 ? " number" : " numbers"),
                "學習更新 L-" + edit.id() + "：" + numbers + " 項數值",
                null,
                content,
                basis,
                LocalDate.ofInstant(edit.madeAt(), OrganisationZone.of(register)),
                null);
    }
}
