package io.holdfast.service.sla;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.StandingLock;
import io.holdfast.service.approval.Standings;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.register.PartGuard;
import io.holdfast.service.sla.internal.AgreementShape;
import jakarta.inject.Singleton;
import java.util.List;

/** Holds agreements against changes of entries by any door. For any number of threads. */
@Singleton
final class AgreementGuard extends PartGuard {

    AgreementGuard(Standings standings) {
        super(
                Agreement.KEY,
                AgreementRecord.KEYS,
                new StandingLock(standings, AgreementDrafts.TYPE, "agreements-locked", "these agreements are"));
    }

    @Override
    protected List<Problem.Violation> shape(JsonNode entry) {
        return AgreementShape.check(entry);
    }
}
