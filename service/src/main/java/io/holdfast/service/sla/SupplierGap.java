package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a counterparty promises, in its contract and by its continuity plan, against the targets of what needs it (row B11).
 *
 * @param agreement the id of the agreement
 * @param targetRtoHours the strictest RTO of what needs the element, or null where nothing states one
 * @param rtoWay from what states that to the element, both included
 * @param targetRpoHours the strictest RPO of what needs it, or null
 * @param rpoWay from what states that to the element
 * @param promisedRtoHours what the agreement promises, or null
 * @param promisedRpoHours what the agreement promises, or null
 * @param planRtoHours what the continuity plan of the counterparty says, or null
 * @param planRpoHours what it says, or null
 * @param gaps what is wrong, in stable words: {@code rto-later}, {@code rto-missing}, {@code rpo-more},
 *     {@code plan-missing}, {@code plan-rto-later}, {@code plan-rpo-more}, {@code evidence-missing}, {@code evidence-old},
 *     {@code drill-missing}, {@code drill-old}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SupplierGap(
        String agreement,
        @Nullable Double targetRtoHours,
        List<AgreedThing> rtoWay,
        @Nullable Double targetRpoHours,
        List<AgreedThing> rpoWay,
        @Nullable Double promisedRtoHours,
        @Nullable Double promisedRpoHours,
        @Nullable Double planRtoHours,
        @Nullable Double planRpoHours,
        List<String> gaps) {

    /** Copies the lists. */
    public SupplierGap {
        rtoWay = List.copyOf(rtoWay);
        rpoWay = List.copyOf(rpoWay);
        gaps = List.copyOf(gaps);
    }
}
