package io.holdfast.service.change;

import io.holdfast.service.audit.Audit;
import io.holdfast.service.change.internal.ChangeJson;
import io.holdfast.service.change.internal.Refusals;
import io.holdfast.service.change.store.NoteStore;
import io.holdfast.service.kernel.access.Acting;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The door to what the organisation has set about changes. For any number of threads. */
@Singleton
public class ChangeRules {

    private final NoteStore store;
    private final Audit audit;
    private final Clock clock;

    ChangeRules(NoteStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is set now. */
    @ReadOnly
    public ChangeSettings current() {
        return store.settings();
    }

    /**
     * Sets something else; what was carried out before keeps its deadline. Refused with {@code changed-meanwhile} where the version
     * that was seen is not the stored one.
     *
     * @param seen the version that the change is made on, or null to change whatever is stored
     */
    @Transactional
    public ChangeSettings replace(int approveWithinHours, @Nullable Integer seen) {
        ChangeSettings before = store.settings();
        boolean stored = (seen == null || seen == before.version())
                && store.replaceSettings(
                        approveWithinHours,
                        before.version(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Acting.current().name());
        if (!stored) {
            ChangeSettings sent =
                    new ChangeSettings(approveWithinHours, before.version(), before.changedBy(), before.changedAt());
            throw Refusals.outdated(before.version(), ChangeJson.tree(before), ChangeJson.tree(sent));
        }
        ChangeSettings after = store.settings();
        audit.record("change-settings.replace", "change-settings", "", ChangeJson.tree(before), ChangeJson.tree(after));
        return after;
    }
}
