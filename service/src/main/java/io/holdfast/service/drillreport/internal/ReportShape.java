package io.holdfast.service.drillreport.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.action.ActionCategory;
import io.holdfast.service.action.Severity;
import io.holdfast.service.drillreport.ReportContent;
import io.holdfast.service.drillreport.ReportContent.Assessment;
import io.holdfast.service.drillreport.ReportContent.Attendee;
import io.holdfast.service.drillreport.ReportContent.DataAge;
import io.holdfast.service.drillreport.ReportContent.Finding;
import io.holdfast.service.drillreport.ReportContent.Integrity;
import io.holdfast.service.drillreport.Result;
import io.holdfast.service.drillreport.SupplierDrill;
import io.holdfast.service.kernel.web.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody sends as their part of a report, and as a drill of a supplier. */
public final class ReportShape {

    private static final int LINE = 200;
    private static final int TEXT = 5000;
    private static final int LEAST = 3;
    private static final int LEAST_REASON = 5;
    private static final double MOST_HOURS = 100_000;

    private static final Set<String> KEYS = Set.of(
            "result",
            "resultReason",
            "summary",
            "integrity",
            "integrityText",
            "dataAges",
            "operations",
            "assets",
            "people",
            "findings",
            "lessons",
            "recommendations",
            "planChanges",
            "retestOn",
            "attendees");

    private ReportShape() {}

    /** Reads a body; which action a finding became is taken from what is stored. */
    public static ReportContent read(JsonNode body, ReportContent before) {
        Said said = Said.of(body, KEYS);
        boolean other = body.hasNonNull("result");
        Result result = other ? said.choice("result", Result.class, null) : null;
        String reason = other ? said.text("resultReason", LEAST_REASON, TEXT) : said.text("resultReason", TEXT);
        ReportContent content = new ReportContent(
                result,
                reason,
                said.text("summary", TEXT),
                said.choice("integrity", Integrity.class, Integrity.NOT_CHECKED),
                said.text("integrityText", TEXT),
                said.objects("dataAges", Set.of("element", "hours")).stream()
                        .map(each -> new DataAge(each.text("element", 1, LINE), hours(each)))
                        .toList(),
                said.text("operations", TEXT),
                said.text("assets", TEXT),
                said.text("people", TEXT),
                findings(said, before),
                said.text("lessons", TEXT),
                said.text("recommendations", TEXT),
                said.text("planChanges", TEXT),
                said.day("retestOn"),
                attendees(said));
        Refusals.requireSound(said.broken());
        return content;
    }

    private static double hours(Said said) {
        return said.number("hours", 0, MOST_HOURS);
    }

    private static List<Attendee> attendees(Said said) {
        Set<String> people = new HashSet<>();
        List<Attendee> attendees = new ArrayList<>();
        for (Said each : said.objects("attendees", Set.of("person", "present", "assessment", "note"))) {
            Attendee attendee = attendee(each);
            if (!attendee.person().isEmpty() && !people.add(attendee.person())) {
                each.refuse("person", "twice", "person must be another one for each entry.");
            }
            attendees.add(attendee);
        }
        return attendees;
    }

    private static Attendee attendee(Said said) {
        return new Attendee(
                said.text("person", 1, LINE),
                said.says("present") ? said.flag("present") : null,
                said.choice("assessment", Assessment.class, Assessment.NOT_ASSESSED),
                said.text("note", TEXT));
    }

    private static List<Finding> findings(Said said, ReportContent before) {
        Map<String, Finding> known =
                before.findings().stream().collect(Collectors.toMap(Finding::id, Function.identity()));
        Set<String> ids = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Said each :
                said.objects("findings", Set.of("id", "title", "severity", "category", "element", "text", "action"))) {
            String id = each.text("id", 1, LINE);
            if (!ids.add(id)) {
                each.refuse("id", "twice", "id must be another one for each finding.");
            }
            Finding old = known.get(id);
            findings.add(new Finding(
                    id,
                    each.text("title", LEAST, LINE),
                    each.choice("severity", Severity.class, Severity.MEDIUM),
                    each.choice("category", ActionCategory.class, ActionCategory.OTHER),
                    orNull(each.text("element", LINE)),
                    each.text("text", TEXT),
                    old == null ? null : old.action()));
        }
        known.values().stream()
                .filter(old -> old.action() != null && !ids.contains(old.id()))
                .forEach(old -> said.refuse(
                        "findings",
                        "is-an-action",
                        "The finding '" + old.title() + "' became action A-" + old.action()
                                + ", so it stays. Drop the action if nothing is to be done."));
        return findings;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** What must be said before a report is submitted, and is not. */
    public static List<String> missing(ReportContent content) {
        List<String> missing = new ArrayList<>();
        Map.of("summary", content.summary(), "operations", content.operations()).entrySet().stream()
                .filter(each -> each.getValue().isBlank())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(missing::add);
        return missing;
    }

    /** Reads a body that is a drill of a supplier. */
    public static SupplierDrill.Content supplier(JsonNode body) {
        Said said = Said.of(
                body,
                Set.of("supplier", "element", "title", "heldOn", "result", "review", "findings", "nextDue", "unit"));
        LocalDate held = said.day("heldOn");
        if (held == null && said.broken().stream().noneMatch(each -> each.path().equals("$.heldOn"))) {
            said.refuse("heldOn", "missing", "heldOn must be the day on which the supplier drilled.");
        }
        SupplierDrill.Content content = new SupplierDrill.Content(
                said.text("supplier", 1, LINE),
                orNull(said.text("element", LINE)),
                said.text("title", LEAST, LINE),
                held == null ? LocalDate.EPOCH : held,
                said.choice("result", Result.class, null),
                said.text("review", LEAST_REASON, TEXT),
                said.text("findings", TEXT),
                said.day("nextDue"),
                orNull(said.text("unit", LINE)));
        LocalDate next = content.nextDue();
        if (held != null && next != null && !next.isAfter(held)) {
            said.refuse("nextDue", "bad-window", "nextDue must be after heldOn.");
        }
        Refusals.requireSound(said.broken());
        return content;
    }
}
