package io.holdfast.service.drillreport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.action.Action;
import io.holdfast.service.action.Actions;
import io.holdfast.service.approval.ApprovalSource;
import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.DecisionListener;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Draft;
import io.holdfast.service.approval.Frozen;
import io.holdfast.service.approval.Version;
import io.holdfast.service.approval.VersionState;
import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.PlanStage;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillreport.DrillReports.Report;
import io.holdfast.service.drillreport.internal.ReportJson;
import io.holdfast.service.drillreport.internal.ReportTexts;
import io.holdfast.service.drillreport.internal.ReportWords;
import io.holdfast.service.evidence.Evidence;
import io.holdfast.service.evidence.Retention;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reports as they are submitted for approval, in both languages; an approved one closes its drill. For any number of threads. */
@Singleton
public class ReportDrafts implements ApprovalSource, DecisionListener {

    private static final String FILLED = "filled";

    private final ReportSource source;
    private final DrillPlans plans;
    private final Evidence evidence;
    private final Retention retention;
    private final Actions actions;
    private final BeanProvider<Approvals> approvals;
    private final BeanProvider<DrillReports> reports;
    private final Clock clock;

    ReportDrafts(
            ReportSource source,
            DrillPlans plans,
            Evidence evidence,
            Retention retention,
            Actions actions,
            BeanProvider<Approvals> approvals,
            BeanProvider<DrillReports> reports,
            Clock clock) {
        this.source = source;
        this.plans = plans;
        this.evidence = evidence;
        this.retention = retention;
        this.actions = actions;
        this.approvals = approvals;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public String type() {
        return DrillReports.TYPE;
    }

    @Override
    public Optional<String> findHash(String subject) {
        return subject.matches("\\d{1,18}")
                        && plans.find(Long.parseLong(subject))
                                .filter(drill -> isOver(drill.stage()))
                                .isPresent()
                ? Optional.of(draft(reports.get().get(Long.parseLong(subject))).hash())
                : Optional.empty();
    }

    private static boolean isOver(PlanStage stage) {
        return stage == PlanStage.ENDED || stage == PlanStage.CLOSED;
    }

    @Override
    public boolean isOver(String subject) {
        return subject.matches("\\d{1,18}")
                && plans.find(Long.parseLong(subject))
                        .filter(drill -> drill.stage() == PlanStage.CLOSED)
                        .isPresent();
    }

    @Override
    public void decided(Document document, Version version) {
        if (version.state() == VersionState.APPROVED) {
            plans.close(Long.parseLong(document.subject()));
        }
    }

    /** A report as it would be submitted; one that was approved is what was approved. */
    Draft draft(Report report) {
        String id = Long.toString(report.drill().id());
        String title = report.approved().content().title();
        return new Draft(
                DrillReports.TYPE,
                id,
                "After-action report D-" + id + ": " + title,
                "演練結果報告 D-" + id + "：" + title,
                report.drill().content().unit(),
                frozen(report).orElseGet(() -> content(report)),
                basis(report),
                LocalDate.now(clock),
                null);
    }

    /** The figures are kept beside the words, so that a closed report shows those that were approved, whatever the register says later. */
    private static ObjectNode basis(Report report) {
        ObjectNode basis = JsonNodeFactory.instance.objectNode();
        basis.put("planVersion", report.approved().version());
        basis.set(FILLED, ReportJson.tree(report.filled()));
        return basis;
    }

    private Optional<ObjectNode> frozen(Report report) {
        return findApproved(report.drill())
                .map(Frozen::content)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }

    /** What was approved; empty of a drill that is not closed. */
    private Optional<Frozen> findApproved(PlannedDrill drill) {
        return drill.stage() == PlanStage.CLOSED
                ? approvals
                        .get()
                        .findDocument(DrillReports.TYPE, Long.toString(drill.id()))
                        .flatMap(document -> document.findApproved()
                                .flatMap(version -> approvals.get().findFrozen(document.id(), version.number())))
                : Optional.empty();
    }

    /** The figures that wait for a decision, or were approved; empty of others, or of one that was approved before figures were kept. */
    Optional<FilledReport> findFilled(PlannedDrill drill) {
        Optional<Frozen> waiting = approvals
                .get()
                .findDocument(DrillReports.TYPE, Long.toString(drill.id()))
                .flatMap(document -> document.findWaiting()
                        .flatMap(version -> approvals.get().findFrozen(document.id(), version.number())));
        return waiting.or(() -> findApproved(drill))
                .map(frozen -> frozen.basis().path(FILLED))
                .filter(JsonNode::isObject)
                .map(tree -> ReportJson.require(tree, FilledReport.class));
    }

    /** The same of every drill that is closed, by the number of its plan, in one query. */
    Map<Long, FilledReport> findAllFilled(Collection<PlannedDrill> drills) {
        Map<String, JsonNode> bases = approvals.get().listApprovedBases(DrillReports.TYPE);
        Map<Long, FilledReport> filled = new HashMap<>();
        for (PlannedDrill drill : drills) {
            JsonNode basis = bases.get(Long.toString(drill.id()));
            if (drill.stage() == PlanStage.CLOSED
                    && basis != null
                    && basis.path(FILLED).isObject()) {
                filled.put(drill.id(), ReportJson.require(basis.path(FILLED), FilledReport.class));
            }
        }
        return Map.copyOf(filled);
    }

    private ObjectNode content(Report report) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        for (String language : new String[] {"en", "zh-Hant"}) {
            content.set(
                    language,
                    ReportJson.tree(ReportTexts.of(
                            input(report, language),
                            new ReportWords(language, source.zone()),
                            source.names(language))));
        }
        return content;
    }

    private ReportTexts.Input input(Report report, String language) {
        return new ReportTexts.Input(
                source.organisation(language),
                report.approved(),
                report.filled(),
                report.stored().content(),
                evidence.listItems(
                                DrillReports.DRILL, Long.toString(report.drill().id()))
                        .reversed(),
                number -> actions.findAction(number).map(ReportDrafts::seenTo),
                retention
                        .findUntil(ReportRecords.CLASS, report.stored().endedAt())
                        .orElse(null));
    }

    private static String seenTo(Action action) {
        LocalDate due = action.content().due();
        return (action.content().owner() + (due == null ? "" : " " + due)).strip();
    }

    /** A report of a content that was submitted, in one of its languages. */
    public static ReportText thaw(JsonNode content, String language) {
        return ReportJson.require(content.path(language), ReportText.class);
    }
}
