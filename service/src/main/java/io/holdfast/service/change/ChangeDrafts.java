package io.holdfast.service.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.ApprovalSource;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.change.internal.ApprovedContent;
import io.holdfast.service.change.internal.ChangeJson;
import io.holdfast.service.change.internal.ChangeWords;
import io.holdfast.service.change.store.ChangeStore;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes as they are submitted for approval, in both languages. For any number of threads. */
@Singleton
public class ChangeDrafts implements ApprovalSource {

    private final ChangeStore store;
    private final Clock clock;

    ChangeDrafts(ChangeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String type() {
        return Changes.TYPE;
    }

    @Override
    @ReadOnly
    public Optional<String> findHash(String subject) {
        return find(subject).map(change -> draft(change, change.submitted()).hash());
    }

    @Override
    @ReadOnly
    public boolean isOver(String subject) {
        return find(subject)
                .filter(change -> change.execution() != null || change.closing() != null)
                .isPresent();
    }

    private Optional<Change> find(String subject) {
        return subject.matches("\\d{1,18}") ? store.find(Long.parseLong(subject)) : Optional.empty();
    }

    /**
     * A change as it would be submitted with what is frozen beside it.
     *
     * @param frozen the impact, and how it was carried out; null where nothing was ever frozen
     */
    Draft draft(Change change, @Nullable Submitted frozen) {
        Proposal proposal = change.proposal();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("en", content(proposal, frozen, "en"));
        content.set("zh-Hant", content(proposal, frozen, "zh-Hant"));
        ObjectNode basis = JsonNodeFactory.instance.objectNode();
        if (frozen != null) {
            basis.put("revision", frozen.impact().revision())
                    .put("digest", frozen.impact().digest());
        }
        String number = ChangeWords.number(change.id());
        return new Draft(
                Changes.TYPE,
                Long.toString(change.id()),
                "Change " + number + ": " + proposal.title(),
                "變更 " + number + "：" + proposal.title(),
                proposal.unit(),
                content,
                basis,
                LocalDate.now(clock),
                null);
    }

    private static JsonNode content(Proposal proposal, @Nullable Submitted frozen, String language) {
        Map<String, ElementName> names = frozen == null ? Map.of() : frozen.names();
        return ChangeJson.tree(ApprovedContent.of(proposal, frozen, language, id -> {
            ElementName name = names.get(id);
            return name == null ? id : name.in(language);
        }));
    }

    /** A change as it was submitted, in one of its languages. */
    public static ApprovedChange thaw(Frozen frozen, String language) {
        return ChangeJson.require(frozen.content().path(language), ApprovedChange.class);
    }
}
