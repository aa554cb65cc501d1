package io.holdfast.service.drillreport;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.action.Action;
import io.holdfast.service.action.Actions;
import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.drillplan.PlannedDrill;
import io.holdfast.service.drillreport.ReportContent.Finding;
import io.holdfast.service.drillreport.ReportContent.Integrity;
import io.holdfast.service.evidence.Policy;
import io.holdfast.service.evidence.Retention;
import io.holdfast.service.identity.Accounts;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The register of what was tested (row B12): every drill that was held, with its result, its weak points and its effect; when an element was
 * tested last (row B21); how often restoring succeeded (row D14). For any number of threads.
 */
@Singleton
public class DrillTests {

    private static final String RESTORE = "data-recovery";

    private final DrillReports reports;
    private final Approvals approvals;
    private final Accounts accounts;
    private final Actions actions;
    private final Retention retention;

    DrillTests(DrillReports reports, Approvals approvals, Accounts accounts, Actions actions, Retention retention) {
        this.reports = reports;
        this.approvals = approvals;
        this.accounts = accounts;
        this.actions = actions;
        this.retention = retention;
    }

    /**
     * A drill that was held.
     *
     * @param plan the number of its plan
     * @param title what people call it
     * @param types its types
     * @param announced whether the day was known
     * @param scope the ids of what was drilled
     * @param heldAt when it began
     * @param result how it came out
     * @param weaknesses what was found
     * @param gravest how many of these are of high severity
     * @param operations the effect on operations
     * @param assets the effect on assets
     * @param people the effect on people
     * @param pending how many actions that came from it are still to be done
     * @param restores how many steps of a data recovery drill were tried
     * @param restored how many of these succeeded
     * @param integrity whether the data were whole afterwards
     * @param approvedBy who approved its report, or null
     * @param approvedAt when, or null
     * @param retestOn when it is drilled again, or null
     * @param keptUntil until when its record is kept, or null for good
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Test(
            long plan,
            String title,
            List<String> types,
            boolean announced,
            List<String> scope,
            @Nullable Instant heldAt,
            Result result,
            List<String> weaknesses,
            int gravest,
            String operations,
            String assets,
            String people,
            int pending,
            int restores,
            int restored,
            Integrity integrity,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable LocalDate retestOn,
            @Nullable Instant keptUntil) {}

    /** Every drill that was held, the newest first, in as many queries for all as for one. Cost: reading the events of each. */
    @ReadOnly
    public List<Test> listTests() {
        Known known = new Known(
                accounts.listNames(),
                approvals.listDocuments(DrillReports.TYPE).stream()
                        .collect(Collectors.toMap(Document::subject, Function.identity())),
                actions.listActionsBySource(DrillReports.DRILL),
                retention.listPolicies().stream()
                        .filter(policy -> policy.recordClass().equals(ReportRecords.CLASS))
                        .findFirst());
        return reports.listReports().stream()
                .map(report -> test(report, known))
                .sorted(Comparator.comparing(Test::heldAt, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Test::plan, Comparator.reverseOrder()))
                .toList();
    }

    /** What all tests are told from. */
    private record Known(
            Map<Long, String> names,
            Map<String, Document> documents,
            Map<String, List<Action>> actions,
            Optional<Policy> policy) {}

    /** Those that drilled an element, the newest first. */
    @ReadOnly
    public List<Test> listTestsOf(String element) {
        return listTests().stream()
                .filter(test -> test.scope().contains(element))
                .toList();
    }

    private static Test test(DrillReports.Report report, Known known) {
        PlannedDrill drill = report.drill();
        ReportContent content = report.stored().content();
        FilledReport filled = report.filled();
        String id = Long.toString(drill.id());
        Optional<io.holdfast.service.approval.Version> approved =
                Optional.ofNullable(known.documents().get(id)).flatMap(Document::findApproved);
        io.holdfast.service.approval.Version.Decision decision =
                approved.map(io.holdfast.service.approval.Version::decision).orElse(null);
        List<String> restores = report.approved().content().types().contains(RESTORE)
                ? filled.steps().stream()
                        .filter(step -> step.method() != null && step.element() != null)
                        .map(FilledReport.StepLine::result)
                        .filter(result -> result.equals("done") || result.equals("failed"))
                        .toList()
                : List.of();
        return new Test(
                drill.id(),
                report.approved().content().title(),
                report.approved().content().types(),
                report.approved().content().announced(),
                report.approved().content().scope(),
                filled.startedAt(),
                filled.result(),
                content.findings().stream().map(Finding::title).toList(),
                (int) content.findings().stream()
                        .filter(each -> each.severity() == io.holdfast.service.action.Severity.HIGH)
                        .count(),
                content.operations(),
                content.assets(),
                content.people(),
                (int) known.actions().getOrDefault(id, List.of()).stream()
                        .filter(action -> action.progress().status().isPending())
                        .count(),
                restores.size(),
                (int) restores.stream().filter("done"::equals).count(),
                content.integrity(),
                decision == null ? null : known.names().getOrDefault(decision.by(), Long.toString(decision.by())),
                decision == null ? null : decision.at(),
                content.retestOn(),
                known.policy()
                        .flatMap(policy -> policy.findUntil(report.stored().endedAt()))
                        .orElse(null));
    }
}
