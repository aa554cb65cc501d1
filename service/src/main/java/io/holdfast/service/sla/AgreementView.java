package io.holdfast.service.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.Standing;
import io.holdfast.service.kernel.web.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed about an element, with all that follows from it.
 *
 * @param thing what it is about
 * @param owner who answers for it, or null
 * @param currency of all money, or null
 * @param asOf the day, in the organisation's zone, on which days were judged
 * @param record what is agreed: {@code sla} and {@code x-agreements} of the entry
 * @param violations rules that what is stored breaks, such as after an import
 * @param missing what has to be said before it can be submitted, by path in the record
 * @param checks whether the chain carries it, by measure: availability, outage, data
 * @param gaps what its contracts promise against what needs it
 * @param subcontracts who relies on whom, from its contracts on
 * @param reminders days that come soon or have passed, the earliest first
 * @param standing where its approval stands
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AgreementView(
        AgreedThing thing,
        @Nullable String owner,
        @Nullable String currency,
        LocalDate asOf,
        JsonNode record,
        List<Problem.Violation> violations,
        List<String> missing,
        List<PromiseCheck> checks,
        List<SupplierGap> gaps,
        List<Subcontract> subcontracts,
        List<Reminder> reminders,
        Standing standing) {

    /** Copies the lists. */
    public AgreementView {
        violations = List.copyOf(violations);
        missing = List.copyOf(missing);
        checks = List.copyOf(checks);
        gaps = List.copyOf(gaps);
        subcontracts = List.copyOf(subcontracts);
        reminders = List.copyOf(reminders);
    }

    /**
     * Who relies on whom (row S6).
     *
     * @param from who relies
     * @param to on whom
     * @param element the subcontractor in the register, or null where it is not there
     * @param role in which role
     * @param depth 1 for a subcontractor of a counterparty of this element, 2 for one of theirs, and so on
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Subcontract(
            String from, String to, @Nullable AgreedThing element, String role, int depth) {}
}
