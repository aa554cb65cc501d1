package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.store.Head;
import io.holdfast.service.register.store.ItemType;
import io.holdfast.service.register.store.RegisterStore;
import io.holdfast.service.register.store.StoredEntry;
import io.holdfast.simulator.format.CanonicalModel;
import io.holdfast.simulator.format.ModelDigest;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The door of the room: the one register, as a model. Reading assembles the model from the tables once a revision and keeps
 * it; writing stores what differs, whole or not at all. For any number of threads.
 */
@Singleton
public class Register {

    /** A read that others' writes disturb is repeated; this often at most. */
    private static final int ATTEMPTS = 20;

    private static final RegisterState EMPTY = empty();

    private final RegisterStore store;
    private final Audit audit;

    /** The newest state and the one before, which others see until the newest is committed. */
    private volatile List<RegisterState> kept = List.of();

    Register(RegisterStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    private static RegisterState empty() {
        ContinuityModel model = Documents.require(
                Documents.tryRead(JsonNodeFactory.instance.objectNode().put("holdfast", 1)));
        return new RegisterState(0, ModelDigest.of(model), model);
    }

    /** The register as it is now, if one was stored. Cost: one short query unless it has changed since. */
    @ReadOnly
    public Optional<RegisterState> findState() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Head before = store.head();
            String digest = before.digest();
            if (digest == null) {
                return Optional.empty();
            }
            Optional<RegisterState> known = findKept(before.revision(), digest);
            if (known.isPresent()) {
                return known;
            }
            ObjectNode document = store.load();
            if (store.head().equals(before)) {
                RegisterState read =
                        new RegisterState(before.revision(), digest, Documents.require(Documents.tryRead(document)));
                keep(read);
                return Optional.of(read);
            }
        }
        throw new IllegalStateException("The register changed at every one of " + ATTEMPTS + " attempts to read it");
    }

    /** The same; a problem {@code no-model} where nothing was stored. */
    @ReadOnly
    public RegisterState requireState() {
        return findState()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.CONFLICT,
                        "no-model",
                        "No model is loaded yet. Start without --empty to load the sample, or import a register."));
    }

    /** The same; an empty model where nothing was stored. */
    @ReadOnly
    public RegisterState stateOrEmpty() {
        return findState().orElse(EMPTY);
    }

    /** The same with the versions of all entries. Cost: one more query once a revision. */
    @ReadOnly
    public RegisterState requireVersioned() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            RegisterState state = requireState();
            if (state.hasVersions()) {
                return state;
            }
            Map<String, Integer> versions = store.listVersions();
            if (store.head().revision() == state.revision()) {
                state.keepVersions(versions);
                return state;
            }
        }
        throw new IllegalStateException("The register changed at every one of " + ATTEMPTS + " attempts to read it");
    }

    /** The current model, if one was stored. */
    @ReadOnly
    public Optional<ContinuityModel> findModel() {
        return findState().map(RegisterState::model);
    }

    /** The current model; a problem {@code no-model} where nothing was stored. */
    @ReadOnly
    public ContinuityModel requireModel() {
        return requireState().model();
    }

    /** The digest of the current model, if one was stored. */
    @ReadOnly
    public Optional<String> findModelDigest() {
        return Optional.ofNullable(store.head().digest());
    }

    /** Goes up by one with every change; 0 where nothing was ever stored. */
    @ReadOnly
    public long revision() {
        return store.head().revision();
    }

    /** The version of an entry of any kind: 1 when it is new, one more at each change of it. */
    @ReadOnly
    public OptionalInt findVersion(String id) {
        return Id.isValid(id) ? store.findVersion(id) : OptionalInt.empty();
    }

    /** The versions of all entries by id. */
    @ReadOnly
    public Map<String, Integer> listVersions() {
        return store.versions();
    }

    /**
     * Makes a valid model the register, whole or not at all; only what differs is written, and versions go up only there.
     * Runs on other models keep theirs. A model equal to the stored one changes nothing, not even the revision.
     *
     * @return the revision that it is now at
     */
    @Transactional
    public long saveModel(ContinuityModel model) {
        return replace(model, store.lock(), "model.replace");
    }

    /** The same with what an import brings, unless the register is no longer at the expected revision: then {@link RevisionConflict}. */
    @Transactional
    public long importModel(ContinuityModel model, long expectedRevision) {
        return replace(model, requireHead(expectedRevision), "model.import");
    }

    /**
     * What became of changed entries.
     *
     * @param revision the revision that the register is now at
     * @param changed the ids of entries that differ from what was stored, are new or are gone
     */
    record Saved(long revision, Set<String> changed) {}

    /**
     * Stores changed entries, which whoever calls keeps in the audit.
     *
     * @param before the stored register, which is locked
     * @param after the model that reading the plans' entries into the one before gave
     * @param head of the stored register
     */
    @Transactional
    Saved saveEntries(RegisterState before, ContinuityModel after, List<EntryPlan> plans, Head head) {
        List<EntryPlan> written = written(after, plans);
        ContinuityModel model = isAsSent(plans, written) ? after : readAgain(before, after, written);
        Set<Id> ids = plans.stream().map(plan -> Id.of(plan.id())).collect(Collectors.toSet());
        CanonicalModel canonical = before.canonical().with(model, ids);
        String digest = canonical.digest();
        if (digest.equals(head.digest())) {
            return new Saved(head.revision(), Set.of());
        }
        List<EntryPlan> different = written.stream()
                .filter(plan -> plan.before() == null
                        || plan.after() == null
                        || !before.canonical().isSame(canonical, Id.of(plan.id())))
                .toList();
        different.stream().flatMap(plan -> Stream.ofNullable(plan.after())).forEach(Register::requireStorable);
        Set<String> changed = different.stream().map(EntryPlan::id).collect(Collectors.toSet());
        store.replaceEntries(
                different.stream()
                        .map(plan ->
                                new StoredEntry(ItemType.valueOf(plan.section().name()), plan.id(), plan.after()))
                        .toList(),
                head,
                digest);
        keep(new RegisterState(head.revision() + 1, digest, model, canonical));
        return new Saved(head.revision() + 1, changed);
    }

    /** The plans with what is to be stored as the format writes it, so that the same in another notation is no difference. */
    static List<EntryPlan> written(ContinuityModel model, List<EntryPlan> plans) {
        Map<Id, JsonNode> trees = new HashMap<>();
        Set<Id> wanted = plans.stream().map(plan -> Id.of(plan.id())).collect(Collectors.toSet());
        model.elements().stream()
                .filter(each -> wanted.contains(each.id()))
                .forEach(each -> trees.put(each.id(), ModelWriter.toTree(each)));
        model.scenarios().stream()
                .filter(each -> wanted.contains(each.id()))
                .forEach(each -> trees.put(each.id(), ModelWriter.toTree(each)));
        plans.stream()
                .map(EntryPlan::section)
                .filter(section -> !section.isReadAlone())
                .distinct()
                .forEach(section -> ModelWriter.toTrees(model, section.key())
                        .forEach(tree -> trees.put(Id.of(tree.path("id").asText()), tree)));
        return plans.stream()
                .map(plan -> plan.after() == null
                        ? plan
                        : plan.withAfter(Objects.requireNonNull(trees.get(Id.of(plan.id())))))
                .toList();
    }

    /** Whether reading what is written would give what reading what was sent has given already. */
    private static boolean isAsSent(List<EntryPlan> sent, List<EntryPlan> written) {
        for (int i = 0; i < sent.size(); i++) {
            JsonNode one = sent.get(i).after();
            JsonNode other = written.get(i).after();
            if (one != null && other != null && !Documents.saySame(one, other)) {
                return false;
            }
        }
        return true;
    }

    private static ContinuityModel readAgain(RegisterState before, ContinuityModel after, List<EntryPlan> written) {
        ContinuityModel again = Documents.require(RegisterEdits.read(before.model(), written));
        requireSame(CanonicalModel.of(after).digest(), CanonicalModel.of(again).digest());
        return again;
    }

    private Optional<RegisterState> findKept(long revision, String digest) {
        return kept.stream()
                .filter(state -> state.revision() == revision && state.digest().equals(digest))
                .findFirst();
    }

    private synchronized void keep(RegisterState state) {
        kept = Stream.concat(Stream.of(state), kept.stream().limit(1)).toList();
    }

    private Head requireHead(long expectedRevision) {
        Head head = store.lock();
        if (head.revision() != expectedRevision) {
            throw new RevisionConflict(expectedRevision, head.revision());
        }
        return head;
    }

    private long replace(ContinuityModel model, Head head, String action) {
        long revision = save(model, head);
        if (revision != head.revision()) {
            audit.record(
                    action, "model", "", state(head.revision(), head.digest()), state(revision, ModelDigest.of(model)));
        }
        return revision;
    }

    private static JsonNode state(long revision, @Nullable String digest) {
        return JsonNodeFactory.instance.objectNode().put("revision", revision).put("digest", digest);
    }

    private long save(ContinuityModel model, Head head) {
        ObjectNode after = Documents.write(model);
        String digest = ModelDigest.of(model);
        if (digest.equals(head.digest())) {
            return head.revision();
        }
        ObjectNode before = findModel().map(Documents::write).orElse(null);
        ContinuityModel readAgain = Documents.require(Documents.tryRead(after));
        requireSame(digest, ModelDigest.of(readAgain));
        requireStorable(after);
        store.replace(before, after, head, digest);
        keep(new RegisterState(head.revision() + 1, digest, readAgain));
        return head.revision() + 1;
    }

    private static void requireSame(String digest, String again) {
        if (!again.equals(digest)) {
            throw new IllegalArgumentException(
                    "The model cannot be written and read again without loss, so it was not stored.");
        }
    }

    private static void requireStorable(ObjectNode tree) {
        if (Documents.hasNull(tree)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "unstorable",
                    "The model has a text with the character U+0000, which cannot be stored. Remove it.");
        }
    }
}
