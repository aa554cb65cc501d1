package io.holdfast.service.drillreport;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.action.Action;
import io.holdfast.service.action.ActionContent;
import io.holdfast.service.action.ActionSource;
import io.holdfast.service.action.Actions;
import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.SubjectStates;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.drillplan.ApprovedPlan;
import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillreport.ReportContent.Finding;
import io.holdfast.service.drillreport.internal.Refusals;
import io.holdfast.service.drillreport.internal.ReportJson;
import io.holdfast.service.drillreport.internal.ReportShape;
import io.holdfast.service.drillreport.store.ReportStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to after-action reports. Whoever changes one says which version they saw, and has the right to plan drills in the unit of its
 * plan. Refused with {@code drill-not-over} while the drill is not over, with {@code drill-report-locked} while a version waits and after
 * one was approved. For any number of threads.
 */
@Singleton
public class DrillReports {

    /** The type of these subjects for approvals, audit and retention. */
    public static final String TYPE = "drill-report";

    /** The type of drills as sources of actions, and for evidence. */
    public static final String DRILL = "drill";

    private final ReportStore store;
    private final ReportSource source;
    private final ReportDrafts drafts;
    private final DrillPlans plans;
    private final Approvals approvals;
    private final SubjectStates states;
    private final Actions actions;
    private final Audit audit;
    private final Clock clock;

    DrillReports(
            ReportStore store,
            ReportSource source,
            ReportDrafts drafts,
            DrillPlans plans,
            Approvals approvals,
            SubjectStates states,
            Actions actions,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.source = source;
        this.drafts = drafts;
        this.plans = plans;
        this.approvals = approvals;
        this.states = states;
        this.actions = actions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A report.
     *
     * @param drill the drill
     * @param approved its plan as it was approved
     * @param stored what people added; version 0 where nobody has yet
     * @param filled what fills itself
     * @param locked whether nothing can be changed now
     */
    public record Report(
            PlannedDrill drill, ApprovedPlan approved, StoredReport stored, FilledReport filled, boolean locked) {}

    /** The report of a drill, or a problem {@code unknown-drill-report} or {@code drill-not-over}. */
    @ReadOnly
    public Report get(long plan) {
        PlannedDrill drill = requireOver(plan);
        StoredReport stored = store.find(plan).orElseGet(() -> fresh(drill));
        return report(drill, stored);
    }

    /**
     * What the report of a drill says of who was there, whatever was marked while it ran: by name, true for there. Whom
     * it says nothing of is missing; empty where nobody has written it.
     */
    @ReadOnly
    public Map<String, Boolean> readPresence(long plan) {
        Map<String, Boolean> said = new HashMap<>();
        store.find(plan)
                .ifPresent(report -> report.content().attendees().forEach(each -> {
                    Boolean present = each.present();
                    if (present != null) {
                        said.put(each.person(), present);
                    }
                }));
        return Map.copyOf(said);
    }

    /** The report of every drill that is over, in as many queries as that of one. */
    @ReadOnly
    List<Report> listReports() {
        List<PlannedDrill> over = plans.listPlans().stream()
                .filter(drill -> drill.stage() == PlanStage.ENDED || drill.stage() == PlanStage.CLOSED)
                .toList();
        Map<Long, StoredReport> written =
                store.list().stream().collect(Collectors.toMap(StoredReport::plan, Function.identity()));
        Map<Long, StoredReport> stored = over.stream()
                .collect(Collectors.toMap(
                        PlannedDrill::id,
                        drill -> Optional.ofNullable(written.get(drill.id())).orElseGet(() -> fresh(drill))));
        Map<Long, ApprovedPlan> approved = plans.findApproved(over);
        Map<Long, ReportContent> contents =
                stored.values().stream().collect(Collectors.toMap(StoredReport::plan, StoredReport::content));
        Map<Long, FilledReport> filled = new HashMap<>(drafts.findAllFilled(over));
        Map<Long, ApprovedPlan> open = new HashMap<>(approved);
        open.keySet().removeAll(filled.keySet());
        filled.putAll(source.fillAll(open, contents));
        Set<String> waiting = approvals.listDocuments(TYPE).stream()
                .filter(document -> document.findWaiting().isPresent())
                .map(Document::subject)
                .collect(Collectors.toSet());
        return over.stream()
                .filter(drill -> approved.containsKey(drill.id()))
                .map(drill -> new Report(
                        drill,
                        Objects.requireNonNull(approved.get(drill.id())),
                        Objects.requireNonNull(stored.get(drill.id())),
                        Objects.requireNonNull(filled.get(drill.id())),
                        waiting.contains(Long.toString(drill.id())) || drill.stage() == PlanStage.CLOSED))
                .toList();
    }

    private Report report(PlannedDrill drill, StoredReport stored) {
        ApprovedPlan approved = plans.findApproved(drill.id()).orElseThrow(() -> Refusals.unknownReport(drill.id()));
        boolean waits = approvals
                .findDocument(TYPE, Long.toString(drill.id()))
                .flatMap(Document::findWaiting)
                .isPresent();
        return new Report(
                drill,
                approved,
                stored,
                drafts.findFilled(drill).orElseGet(() -> source.fill(approved, stored.content())),
                waits || drill.stage() == PlanStage.CLOSED);
    }

    private PlannedDrill requireOver(long plan) {
        PlannedDrill drill = plans.find(plan).orElseThrow(() -> Refusals.unknownReport(plan));
        return switch (drill.stage()) {
            case ENDED, CLOSED -> drill;
            case DRAFT, SUBMITTED, APPROVED, RUNNING, CANCELLED ->
                throw Refusals.notOver(drill.stage().word());
        };
    }

    private StoredReport fresh(PlannedDrill drill) {
        Instant ended = drill.life().endedAt();
        return new StoredReport(
                drill.id(),
                0,
                ReportContent.EMPTY,
                null,
                ended == null ? now() : ended,
                now(),
                Acting.current().name());
    }

    /**
     * Says something else; refused with {@code changed-meanwhile} too.
     *
     * @param seen the version that the change is made on, 0 for a report that nobody has written yet; null for whatever is stored
     */
    @Transactional
    public Report replace(long plan, JsonNode said, @Nullable Integer seen) {
        Report before = lock(plan);
        ReportContent content = ReportShape.read(said, before.stored().content());
        JsonNode stored = ReportJson.tree(before.stored().content());
        requireSeen(before, seen, ReportJson.tree(content));
        if (content.equals(before.stored().content())) {
            return before;
        }
        StoredReport after =
                before.stored().withContent(content, now(), Acting.current().name());
        store.save(after);
        audit.record("drill-report.replace", TYPE, Long.toString(plan), stored, ReportJson.tree(content));
        return report(before.drill(), after);
    }

    private static void requireSeen(Report before, @Nullable Integer seen, JsonNode sent) {
        if (seen != null && seen != before.stored().version()) {
            throw Refusals.outdated(
                    ReportJson.tree(before.stored().content()),
                    sent,
                    before.stored().version());
        }
    }

    private Report lock(long plan) {
        PlannedDrill drill = requireOver(plan);
        Acting.require(Permission.PLAN_DRILLS, drill.content().unit());
        Report report = report(drill, store.lock(plan).orElseGet(() -> fresh(drill)));
        if (report.locked()) {
            throw Refusals.locked(
                    drill.stage() == PlanStage.CLOSED
                            ? "This report is approved, so it stays as it is. What comes up later is an action of its own."
                            : "A version of this report waits for a decision. Take it back, or wait for the decision.");
        }
        return report;
    }

    /** Makes an action of a finding that is none yet; a problem {@code unknown-finding} where there is no such one. */
    @Transactional
    public Action raise(long plan, String finding, @Nullable Integer seen) {
        Report report = lock(plan);
        requireSeen(report, seen, ReportJson.tree(report.stored().content()));
        List<Finding> findings = report.stored().content().findings();
        Finding found = findings.stream()
                .filter(each -> each.id().equals(finding) && each.action() == null)
                .findFirst()
                .orElseThrow(() -> Refusals.unknownFinding(finding));
        Action action = actions.raise(
                new ActionContent(
                        found.title(),
                        "",
                        "",
                        "",
                        null,
                        found.severity(),
                        found.category(),
                        found.element(),
                        report.drill().content().unit()),
                new ActionSource(DRILL, Long.toString(plan), found.text().isEmpty() ? found.title() : found.text()));
        ReportContent content = report.stored()
                .content()
                .withFindings(findings.stream()
                        .map(each -> each.equals(found) ? each.withAction(action.id()) : each)
                        .toList());
        store.save(report.stored().withContent(content, now(), Acting.current().name()));
        audit.record(
                "drill-report.raise", TYPE, Long.toString(plan), null, ReportJson.tree(found.withAction(action.id())));
        return action;
    }

    /** Where the approval stands, and what differs from what is approved. */
    @ReadOnly
    public SubjectState state(long plan, String language) {
        return states.of(drafts.draft(get(plan)), language);
    }

    /**
     * Submits a report as it is now. Refused with {@code changed-meanwhile} where it is not the one that was seen, with
     * {@code drill-report-incomplete} while something is missing.
     */
    @Transactional
    public Document submit(long plan, Wish wish, @Nullable Integer seen) {
        Report before = lock(plan);
        requireSeen(before, seen, ReportJson.tree(before.stored().content()));
        List<String> missing = ReportShape.missing(before.stored().content());
        if (!missing.isEmpty()) {
            throw Refusals.incomplete(missing);
        }
        Document document = approvals.submit(drafts.draft(before), wish);
        StoredReport after = before.stored()
                .submitted(
                        document.versions().getFirst().number(),
                        now(),
                        Acting.current().name());
        store.save(after);
        return document;
    }

    /** A version with what was submitted. */
    public record Version(Document document, Frozen frozen) {}

    /** A version as it was submitted; a problem {@code unknown-version} where there is none. */
    @ReadOnly
    public Version version(long plan, int number) {
        Optional<Document> document = approvals.findDocument(TYPE, Long.toString(plan));
        return document.flatMap(
                        found -> approvals.findFrozen(found.id(), number).map(frozen -> new Version(found, frozen)))
                .orElseThrow(() -> Refusals.unknownVersion(plan, number));
    }

    /** The report as people read it: as it was approved, else as it is now. */
    @ReadOnly
    public ReportText text(long plan, String language) {
        return ReportDrafts.thaw(drafts.draft(get(plan)).content(), language);
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
