package io.holdfast.service.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.change.Stage.Step;
import io.holdfast.service.change.internal.ApprovedTime;
import io.holdfast.service.change.internal.ChangeJson;
import io.holdfast.service.change.internal.ExecutionShape;
import io.holdfast.service.change.internal.Impacts;
import io.holdfast.service.change.internal.ProposalShape;
import io.holdfast.service.change.internal.Refusals;
import io.holdfast.service.change.store.ChangeStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to changes: writing them down, carrying them out, ending them. Whoever changes one says which version they saw, and has
 * the right in the unit that it belongs to, before and after. For any number of threads.
 */
@Singleton
public class Changes {

    /** The type of these subjects under approval. */
    public static final String TYPE = "change";

    private final ChangeStore store;
    private final Baselines baselines;
    private final ChangeRules settings;
    private final Approvals approvals;
    private final Register register;
    private final Audit audit;
    private final Clock clock;

    Changes(
            ChangeStore store,
            Baselines baselines,
            ChangeRules settings,
            Approvals approvals,
            Register register,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.baselines = baselines;
        this.settings = settings;
        this.approvals = approvals;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /** A change with where it stands. */
    public record Standing(Change change, Stage stage) {}

    /** All changes, the newest first. */
    @ReadOnly
    public List<Standing> listChanges() {
        Map<String, Document> documents = approvals.listDocuments().stream()
                .filter(document -> document.type().equals(TYPE))
                .collect(Collectors.toMap(Document::subject, Function.identity()));
        return store.list().stream()
                .map(change -> standing(change, Optional.ofNullable(documents.get(Long.toString(change.id())))))
                .toList();
    }

    /** Those that touch an element, the newest first. */
    @ReadOnly
    public List<Standing> listChangesOf(String element) {
        return store.listOf(element).stream().map(this::standing).toList();
    }

    /** One of them, or a problem {@code unknown-change}. */
    @ReadOnly
    public Standing get(long id) {
        return find(id).orElseThrow(() -> Refusals.unknownChange(id));
    }

    /** One of them. */
    @ReadOnly
    public Optional<Standing> find(long id) {
        return store.find(id).map(this::standing);
    }

    private Standing standing(Change change) {
        return standing(change, approvals.findDocument(TYPE, Long.toString(change.id())));
    }

    private static Standing standing(Change change, Optional<Document> document) {
        return new Standing(change, Stage.of(change, document));
    }

    /** What hangs on its elements now; a problem {@code no-model} where there is no register. */
    @ReadOnly
    public Impact impact(Proposal proposal) {
        return Impacts.of(register.requireState(), proposal, now());
    }

    /** Writes a new one down; a problem {@code invalid} says which rules it breaks. */
    @Transactional
    public Change create(JsonNode said) {
        Proposal proposal = read(said);
        Acting.require(Permission.EDIT_REGISTER, proposal.unit());
        Change added = store.add(Change.draft(proposal, now(), Acting.current().name()));
        audit.record("change.create", TYPE, Long.toString(added.id()), null, ChangeJson.tree(proposal));
        return added;
    }

    private static Proposal read(JsonNode said) {
        ProposalShape.Read read = ProposalShape.read(said);
        if (!read.broken().isEmpty()) {
            throw Refusals.invalid(read.broken());
        }
        return read.proposal();
    }

    /**
     * Says something else. Refused with {@code changed-meanwhile}, with {@code change-locked} where somebody has agreed and nobody
     * says that it is opened again, with {@code change-stage} where it waits or is over, with {@code change-incomplete} where it was
     * carried out and is emptied of what had to be said for that.
     *
     * @param seen the version that the change is made on, or null to change whatever is stored
     * @param reopen whether to go on although somebody has agreed; it must then be submitted again
     */
    @Transactional
    public Change replace(long id, JsonNode said, @Nullable Integer seen, boolean reopen) {
        Standing before = lock(id);
        Proposal proposal = read(said);
        Change change = before.change();
        requireSeen(change, seen, ChangeJson.tree(proposal));
        Acting.require(Permission.EDIT_REGISTER, proposal.unit());
        if (proposal.equals(change.proposal())) {
            return change;
        }
        var steps = before.stage().steps(change.proposal().route());
        if (steps.contains(Step.REOPEN) && !reopen) {
            throw Refusals.locked();
        }
        if (!steps.contains(Step.EDIT) && !steps.contains(Step.REOPEN)) {
            throw Refusals.notNow(before.stage().word(), "changed");
        }
        if (change.execution() != null && proposal.route() != change.proposal().route()) {
            throw Refusals.invalid(List.of(new Violation(
                    "$.route", "fixed", "route cannot change after a change was carried out.", null, null, null)));
        }
        List<String> emptied = change.execution() == null ? List.of() : ProposalShape.missingToCarryOut(proposal);
        if (!emptied.isEmpty()) {
            throw Refusals.emptied(emptied);
        }
        Change after = change.withProposal(proposal);
        return save(change, after, "replace", ChangeJson.tree(change.proposal()), ChangeJson.tree(proposal));
    }

    /**
     * Writes down how one was carried out; an emergency that nobody has agreed to is given a deadline. Of an emergency of high risk
     * a baseline is taken, where there is none. Refused with {@code not-yet-approved} where an ordinary one began before the minute
     * of its approval, or after the last day on which that holds.
     */
    @Transactional
    public Change carryOut(long id, JsonNode said, @Nullable Integer seen) {
        Standing before = lock(id);
        Change change = before.change();
        ExecutionShape.Read read =
                ExecutionShape.read(said, Acting.current().name(), now(), OrganisationZone.of(register));
        if (!read.broken().isEmpty()) {
            throw Refusals.invalid(read.broken());
        }
        requireSeen(change, seen, ChangeJson.tree(read.execution()));
        require(before, Step.CARRY_OUT, "carried out");
        List<String> missing = ProposalShape.missingToCarryOut(change.proposal());
        if (!missing.isEmpty()) {
            throw Refusals.incomplete(missing, "carried out");
        }
        if (change.proposal().route() == Route.ORDINARY) {
            requireApprovedBefore(change, read.execution().startedAt());
        }
        boolean agreed = before.stage() instanceof Stage.Approved;
        Instant due = agreed
                ? null
                : read.execution()
                        .endedAt()
                        .atZone(OrganisationZone.of(register))
                        .toInstant()
                        .plus(Duration.ofHours(settings.current().approveWithinHours()));
        Change after = change.withExecution(read.execution(), due, baselineBefore(change));
        return save(change, after, "carry-out", null, ChangeJson.tree(read.execution()));
    }

    private void requireApprovedBefore(Change change, LocalDateTime started) {
        ZoneId zone = OrganisationZone.of(register);
        approvals
                .findDocument(TYPE, Long.toString(change.id()))
                .flatMap(document ->
                        Optional.ofNullable(change.submittedVersion()).flatMap(document::findVersion))
                .ifPresent(version -> ApprovedTime.require(version, started, zone));
    }

    /**
     * The baseline before a change: what it has, else one that is taken now where the risk is high. After it was carried out none is
     * taken: the register may be another one already.
     */
    @Nullable
    Long baselineBefore(Change change) {
        Long known = change.baselineBefore();
        if (known != null
                || change.execution() != null
                || change.proposal().risk() != Risk.HIGH
                || register.findModelDigest().isEmpty()) {
            return known;
        }
        String name = "C-" + change.id() + " " + change.proposal().title();
        return baselines.take(name, "", change.id()).id();
    }

    /**
     * Ends one that was carried out, or calls one off that was not. Where there is a baseline before it, one after it is taken.
     * Refused with {@code register-unchanged} where the register is said to be updated and is the one of the submission, if that was
     * before it was carried out.
     */
    @Transactional
    public Change close(long id, JsonNode said, @Nullable Integer seen) {
        Standing before = lock(id);
        Change change = before.change();
        ExecutionShape.End read = ExecutionShape.readEnd(said);
        if (!read.broken().isEmpty()) {
            throw Refusals.invalid(read.broken());
        }
        requireSeen(change, seen, said);
        boolean done = change.execution() != null;
        require(before, done ? Step.CLOSE : Step.CANCEL, done ? "closed" : "called off");
        Submitted submitted = change.submitted();
        boolean updated = done && read.registerUpdated();
        if (updated
                && submitted != null
                && submitted.execution() == null
                && register.findModelDigest()
                        .filter(submitted.impact().digest()::equals)
                        .isPresent()) {
            throw Refusals.registerUnchanged();
        }
        Closing closing = new Closing(
                read.conclusion(),
                updated,
                register.revision(),
                Acting.current().name(),
                now());
        Long after = done && change.baselineBefore() != null
                ? Long.valueOf(baselines
                        .take("C-" + id + " " + change.proposal().title() + " ✓", "", id)
                        .id())
                : null;
        return save(
                change, change.withClosing(closing, after), done ? "close" : "cancel", null, ChangeJson.tree(closing));
    }

    /** The change, locked, for somebody who may change it. */
    Standing lock(long id) {
        Change change = store.lock(id).orElseThrow(() -> Refusals.unknownChange(id));
        Acting.require(Permission.EDIT_REGISTER, change.proposal().unit());
        return standing(change);
    }

    /** Refuses with {@code change-stage} what cannot be done now. */
    static void require(Standing standing, Step step, String wanted) {
        if (!standing.stage().steps(standing.change().proposal().route()).contains(step)) {
            throw Refusals.notNow(standing.stage().word(), wanted);
        }
    }

    private static void requireSeen(Change change, @Nullable Integer seen, JsonNode sent) {
        if (seen != null && seen != change.version()) {
            throw Refusals.outdated(change.version(), ChangeJson.tree(change.proposal()), sent);
        }
    }

    /** Stores the next version of a change and says so in the audit. */
    Change save(Change before, Change after, String did, @Nullable JsonNode was, @Nullable JsonNode is) {
        Change next = after.changed(now(), Acting.current().name());
        store.update(next);
        audit.record("change." + did, TYPE, Long.toString(before.id()), was, is);
        return next;
    }

    /** The database keeps microseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
