package io.holdfast.service.change.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.change.ChangeKind;
import io.holdfast.service.change.Proposal;
import io.holdfast.service.change.Risk;
import io.holdfast.service.change.Route;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.Said;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What somebody sends as a proposal, and what one must say before it is submitted. */
public final class ProposalShape {

    private static final int MOST_LINE = 200;
    private static final int MOST_TEXT = 5000;
    private static final Set<String> KEYS = Set.of(
            "title",
            "description",
            "kind",
            "route",
            "reason",
            "benefit",
            "risk",
            "riskReason",
            "elements",
            "windowStart",
            "windowEnd",
            "implementer",
            "backOut",
            "testAfter",
            "authorisedBy",
            "release",
            "unit");
    private static final Set<String> RELEASE =
            Set.of("date", "deliverables", "relatedChanges", "knownErrors", "remedy");

    private ProposalShape() {}

    /** A proposal, or the rules that it breaks: then the proposal is not to be used. */
    public record Read(Proposal proposal, List<Violation> broken) {}

    /** Reads what was sent. */
    public static Read read(JsonNode body) {
        Said said = Said.of(body, KEYS);
        LocalDateTime start = said.moment("windowStart");
        LocalDateTime end = said.moment("windowEnd");
        if (start != null && end != null && !end.isAfter(start)) {
            said.refuse("windowEnd", "bad-window", "windowEnd must be after windowStart.");
        }
        String unit = said.text("unit", MOST_LINE);
        Proposal proposal = new Proposal(
                said.text("title", 1, MOST_LINE),
                said.text("description", MOST_TEXT),
                said.choice("kind", ChangeKind.class, ChangeKind.OTHER),
                said.choice("route", Route.class, Route.ORDINARY),
                said.text("reason", MOST_TEXT),
                said.text("benefit", MOST_TEXT),
                said.choice("risk", Risk.class, Risk.MEDIUM),
                said.text("riskReason", MOST_TEXT),
                said.texts("elements", MOST_LINE),
                start,
                end,
                said.text("implementer", MOST_LINE),
                said.text("backOut", MOST_TEXT),
                said.text("testAfter", MOST_TEXT),
                said.text("authorisedBy", MOST_LINE),
                release(said.object("release", RELEASE)),
                unit.isEmpty() ? null : unit);
        if (proposal.route() == Route.EMERGENCY
                && !proposal.authorisedBy().isEmpty()
                && proposal.authorisedBy().equals(proposal.implementer())) {
            said.refuse(
                    "authorisedBy",
                    "own-work",
                    "authorisedBy must be somebody else than the implementer: nobody authorises their own work.");
        }
        return new Read(proposal, said.broken());
    }

    private static Proposal.Release release(Said said) {
        return new Proposal.Release(
                said.day("date"),
                said.texts("deliverables", MOST_LINE),
                said.numbers("relatedChanges"),
                said.text("knownErrors", MOST_TEXT),
                said.text("remedy", MOST_TEXT));
    }

    /** The keys that must be said before a proposal is submitted. Source: rows G1, G2, G3 of the guideline's list. */
    public static List<String> missing(Proposal proposal) {
        List<String> missing = new ArrayList<>();
        require(missing, "description", !proposal.description().isEmpty());
        require(missing, "reason", !proposal.reason().isEmpty());
        require(missing, "benefit", !proposal.benefit().isEmpty());
        require(missing, "riskReason", !proposal.riskReason().isEmpty());
        require(missing, "elements", !proposal.elements().isEmpty());
        require(missing, "windowStart", proposal.windowStart() != null);
        require(missing, "windowEnd", proposal.windowEnd() != null);
        require(missing, "testAfter", !proposal.testAfter().isEmpty());
        missing.addAll(missingToCarryOut(proposal));
        return missing;
    }

    /** The keys that must be said even where an emergency does not wait for anything else. */
    public static List<String> missingToCarryOut(Proposal proposal) {
        List<String> missing = new ArrayList<>();
        require(missing, "implementer", !proposal.implementer().isEmpty());
        require(missing, "backOut", !proposal.backOut().isEmpty());
        require(
                missing,
                "authorisedBy",
                proposal.route() == Route.ORDINARY || !proposal.authorisedBy().isEmpty());
        return missing;
    }

    private static void require(List<String> missing, String key, boolean said) {
        if (!said) {
            missing.add(key);
        }
    }
}
