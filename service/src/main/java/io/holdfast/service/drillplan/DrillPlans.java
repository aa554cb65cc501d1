package io.holdfast.service.drillplan;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.Version;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.drillplan.internal.PlanJson;
import io.holdfast.service.drillplan.internal.PlanShape;
import io.holdfast.service.drillplan.internal.Refusals;
import io.holdfast.service.drillplan.internal.Stages;
import io.holdfast.service.drillplan.store.PlanStore;
import io.holdfast.service.drillplan.store.SealStore;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to drill plans: writing them down, and for later rooms beginning, ending and closing the drill. Whoever changes one has
 * the right in the unit that it belongs to, before and after. For any number of threads.
 */
@Singleton
public class DrillPlans {

    /** The type of these subjects under approval, in the audit and of evidence. */
    public static final String TYPE = "drill-plan";

    private static final int LEAST_REASON = 5;
    private static final int MOST_REASON = 2000;

    private final PlanStore store;
    private final SealStore seals;
    private final Approvals approvals;
    private final Accounts accounts;
    private final Register register;
    private final Audit audit;
    private final Clock clock;

    DrillPlans(
            PlanStore store,
            SealStore seals,
            Approvals approvals,
            Accounts accounts,
            Register register,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.seals = seals;
        this.approvals = approvals;
        this.accounts = accounts;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /** All plans, the newest first. */
    @ReadOnly
    public List<PlannedDrill> listPlans() {
        return standing(store.list());
    }

    /** The plans of scheduled drills, by the drill's stable name, the newest first; cancelled ones too. */
    @ReadOnly
    public List<PlannedDrill> listPlansOfScheduled(Collection<String> uids) {
        return standing(store.listOfScheduled(uids));
    }

    /** The plans whose drill was held to its end, the newest first. */
    @ReadOnly
    public List<PlannedDrill> listHeldPlans() {
        return standing(store.listHeld());
    }

    /** Where plans stand, in as many queries for all as for one. */
    private List<PlannedDrill> standing(List<PlanStore.Row> rows) {
        Map<String, Document> documents = rows.isEmpty() ? Map.of() : documents();
        return rows.stream()
                .map(row -> Stages.of(row, Optional.ofNullable(documents.get(Long.toString(row.id())))))
                .toList();
    }

    /** One of them. */
    @ReadOnly
    public Optional<PlannedDrill> find(long id) {
        return store.find(id).map(this::standing);
    }

    /** One of them, or a problem {@code unknown-drill-plan}. */
    @ReadOnly
    public PlannedDrill get(long id) {
        return find(id).orElseThrow(() -> Refusals.unknownPlan(id));
    }

    /**
     * What was approved of a plan, with what the model predicted then: there once it is approved, and the same for ever once the
     * drill has begun. Later rooms read nothing else of it.
     */
    @ReadOnly
    public Optional<ApprovedPlan> findApproved(long id) {
        return find(id).filter(plan -> plan.stage().isFrozen()).flatMap(this::approved);
    }

    /** The same of several plans, by their number, in as many queries as for one; what is not approved is missing. */
    @ReadOnly
    public Map<Long, ApprovedPlan> findApproved(Collection<PlannedDrill> plans) {
        Map<String, Document> documents = documents();
        Map<Long, String> names = accounts.listNames();
        Map<Long, ApprovedPlan> approved = new HashMap<>();
        for (PlannedDrill plan : plans) {
            Optional<Document> document = Optional.ofNullable(documents.get(Long.toString(plan.id())));
            Stages.findVersion(plan.submittedVersion(), document)
                    .filter(version -> plan.stage().isFrozen())
                    .flatMap(version -> approved(plan, version, names))
                    .ifPresent(found -> approved.put(found.plan(), found));
        }
        return Map.copyOf(approved);
    }

    private Map<String, Document> documents() {
        return approvals.listDocuments(TYPE).stream().collect(Collectors.toMap(Document::subject, Function.identity()));
    }

    private Optional<ApprovedPlan> approved(PlannedDrill plan) {
        return findVersion(plan).flatMap(version -> approved(plan, version, accounts.listNames()));
    }

    private static Optional<ApprovedPlan> approved(PlannedDrill plan, Version version, Map<Long, String> names) {
        Version.Decision decision = version.decision();
        Submitted submitted = plan.submitted();
        return decision == null
                ? Optional.empty()
                : Optional.of(new ApprovedPlan(
                        plan.id(),
                        plan.content(),
                        submitted == null ? null : submitted.prediction(),
                        version.number(),
                        decision.at(),
                        names.getOrDefault(decision.by(), Long.toString(decision.by())),
                        plan.scheduledUid()));
    }

    private Optional<Version> findVersion(PlannedDrill plan) {
        return Stages.findVersion(plan.submittedVersion(), approvals.findDocument(TYPE, Long.toString(plan.id())));
    }

    private PlannedDrill standing(PlanStore.Row row) {
        return Stages.of(row, approvals.findDocument(TYPE, Long.toString(row.id())));
    }

    /** Writes a new one down; a problem {@code invalid} says which rules it breaks. */
    @Transactional
    public PlannedDrill create(JsonNode said) {
        return create(read(said), null);
    }

    /**
     * Writes a new one down.
     *
     * @param scheduledUid the scheduled drill that it is, or null; a problem {@code already-planned} where that has a plan
     */
    @Transactional
    public PlannedDrill create(PlanContent content, @Nullable String scheduledUid) {
        Acting.require(Permission.PLAN_DRILLS, content.unit());
        if (scheduledUid != null) {
            store.findOfScheduled(scheduledUid).ifPresent(other -> {
                throw Refusals.planned(other.id());
            });
        }
        PlannedDrill.Life life = PlannedDrill.Life.begun(now(), Acting.current().name());
        PlanStore.Row added = store.add(new PlanStore.Row(0, 1, content, life, null, null, scheduledUid));
        audit.record("drill-plan.create", TYPE, Long.toString(added.id()), null, PlanJson.tree(content));
        return standing(added);
    }

    private static PlanContent read(JsonNode said) {
        PlanShape.Read read = PlanShape.read(said);
        if (!read.broken().isEmpty()) {
            throw ProblemException.invalid(read.broken());
        }
        return read.content();
    }

    /**
     * Says something else. Refused with {@code changed-meanwhile}, with {@code plan-locked} where somebody has agreed and nobody says
     * that it is opened again, with {@code plan-stage} where it waits for a decision or has begun.
     *
     * @param seen the version that the change is made on, or null to change whatever is stored
     * @param reopen whether to go on although somebody has agreed; it must then be submitted again
     */
    @Transactional
    public PlannedDrill replace(long id, JsonNode said, @Nullable Integer seen, boolean reopen) {
        PlanStore.Row row = lock(id);
        PlanContent content = read(said);
        if (seen != null && seen != row.version()) {
            throw Refusals.outdated(row.version(), PlanJson.tree(row.content()), PlanJson.tree(content));
        }
        Acting.require(Permission.PLAN_DRILLS, content.unit());
        if (content.equals(row.content())) {
            return standing(row);
        }
        PlanStage stage = standing(row).stage();
        if (stage == PlanStage.APPROVED && !reopen) {
            throw Refusals.locked();
        }
        require(stage, "changed", PlanStage.DRAFT, PlanStage.APPROVED);
        return save(row.withContent(content), "replace", PlanJson.tree(row.content()), PlanJson.tree(content));
    }

    /**
     * The drill begins, or has begun: whoever was there says when, and may say it later. Of an unannounced one the day is told to all
     * from now on. Refused as {@link #findObstacle} says.
     *
     * @param at when it began; its approval must hold on that day
     */
    @Transactional
    public PlannedDrill begin(long id, Instant at) {
        PlanStore.Row row = lock(id);
        obstacle(row, at).ifPresent(no -> {
            throw no;
        });
        seals.open(id, now());
        return save(row.withLife(row.life().started(at)), "begin", null, PlanJson.tree(Map.of("at", at.toString())));
    }

    /**
     * Why a drill cannot begin at a moment, or have begun then; empty where it can. {@code plan-not-approved} where nobody has agreed or
     * the approval did not hold on that day (row D9), {@code seal-missing} where no day was drawn of an unannounced one, {@code
     * plan-stage} where it has begun before or was called off. Nobody else changes the plan before this transaction ends.
     */
    @Transactional
    public Optional<ProblemException> findObstacle(long id, Instant at) {
        return obstacle(lock(id), at);
    }

    private Optional<ProblemException> obstacle(PlanStore.Row row, Instant at) {
        PlannedDrill plan = standing(row);
        if (plan.stage() == PlanStage.DRAFT || plan.stage() == PlanStage.SUBMITTED) {
            return Optional.of(Refusals.notApproved(plan.stage().word()));
        }
        if (plan.stage() != PlanStage.APPROVED) {
            return Optional.of(Refusals.notNow(plan.stage().word(), "begun"));
        }
        Version approved = findVersion(plan).orElseThrow();
        Version.Decision decision = approved.decision();
        if (decision != null && day(at).isBefore(day(decision.at()))) {
            return Optional.of(Refusals.notApproved("approved since " + day(decision.at()) + " only"));
        }
        LocalDate last = approved.validUntil();
        if (last != null && day(at).isAfter(last)) {
            return Optional.of(Refusals.approvalOver("its approval held until " + last + "."));
        }
        return row.content().announced()
                        || seals.find(row.id(), Objects.requireNonNull(row.submittedVersion()))
                                .isPresent()
                ? Optional.empty()
                : Optional.of(Refusals.notDrawn());
    }

    /**
     * The drill ends, or has ended; a problem {@code plan-stage} where it is not running.
     *
     * @param at when it ended
     */
    @Transactional
    public PlannedDrill end(long id, EndedHow how, Instant at) {
        PlanStore.Row row = lock(id);
        require(standing(row).stage(), "ended", PlanStage.RUNNING);
        return save(
                row.withLife(row.life().ended(at, how)),
                "end",
                null,
                PlanJson.tree(Map.of("how", how.word(), "at", at.toString())));
    }

    /**
     * What came later says other moments, or another end: they take the place of those that were known; a problem {@code plan-stage}
     * where it has not begun or its report is approved.
     *
     * @param startedAt when it began
     * @param endedAt when it ended, or null while it runs
     * @param how how it ended; null where endedAt is
     */
    @Transactional
    public PlannedDrill correct(long id, Instant startedAt, @Nullable Instant endedAt, @Nullable EndedHow how) {
        PlanStore.Row row = lock(id);
        require(standing(row).stage(), "corrected", PlanStage.RUNNING, PlanStage.ENDED);
        PlannedDrill.Life life = row.life().started(startedAt);
        if (endedAt != null && how != null) {
            life = life.ended(endedAt, how);
        }
        return save(row.withLife(life), "correct", moments(row.life()), moments(life));
    }

    private static JsonNode moments(PlannedDrill.Life life) {
        Map<String, String> said = new TreeMap<>();
        said.put("startedAt", String.valueOf(life.startedAt()));
        if (life.endedAt() != null && life.endedHow() != null) {
            said.put("endedAt", life.endedAt().toString());
            said.put("how", life.endedHow().word());
        }
        return PlanJson.tree(said);
    }

    /**
     * Its start was a mistake: it is approved and not begun, as before; a sealed day that was told stays told. A problem {@code
     * plan-stage} where it has not begun or its report is approved.
     */
    @Transactional
    public PlannedDrill takeBack(long id) {
        PlanStore.Row row = lock(id);
        require(standing(row).stage(), "taken back", PlanStage.RUNNING, PlanStage.ENDED);
        return save(row.withLife(row.life().notStarted()), "take-back", moments(row.life()), null);
    }

    /** Its report is approved; a problem {@code plan-stage} where it has not ended. The report's room asks who may. */
    @Transactional
    public PlannedDrill close(long id) {
        PlanStore.Row row = store.lock(id).orElseThrow(() -> Refusals.unknownPlan(id));
        require(standing(row).stage(), "closed", PlanStage.ENDED);
        return save(row.withLife(row.life().closed(now())), "close", null, null);
    }

    /** It is called off before it begins, and a sealed day is told; a problem {@code plan-stage} where it has begun or waits. */
    @Transactional
    public PlannedDrill cancel(long id, String why) {
        PlanStore.Row row = lock(id);
        require(standing(row).stage(), "cancelled", PlanStage.DRAFT, PlanStage.APPROVED);
        String reason = why.strip();
        if (reason.length() < LEAST_REASON || reason.length() > MOST_REASON) {
            throw ProblemException.invalid(List.of(new Violation(
                    "$.why",
                    "missing",
                    "why must be a text of " + LEAST_REASON + " to " + MOST_REASON + " characters.",
                    null,
                    null,
                    null)));
        }
        seals.open(id, now());
        return save(
                row.withLife(row.life().cancelled(now(), reason)),
                "cancel",
                null,
                PlanJson.tree(Map.of("why", reason)));
    }

    /** Refuses with {@code plan-stage} what cannot be done in a stage. */
    static void require(PlanStage stage, String wanted, PlanStage... allowed) {
        if (!List.of(allowed).contains(stage)) {
            throw Refusals.notNow(stage.word(), wanted);
        }
    }

    /** Nobody else changes a plan, or what becomes of it, before this transaction ends; nothing where there is no such plan. */
    public void hold(long id) {
        store.lock(id);
    }

    /** The plan, locked, for somebody who may change it. */
    PlanStore.Row lock(long id) {
        PlanStore.Row row = store.lock(id).orElseThrow(() -> Refusals.unknownPlan(id));
        Acting.require(Permission.PLAN_DRILLS, row.content().unit());
        return row;
    }

    /** Stores the next version of a locked plan and says so in the audit. */
    PlannedDrill save(PlanStore.Row after, String did, @Nullable JsonNode was, @Nullable JsonNode is) {
        PlanStore.Row next = after.changed(now(), Acting.current().name());
        store.update(next);
        audit.record("drill-plan." + did, TYPE, Long.toString(after.id()), was, is);
        return standing(next);
    }

    /** The day in the organisation's time zone. */
    LocalDate today() {
        return day(clock.instant());
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, OrganisationZone.of(register));
    }

    /** The database keeps microseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
