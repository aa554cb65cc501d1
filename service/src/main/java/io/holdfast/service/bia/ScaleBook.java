package io.holdfast.service.bia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.bia.internal.ScaleShape;
import io.holdfast.service.bia.store.ScaleStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to the scales: one set for the organisation. For any number of threads. */
@Singleton
public class ScaleBook {

    /** What is announced about every approved analysis when the scales change. */
    static final String CHANGED = "scales-changed";

    private final ScaleStore store;
    private final Approvals approvals;
    private final Audit audit;
    private final Clock clock;

    ScaleBook(ScaleStore store, Approvals approvals, Audit audit, Clock clock) {
        this.store = store;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /** The scales as they are now. */
    @ReadOnly
    public KeptScales current() {
        return store.find().orElse(KeptScales.FIRST);
    }

    /**
     * Puts others in their place and calls for a review of every approved analysis. Refused with {@code invalid} where they break
     * rules, {@code changed-meanwhile} where the version that was seen is not the stored one.
     *
     * @param said the new scales as they were sent
     * @param seen the version that the change is made on, or null to change whatever is stored
     */
    @Transactional
    public KeptScales replace(JsonNode said, @Nullable Integer seen) {
        List<Problem.Violation> violations = ScaleShape.check(said);
        if (!violations.isEmpty()) {
            throw Refusals.invalid(violations);
        }
        Scales scales = ScaleShape.read(said);
        KeptScales before = current();
        int expected = seen == null ? before.version() : seen;
        if (expected == before.version() && scales.equals(before.scales())) {
            return before;
        }
        boolean stored = expected == before.version()
                && store.replace(
                        scales,
                        expected,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Acting.current().name());
        if (!stored) {
            throw new ProblemException(
                            HttpStatus.PRECONDITION_FAILED,
                            "changed-meanwhile",
                            "Somebody else changed the scales since you loaded them. Load them anew and make your change again.")
                    .withChanges(null, before.version());
        }
        announce();
        ObjectNode after = ScaleShape.write(scales);
        audit.record("impact-scales.replace", "impact-scales", "", ScaleShape.write(before.scales()), after);
        return current();
    }

    private void announce() {
        for (Document document : approvals.listDocuments()) {
            if (document.type().equals(AnalysisDrafts.TYPE)) {
                approvals.announce(document.type(), document.subject(), CHANGED, "");
            }
        }
    }
}
