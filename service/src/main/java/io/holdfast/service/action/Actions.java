package io.holdfast.service.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.action.internal.ActionJson;
import io.holdfast.service.action.internal.ActionShape;
import io.holdfast.service.action.internal.Refusals;
import io.holdfast.service.action.store.ActionStore;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Principal;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door to corrective actions. Whoever changes one says which version they saw, and has the right to plan drills in its unit; its
 * owner reports on it without that right. Every change is kept in the audit. For any number of threads.
 */
@Singleton
public class Actions {

    /** What entries of the audit are about, and the type of these things for evidence. */
    public static final String TYPE = "action";

    private final ActionStore store;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Actions(ActionStore store, Accounts accounts, Audit audit, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** All actions, the newest first. */
    @ReadOnly
    public List<Action> listActions() {
        return store.list();
    }

    /** Those that came from a drill, an incident or the like, the oldest first. */
    @ReadOnly
    public List<Action> listActionsOf(String sourceType, String sourceId) {
        return store.listOf(sourceType, sourceId);
    }

    /** Those that came from drills, or from incidents and the like, by the id of their source, each the oldest first. */
    @ReadOnly
    public Map<String, List<Action>> listActionsBySource(String sourceType) {
        return store.listOf(sourceType).stream()
                .collect(Collectors.groupingBy(action -> action.source().id()));
    }

    /** One of them. */
    @ReadOnly
    public Optional<Action> findAction(long id) {
        return store.find(id);
    }

    /** One of them, or a problem {@code unknown-action}. */
    @ReadOnly
    public Action getAction(long id) {
        return store.find(id).orElseThrow(() -> Refusals.unknownAction(id));
    }

    /** Whether somebody is the owner of an action: by their account, else by their sign-in name. */
    public static boolean isOwn(Action action, Principal principal) {
        Long owner = action.account();
        return owner != null
                ? owner.equals(principal.account())
                : action.content().owner().equalsIgnoreCase(principal.name());
    }

    /** Writes one down as it was sent; a problem {@code invalid} says which rules it breaks. */
    @Transactional
    public Action create(JsonNode said, ActionSource source) {
        return raise(ActionShape.read(said), source);
    }

    /** Writes one down that another room found. */
    @Transactional
    public Action raise(ActionContent content, ActionSource source) {
        Acting.require(Permission.PLAN_DRILLS, content.unit());
        Instant now = now();
        String who = Acting.current().name();
        Action added =
                store.add(new Action(0, 1, content, source, accountOf(content), Progress.OPEN, now, who, now, who));
        audit.record("action.create", TYPE, Long.toString(added.id()), null, ActionJson.tree(content));
        return added;
    }

    /** The account of the owner's name; null where none has it, or several have. */
    private @Nullable Long accountOf(ActionContent content) {
        List<Long> named = accounts.listNames().entrySet().stream()
                .filter(each -> each.getValue().equalsIgnoreCase(content.owner()))
                .map(Map.Entry::getKey)
                .toList();
        return named.size() == 1 ? named.getFirst() : null;
    }

    /**
     * Says something else. Refused with {@code changed-meanwhile}, and with {@code action-status} where it was verified or dropped.
     *
     * @param seen the version that the change is made on, or null to change whatever is stored
     */
    @Transactional
    public Action replace(long id, JsonNode said, @Nullable Integer seen) {
        Action before = lock(id);
        Acting.require(Permission.PLAN_DRILLS, before.content().unit());
        ActionContent content = ActionShape.read(said);
        Acting.require(Permission.PLAN_DRILLS, content.unit());
        if (seen != null && seen != before.version()) {
            throw Refusals.outdated(before, ActionJson.tree(content));
        }
        if (content.equals(before.content())) {
            return before;
        }
        if (before.progress().status().isOver()) {
            throw Refusals.over(before.progress().status());
        }
        Action after = before.withContent(
                content, accountOf(content), now(), Acting.current().name());
        store.update(after);
        audit.record(
                "action.replace", TYPE, Long.toString(id), ActionJson.tree(before.content()), ActionJson.tree(content));
        return after;
    }

    /**
     * Takes a step. Refused with {@code action-status} where it cannot follow, with {@code action-own-work} where somebody would
     * verify what they did, with {@code action-incomplete} where a grave one without cause, owner or day is said to be done.
     *
     * @param seen the version that the step is taken on, or null for whatever is stored
     */
    @Transactional
    public Action step(long id, JsonNode said, @Nullable Integer seen) {
        Action before = lock(id);
        Principal acting = Acting.current();
        ActionShape.Step step = ActionShape.step(said);
        if (!isOwn(before, acting) || !isOwners(before.progress().status(), step.status())) {
            Acting.require(Permission.PLAN_DRILLS, before.content().unit());
        }
        if (seen != null && seen != before.version()) {
            throw Refusals.outdated(before, ActionJson.tree(before.content()));
        }
        requireAllowed(before, step.status(), acting);
        Progress next = before.progress().step(step.status(), step.words(), acting.name(), now());
        Action after = before.withProgress(next, now(), acting.name());
        store.update(after);
        audit.record(
                "action.step",
                TYPE,
                Long.toString(id),
                ActionJson.tree(before.progress()),
                ActionJson.tree(after.progress()));
        return after;
    }

    /** Whether the owner may take a step without any other right: report how far it is, but neither drop it nor judge it. */
    private static boolean isOwners(ActionStatus now, ActionStatus wanted) {
        return !now.isOver() && wanted != ActionStatus.DROPPED && wanted != ActionStatus.VERIFIED;
    }

    private static void requireAllowed(Action action, ActionStatus wanted, Principal acting) {
        ActionStatus now = action.progress().status();
        if (!now.next().contains(wanted)) {
            throw Refusals.notNow(now, wanted);
        }
        ActionContent content = action.content();
        boolean unsaid = content.cause().isEmpty() || content.owner().isEmpty() || content.due() == null;
        if ((wanted == ActionStatus.DONE || wanted == ActionStatus.VERIFIED)
                && content.severity() == Severity.HIGH
                && unsaid) {
            throw Refusals.causeMissing();
        }
        if (wanted == ActionStatus.VERIFIED
                && acting.kind() != Principal.Kind.DEMO
                && (acting.name().equals(action.progress().doneBy()) || isOwn(action, acting))) {
            throw Refusals.ownWork();
        }
    }

    private Action lock(long id) {
        return store.lock(id).orElseThrow(() -> Refusals.unknownAction(id));
    }

    /** The names of people who can own an action, in their order. */
    @ReadOnly
    public List<String> listPeople() {
        return accounts.listNames().values().stream().sorted().distinct().toList();
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
