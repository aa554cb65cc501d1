package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.Problem;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.internal.FactsShape;
import io.holdfast.service.register.store.Head;
import io.holdfast.service.register.store.RegisterStore;
import io.holdfast.simulator.format.EntryReader;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.Violation;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Changes of entries, in the file's notation. Every change is checked by the reader of the format among all that stays, and the
 * changes of one call are stored all or not at all; who changes something says which version they saw. Cost: what is changed, and
 * one pass over the ids and texts of the register; for sites, teams, contacts, plans and drills, which others lean on everywhere, the
 * whole. A register that holds nothing yet takes its first entries too. For any number of threads.
 */
@Singleton
public class RegisterEdits {

    /** The key under which an entry of the file names the organisational unit that it belongs to. */
    public static final String UNIT = "x-unit";

    private final Register register;
    private final RegisterStore store;
    private final Audit audit;
    private final BeanProvider<EntryGuard> guards;

    /** @param guards asked when something changes, because rooms ask the register before that */
    RegisterEdits(Register register, RegisterStore store, Audit audit, BeanProvider<EntryGuard> guards) {
        this.register = register;
        this.store = store;
        this.audit = audit;
        this.guards = guards;
    }

    /**
     * One change; what is wrong is told with paths that begin with {@code $}.
     *
     * @param reopen whether the next draft of what is approved begins where the change touches it
     */
    @Transactional
    public EditOutcome change(EntryChange change, boolean reopen) {
        return change(List.of(change), List.of("$"), reopen);
    }

    /**
     * Changes of different entries.
     *
     * @param paths where the entry or patch of each stands in what was sent
     * @param reopen whether the next drafts of what is approved begin where a change touches it
     */
    @Transactional
    public EditOutcome change(List<EntryChange> changes, List<String> paths, boolean reopen) {
        Head head = store.lock();
        return work(changes, paths, (state, plans) -> save(state, head, plans, reopen));
    }

    /** What {@link #change(List, List, boolean)} would say; nothing is stored, and in {@code Stored} stands what is stored already. */
    @ReadOnly
    public EditOutcome check(List<EntryChange> changes, List<String> paths, boolean reopen) {
        return work(changes, paths, (state, plans) -> switch (judge(state, plans, reopen)) {
            case Judged.Wrong wrong -> wrong.outcome();
            case Judged.Right ignored -> new EditOutcome.Stored(state.revision(), List.of());
        });
    }

    private EditOutcome work(
            List<EntryChange> changes,
            List<String> paths,
            BiFunction<RegisterState, List<EntryPlan>, EditOutcome> then) {
        requireDifferent(changes);
        RegisterState state = register.stateOrEmpty();
        Map<String, Integer> versions =
                store.versions(changes.stream().map(EntryChange::id).toList());
        List<EntryPlan> plans = new ArrayList<>();
        ShortLists lists = new ShortLists(state.model());
        List<EditOutcome.Late> late = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Optional<EntryPlan> plan = plan(state, lists, changes.get(i), paths.get(i));
            if (plan.isEmpty()) {
                return new EditOutcome.Unknown(i);
            }
            late(changes.get(i), i, plan.get(), versions).ifPresent(late::add);
            plans.add(plan.get());
        }
        if (!late.isEmpty()) {
            return new EditOutcome.Outdated(late);
        }
        plans.forEach(RegisterEdits::requireUnits);
        return then.apply(state, plans);
    }

    /** Puts a model file, YAML or JSON, in the place of everything, if the register is at the revision that was seen. */
    @Transactional
    public EditOutcome replaceAll(byte[] file, @Nullable Long seen) {
        Head head = store.lock();
        if (seen != null && seen != head.revision()) {
            return new EditOutcome.Outdated(List.of(new EditOutcome.Late(0, head.revision(), null, null)));
        }
        return switch (ModelReader.read(file)) {
            case ReadOutcome.Read read -> new EditOutcome.Stored(register.saveModel(read.model()), List.of());
            case ReadOutcome.Refused refused -> new EditOutcome.Refused(refused.violations());
        };
    }

    private static void requireDifferent(List<EntryChange> changes) {
        Set<String> ids = new HashSet<>();
        for (EntryChange change : changes) {
            if (!ids.add(change.id())) {
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "changed-twice",
                        "'" + change.id()
                                + "' is changed more than once. Put everything that changes of it into one change.");
            }
        }
    }

    private static Optional<EntryPlan> plan(RegisterState state, ShortLists lists, EntryChange change, String path) {
        if (change instanceof EntryChange.Create create) {
            return Optional.of(new EntryPlan("create", create.section(), create.id(), null, create.entry(), path));
        }
        EntryChange.OfStored wanted = (EntryChange.OfStored) change;
        return find(state, lists, wanted.id())
                .filter(stored -> wanted.sections().contains(stored.section()))
                .map(stored -> switch (wanted) {
                    case EntryChange.Replace replace -> stored.to("replace", replace.entry(), path);
                    case EntryChange.Patch patch ->
                        stored.to("replace", MergePatch.applied(stored.tree(), patch.patch()), path);
                    case EntryChange.Remove ignored -> stored.to("remove", null, path);
                });
    }

    private record Stored(Section section, String id, ObjectNode tree) {
        EntryPlan to(String what, @Nullable ObjectNode after, String path) {
            return new EntryPlan(what, section, id, tree, after, path);
        }
    }

    private static Optional<Stored> find(RegisterState state, ShortLists lists, String id) {
        if (!Id.isValid(id)) {
            return Optional.empty();
        }
        Optional<Stored> element = state.findElement(Id.of(id))
                .map(found ->
                        new Stored(Section.valueOf(found.type().name()), id, (ObjectNode) ModelWriter.toTree(found)));
        return element.or(() -> state.model()
                        .findScenario(Id.of(id))
                        .map(found -> new Stored(Section.SCENARIO, id, (ObjectNode) ModelWriter.toTree(found))))
                .or(() -> lists.find(id));
    }

    /** The entries of the lists that are not read alone, written once where one is asked for. */
    private static final class ShortLists {

        private final ContinuityModel model;
        private @Nullable Map<String, Stored> byId;

        ShortLists(ContinuityModel model) {
            this.model = model;
        }

        Optional<Stored> find(String id) {
            Map<String, Stored> known = byId;
            if (known == null) {
                known = new HashMap<>();
                for (Section section : Section.values()) {
                    if (!section.isReadAlone()) {
                        for (ObjectNode tree : ModelWriter.toTrees(model, section.key())) {
                            String own = tree.path("id").asText();
                            known.put(own, new Stored(section, own, tree));
                        }
                    }
                }
                byId = known;
            }
            return Optional.ofNullable(known.get(id));
        }
    }

    private static Optional<EditOutcome.Late> late(
            EntryChange change, int index, EntryPlan plan, Map<String, Integer> versions) {
        int version = versions.getOrDefault(change.id(), 0);
        return change instanceof EntryChange.OfStored stored && stored.seen() != null && stored.seen() != version
                ? Optional.of(new EditOutcome.Late(index, version, plan.before(), plan.after()))
                : Optional.empty();
    }

    /** Whoever changes an entry has a role in its unit, and in the one that it goes to. */
    private static void requireUnits(EntryPlan plan) {
        if (plan.before() != null) {
            requireUnit(plan.before());
        }
        if (plan.after() != null) {
            requireUnit(plan.after());
        }
    }

    /** What is held against changes: the shape of what they say under {@code x-facts}, and what the rooms say. */
    private Judged held(ContinuityModel model, List<EntryPlan> plans, boolean reopen) {
        List<EntryPlan> written = Register.written(model, plans);
        List<Problem.Violation> held = new ArrayList<>();
        written.stream()
                .filter(plan -> plan.changes(FactsShape.KEY))
                .forEach(plan -> held.addAll(FactsShape.check(plan.requireAfter(), plan.path())));
        guards.forEach(guard -> held.addAll(guard.check(written, reopen)));
        return held.isEmpty() ? new Judged.Right(model) : new Judged.Wrong(new EditOutcome.Held(held));
    }

    private static void requireUnit(JsonNode entry) {
        JsonNode unit = entry.path(UNIT);
        Acting.require(Permission.EDIT_REGISTER, unit.isTextual() ? unit.asText() : null);
    }

    /** Whether changes are right. */
    private sealed interface Judged {

        /** They are; the model that they make. */
        record Right(ContinuityModel model) implements Judged {}

        /** They are not. */
        record Wrong(EditOutcome outcome) implements Judged {}
    }

    private Judged judge(RegisterState state, List<EntryPlan> plans, boolean reopen) {
        return switch (read(state.model(), plans)) {
            case ReadOutcome.Refused refused -> new Judged.Wrong(refused(refused.violations(), plans));
            case ReadOutcome.Read read -> {
                List<Violation> naming = stillNaming(state, read.model(), plans);
                yield naming.isEmpty()
                        ? held(read.model(), plans, reopen)
                        : new Judged.Wrong(new EditOutcome.StillNamed(naming));
            }
        };
    }

    /** What others say of an entry that is to go is told as such. */
    private static EditOutcome refused(List<Violation> violations, List<EntryPlan> plans) {
        boolean ofOthers = plans.stream().anyMatch(plan -> plan.after() == null)
                && violations.stream()
                        .noneMatch(each -> plans.stream()
                                .anyMatch(plan ->
                                        plan.after() != null && each.path().startsWith(plan.path())));
        return ofOthers ? new EditOutcome.StillNamed(violations) : new EditOutcome.Refused(violations);
    }

    private EditOutcome save(RegisterState state, Head head, List<EntryPlan> plans, boolean reopen) {
        return switch (judge(state, plans, reopen)) {
            case Judged.Wrong wrong -> wrong.outcome();
            case Judged.Right right -> save(state, head, plans, right.model());
        };
    }

    private EditOutcome save(RegisterState state, Head head, List<EntryPlan> plans, ContinuityModel after) {
        Register.Saved saved = register.saveEntries(state, after, plans, head);
        plans.stream()
                .filter(plan -> saved.changed().contains(plan.id()))
                .forEach(plan -> audit.record(
                        plan.section().word() + "." + plan.what(),
                        plan.section().word(),
                        plan.id(),
                        plan.before(),
                        plan.after()));
        Map<String, Integer> versions =
                store.versions(plans.stream().map(EntryPlan::id).toList());
        return new EditOutcome.Stored(
                saved.revision(),
                plans.stream().map(plan -> versions.get(plan.id())).toList());
    }

    static ReadOutcome read(ContinuityModel model, List<EntryPlan> plans) {
        return plans.stream().allMatch(plan -> plan.section().isReadAlone())
                ? EntryReader.change(model, plans.stream().map(EntryPlan::edit).toList())
                : WholeRead.change(model, plans);
    }

    /** What names an entry that is to go: the whole is read only where the text of its id stands elsewhere. */
    private static List<Violation> stillNaming(RegisterState state, ContinuityModel after, List<EntryPlan> plans) {
        Set<Id> touched = new HashSet<>();
        plans.stream().filter(plan -> plan.before() != null).forEach(plan -> touched.add(Id.of(plan.id())));
        boolean mentioned = plans.stream()
                .filter(plan -> plan.after() == null)
                .anyMatch(plan -> state.canonical().mentions(Id.of(plan.id()), touched));
        return mentioned && WholeRead.change(after, List.of()) instanceof ReadOutcome.Refused refused
                ? refused.violations()
                : List.of();
    }
}
