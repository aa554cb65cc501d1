package io.holdfast.service.drillplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.ApprovalSource;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.drillplan.internal.PlanJson;
import io.holdfast.service.drillplan.store.PlanStore;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans as they are submitted for approval. For any number of threads. */
@Singleton
public class DrillPlanDrafts implements ApprovalSource {

    private final PlanStore store;
    private final Clock clock;

    DrillPlanDrafts(PlanStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What is approved.
     *
     * @param plan what the plan says
     * @param prediction what the model said of it, or null
     * @param names what the elements and the scenario that it names are called in the language, by id
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Approved(PlanContent plan, @Nullable Prediction prediction, Map<String, String> names) {

        /** Copies the names. */
        public Approved {
            names = Collections.unmodifiableMap(new TreeMap<>(names));
        }
    }

    @Override
    public String type() {
        return DrillPlans.TYPE;
    }

    @Override
    @ReadOnly
    public Optional<String> findHash(String subject) {
        return find(subject).map(row -> draft(row, row.submission()).hash());
    }

    @Override
    @ReadOnly
    public boolean isOver(String subject) {
        return find(subject)
                .filter(row -> row.life().startedAt() != null || row.life().cancelledAt() != null)
                .isPresent();
    }

    private Optional<PlanStore.Row> find(String subject) {
        return subject.matches("\\d{1,18}") ? store.find(Long.parseLong(subject)) : Optional.empty();
    }

    /** A plan as it would be submitted with what is frozen beside it; null where nothing was ever frozen. */
    Draft draft(PlanStore.Row row, @Nullable Submitted frozen) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("en", PlanJson.tree(approved(row, frozen, "en")));
        content.set("zh-Hant", PlanJson.tree(approved(row, frozen, "zh-Hant")));
        ObjectNode basis = JsonNodeFactory.instance.objectNode();
        Prediction prediction = frozen == null ? null : frozen.prediction();
        if (prediction != null) {
            basis.put("run", prediction.run()).put("model", prediction.model());
        }
        return new Draft(
                DrillPlans.TYPE,
                Long.toString(row.id()),
                "Drill plan D-" + row.id() + ": " + row.content().title(),
                "演練計畫 D-" + row.id() + "：" + row.content().title(),
                row.content().unit(),
                content,
                basis,
                LocalDate.now(clock),
                null);
    }

    private static Approved approved(PlanStore.Row row, @Nullable Submitted frozen, String language) {
        Map<String, String> names = new TreeMap<>();
        if (frozen != null) {
            frozen.names().forEach((id, name) -> names.put(id, name.in(language)));
        }
        return new Approved(row.content(), frozen == null ? null : frozen.prediction(), names);
    }

    /** A plan as it was submitted, in one of its languages. */
    public static Approved thaw(Frozen frozen, String language) {
        return PlanJson.require(frozen.content().path(language), Approved.class);
    }
}
