package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.store.Head;
import io.holdfast.service.register.store.RegisterStore;
import io.holdfast.simulator.format.ModelDigest;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    private final RegisterStore store;
    private final Audit audit;

    /** The newest state and the one before, which others see until the newest is committed. */
    private volatile List<RegisterState> kept = List.of();

    Register(RegisterStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
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
                RegisterState read = new RegisterState(before.revision(), digest, Documents.read(document));
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
     * The same after a change of one entry, which whoever calls keeps in the audit.
     *
     * @param before the document of the stored model
     * @param edited the document that the new model was read from, which differs from the one before in one entry
     * @param id the id of that entry
     */
    @Transactional
    long saveEdited(ContinuityModel model, ObjectNode before, ObjectNode edited, String id, long expectedRevision) {
        Head head = requireHead(expectedRevision);
        ObjectNode after = Documents.write(model);
        String digest = ModelDigest.of(after);
        if (digest.equals(head.digest())) {
            return head.revision();
        }
        if (Documents.saySame(edited, after)) { // reading it again would give what reading has given already
            return store(model, after, head, digest, () -> store.replaceOne(before, after, id, head, digest));
        }
        ContinuityModel readAgain = readAgain(after, digest);
        return store(readAgain, after, head, digest, () -> store.replace(before, after, head, digest));
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
        String digest = ModelDigest.of(after);
        if (digest.equals(head.digest())) {
            return head.revision();
        }
        ObjectNode before = findModel().map(Documents::write).orElse(null);
        ContinuityModel readAgain = readAgain(after, digest);
        return store(readAgain, after, head, digest, () -> store.replace(before, after, head, digest));
    }

    private static ContinuityModel readAgain(ObjectNode document, String digest) {
        ContinuityModel readAgain = Documents.read(document);
        if (!ModelDigest.of(readAgain).equals(digest)) {
            throw new IllegalArgumentException(
                    "The model cannot be written and read again without loss, so it was not stored.");
        }
        return readAgain;
    }

    private long store(ContinuityModel model, ObjectNode after, Head head, String digest, Runnable write) {
        if (Documents.hasNull(after)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "unstorable",
                    "The model has a text with the character U+0000, which cannot be stored. Remove it.");
        }
        write.run();
        keep(new RegisterState(head.revision() + 1, digest, model));
        return head.revision() + 1;
    }
}
