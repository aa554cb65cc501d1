package io.holdfast.service.plan.web;

import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.plan.ContinuityPlan.DrillLine;
import io.holdfast.service.plan.ContinuityPlan.Headroom;
import io.holdfast.service.plan.ContinuityPlan.Missed;
import io.holdfast.service.plan.ContinuityPlan.TeamNeed;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands behind the phases of a plan: people, capacity, contacts, open points, tests. */
record PlanAppendix(Html html, ContinuityPlan plan, PlanTexts texts, PlanWords words) {

    private static final int MOST_NAMES = 12;

    void write() {
        people();
        capacity();
        contacts();
        suppliers();
        openPoints();
        maintenance();
    }

    private void section(String key) {
        html.put("h2", texts.get(key), "id", key);
    }

    private void hint(String text) {
        html.put("p", text, "class", "hint");
    }

    private void people() {
        section("planPeople");
        if (plan.teams().isEmpty()) {
            html.put("p", texts.get("planPeopleNone"));
            return;
        }
        html.table(
                "grid",
                texts.get("planTeam"),
                "",
                texts.get("planPhase"),
                "",
                texts.get("planPeak"),
                "num",
                texts.get("planAvailable"),
                "num",
                "",
                "",
                texts.get("planWhen"),
                "");
        plan.teams().forEach(this::team);
        html.endTable();
        hint(texts.get("planPeopleHint"));
    }

    private void team(TeamNeed need) {
        html.open("tr")
                .cell(need.team().name())
                .cell(texts.word("planPhase", need.phase()))
                .figure(String.valueOf(need.peak()))
                .figure(texts.get(
                        need.people() ? "planOfSize" : "planOfMeans",
                        "available",
                        need.available(),
                        "size",
                        need.size()))
                .cell(
                        need.isShort()
                                ? texts.get("planShort", "count", need.peak() - need.available())
                                : texts.get("planEnough"))
                .cell(
                        need.peakAt() == null
                                ? texts.get("planPeakOne", "steps", words.numbers(need.steps()))
                                : texts.get(
                                        "planPeakAt",
                                        "hours",
                                        words.hours(need.peakAt()),
                                        "steps",
                                        words.numbers(need.peakSteps())))
                .close("tr");
    }

    private void capacity() {
        section("planCapacity");
        html.table(
                "grid narrow",
                texts.get("planHour"),
                "num",
                texts.get("planUnlucky"),
                "num",
                texts.get("planMiddle"),
                "num",
                texts.get("planLucky"),
                "num");
        plan.capacity().stream()
                .limit(wholeFrom() + 1L)
                .forEach(at -> html.open("tr")
                        .figure(hour(at.hours()))
                        .figure(words.stated(at.p05()))
                        .figure(words.stated(at.p50()))
                        .figure(words.stated(at.p95()))
                        .close("tr"));
        html.endTable();
        hint(texts.get("planCapacityHint", "element", plan.element().name()));
        Headroom headroom = plan.headroom();
        if (headroom != null) {
            html.put("p", texts.get("planHeadroom") + ": " + headroom(headroom));
        }
    }

    /** The first hour from which on it is whole in all but one case of twenty; later rows would say nothing new. */
    private int wholeFrom() {
        int from = plan.capacity().size();
        while (from > 0 && plan.capacity().get(from - 1).p05() >= 1) {
            from--;
        }
        return from;
    }

    /** An hour, with the targets that fall on it. */
    private String hour(double hours) {
        String text = words.hours(hours);
        text = matches(plan.targets().rtoHours(), hours) ? text + words.brackets("RTO") : text;
        return matches(plan.targets().mtpdHours(), hours) ? text + words.brackets("MTPD") : text;
    }

    private static boolean matches(@Nullable Double target, double hours) {
        return target != null && target == hours;
    }

    private String headroom(Headroom headroom) {
        Double p05 = headroom.p05();
        Double p50 = headroom.p50();
        return texts.get(
                "planHeadroomText",
                "p05",
                p05 == null ? "–" : words.number(Math.rint(p05)),
                "p50",
                p50 == null ? "–" : words.number(Math.rint(p50)),
                "unit",
                headroom.unit(),
                "chance",
                words.chance(headroom.belowZero()));
    }

    private void contacts() {
        section("planContacts");
        if (plan.contacts().isEmpty()) {
            html.put("p", texts.get("planContactsNone"));
        } else {
            html.table(
                    "grid",
                    texts.get("planContact"),
                    "",
                    texts.get("planTeam"),
                    "",
                    texts.get("planReach"),
                    "num",
                    texts.get("planDeputy"),
                    "");
            plan.contacts()
                    .forEach(line -> html.open("tr")
                            .cell(line.contact().name())
                            .cell(line.team() == null ? "–" : line.team().name())
                            .figure(words.stated(line.reach()))
                            .cell(
                                    line.deputy() == null
                                            ? texts.get("planNoDeputy")
                                            : line.deputy().name())
                            .close("tr"));
            html.endTable();
        }
        hint(texts.get("planContactsOffline"));
    }

    private void suppliers() {
        html.put("h3", texts.get("planSuppliers"));
        if (plan.suppliers().isEmpty()) {
            html.put("p", texts.get("planSuppliersNone"));
            return;
        }
        html.table(
                "grid",
                texts.get("planSupplier"),
                "",
                texts.get("planOwner"),
                "",
                texts.get("planPromised"),
                "num",
                texts.get("planHitIn"),
                "num",
                texts.get("planNote"),
                "");
        plan.suppliers()
                .forEach(line -> html.open("tr")
                        .cell(line.supplier().name())
                        .cell(
                                line.owner() == null
                                        ? texts.get("planNobody")
                                        : line.owner().name())
                        .figure(line.rtoHours() == null ? texts.get("planNotSet") : words.hours(line.rtoHours()))
                        .figure(
                                line.disrupted().estimate() == 0
                                        ? texts.get("planSupplierUp")
                                        : words.percent(line.disrupted().estimate()))
                        .cell(line.note() == null ? "" : line.note())
                        .close("tr"));
        html.endTable();
    }

    private void openPoints() {
        section("planOpenPoints");
        bullets(
                "planMissed",
                "planMissedNone",
                plan.missed().stream().map(this::missed).toList());
        bullets(
                "planGaps",
                "planGapsNone",
                plan.gaps().stream()
                        .map(gap -> texts.get(
                                "planGapLine",
                                "gap",
                                texts.word("planGap", gap.code()),
                                "count",
                                gap.about().size(),
                                "names",
                                words.names(gap.about(), MOST_NAMES)))
                        .toList());
        bullets(
                "planFindings",
                "planFindingsNone",
                plan.findings().stream()
                        .map(finding -> finding.code() + ": " + finding.message())
                        .toList());
    }

    private String missed(Missed missed) {
        String name = switch (missed.target()) {
            case "rto" -> texts.get("planRto");
            case "mtpd" -> texts.get("planMtpd");
            default -> texts.get("planRpo");
        };
        return texts.get(
                "planMissedLine",
                "target",
                name,
                "hours",
                words.hours(missed.targetHours()),
                "p95",
                words.hours(missed.p95()),
                "chance",
                missed.within() == null ? "–" : words.chance(missed.within()));
    }

    private void bullets(String title, String none, List<String> lines) {
        html.put("h3", texts.get(title));
        if (lines.isEmpty()) {
            html.put("p", texts.get(none));
            return;
        }
        html.open("ul");
        lines.forEach(line -> html.put("li", line));
        html.close("ul");
    }

    private void maintenance() {
        section("planMaintenance");
        bullets(
                "planWritten",
                "planWrittenNone",
                plan.written().stream()
                        .map(each -> words.list(List.of(
                                each.plan().name(),
                                each.owner() == null
                                        ? texts.get("planNobody")
                                        : each.owner().name(),
                                each.reviewed() == null
                                        ? texts.get("planNeverReviewed")
                                        : texts.get("planReviewed", "date", each.reviewed()))))
                        .toList());
        bullets(
                "planDrills",
                "planDrillsNone",
                plan.drills().stream()
                        .map(drill -> drill.drill().name() + words.brackets(words.remarks(practised(drill))))
                        .toList());
    }

    private List<String> practised(DrillLine drill) {
        Stream<String> types = drill.types().stream().map(type -> texts.word("planDrill", type));
        return Stream.concat(types, drill.sameScenario() ? Stream.of(texts.get("planDrillSame")) : Stream.of())
                .toList();
    }
}
