package io.holdfast.service.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.drill.internal.RulesJson;
import io.holdfast.service.drill.store.RulesStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to what the organisation has decided about its drills. For any number of threads. */
@Singleton
public class RuleBook {

    private final RulesStore store;
    private final Audit audit;
    private final Clock clock;

    RuleBook(RulesStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What holds now: a preset until somebody decides something. */
    @ReadOnly
    public StoredRules current() {
        return store.load();
    }

    /**
     * Decides something else; schedules stay as they are until they are planned again. A problem {@code invalid} where the rules are
     * none, {@code changed-meanwhile} where the version that was seen is not the stored one.
     *
     * @param said the rules as JSON, whole
     * @param seen the version that the change is made on, or null to change whatever is stored
     */
    @Transactional
    public StoredRules replace(JsonNode said, @Nullable Integer seen) {
        DrillRules rules = read(said);
        StoredRules before = store.load();
        boolean stored = (seen == null || seen == before.version())
                && store.replace(
                        rules,
                        before.version(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Acting.current().name());
        if (!stored) {
            throw ProblemException.changedMeanwhile(null, before.version());
        }
        audit.record("drill-rules.replace", "drill-rules", "", RulesJson.tree(before.rules()), RulesJson.tree(rules));
        return store.load();
    }

    private static DrillRules read(JsonNode said) {
        try {
            return RulesJson.read(said);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    List.of(new Violation("$", "bad-rules", String.valueOf(e.getMessage()), null, null, null)));
        }
    }
}
