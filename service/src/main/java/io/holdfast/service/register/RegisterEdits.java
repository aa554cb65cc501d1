package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.register.store.Head;
import io.holdfast.service.register.store.RegisterStore;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Changes of single entries, in the file's notation. Every change is checked by the reader of the format within the whole
 * model and stored whole or not at all; who changes something says which version they saw. For any number of threads.
 */
@Singleton
public class RegisterEdits {

    /** The key under which an entry of the file names the organisational unit that it belongs to. */
    public static final String UNIT = "x-unit";

    private final Register register;
    private final RegisterStore store;
    private final Audit audit;

    RegisterEdits(Register register, RegisterStore store, Audit audit) {
        this.register = register;
        this.store = store;
        this.audit = audit;
    }

    /**
     * Adds an entry at the end of its list.
     *
     * @return what is stored now
     */
    @Transactional
    public EditOutcome create(Section section, ObjectNode tree) {
        requireUnit(tree);
        Head head = store.lock();
        ObjectNode stored = Documents.write(register.requireModel());
        ObjectNode document = Documents.withOwnList(stored, section.key());
        ArrayNode list = document.withArrayProperty(section.key());
        list.add(tree);
        String id = tree.path("id").asText();
        return audited("create", section, id, null, tree, save(stored, document, head, section, list.size() - 1, id));
    }

    /**
     * Puts an entry in the place of the stored one.
     *
     * @param section the list where it must stand
     * @param id the stored entry's id, which stays
     * @param tree the new entry
     * @param seen the version that the change is made on, or null to change whatever is stored
     */
    @Transactional
    public EditOutcome replace(Section section, String id, ObjectNode tree, @Nullable Integer seen) {
        Head head = store.lock();
        ObjectNode stored = Documents.write(register.requireModel());
        ObjectNode document = Documents.withOwnList(stored, section.key());
        ArrayNode list = document.withArrayProperty(section.key());
        int at = place(list, id);
        if (at < 0) {
            return new EditOutcome.Unknown();
        }
        Optional<EditOutcome> outdated = outdated(id, list.get(at), seen);
        if (outdated.isPresent()) {
            return outdated.get();
        }
        JsonNode before = list.get(at);
        requireUnit(before);
        requireUnit(tree);
        list.set(at, tree);
        return audited("replace", section, id, before, tree, save(stored, document, head, section, at, id));
    }

    /** Removes an entry; refused while something else names it. */
    @Transactional
    public EditOutcome remove(Section section, String id, @Nullable Integer seen) {
        Head head = store.lock();
        ObjectNode stored = Documents.write(register.requireModel());
        ObjectNode document = Documents.withOwnList(stored, section.key());
        ArrayNode list = document.withArrayProperty(section.key());
        int at = place(list, id);
        if (at < 0) {
            return new EditOutcome.Unknown();
        }
        Optional<EditOutcome> outdated = outdated(id, list.get(at), seen);
        if (outdated.isPresent()) {
            return outdated.get();
        }
        JsonNode before = list.get(at);
        requireUnit(before);
        list.remove(at);
        return audited("remove", section, id, before, null, save(stored, document, head, section, -1, id));
    }

    /** Puts a model file, YAML or JSON, in the place of everything, if the register is at the revision that was seen. */
    @Transactional
    public EditOutcome replaceAll(byte[] file, @Nullable Long seen) {
        Head head = store.lock();
        if (seen != null && seen != head.revision()) {
            return new EditOutcome.Outdated(head.revision(), null);
        }
        return switch (ModelReader.read(file)) {
            case ReadOutcome.Read read -> new EditOutcome.Stored(register.saveModel(read.model()));
            case ReadOutcome.Refused refused -> new EditOutcome.Refused(refused.violations(), "");
        };
    }

    /** Whoever changes an entry has a role in its unit, and in the one that it goes to. */
    private static void requireUnit(JsonNode entry) {
        JsonNode unit = entry.path(UNIT);
        Acting.require(Permission.EDIT_REGISTER, unit.isTextual() ? unit.asText() : null);
    }

    private EditOutcome audited(
            String what,
            Section section,
            String id,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            EditOutcome outcome) {
        if (outcome instanceof EditOutcome.Stored) {
            audit.record(section.word() + "." + what, section.word(), id, before, after);
        }
        return outcome;
    }

    private Optional<EditOutcome> outdated(String id, JsonNode stored, @Nullable Integer seen) {
        OptionalInt version = store.findVersion(id);
        return seen == null || version.orElse(0) == seen
                ? Optional.empty()
                : Optional.of(new EditOutcome.Outdated(version.orElse(0), stored));
    }

    private EditOutcome save(ObjectNode stored, ObjectNode document, Head head, Section section, int at, String id) {
        return switch (Documents.tryRead(document)) {
            case ReadOutcome.Read read -> {
                long revision = register.saveEdited(read.model(), stored, document, id, head.revision());
                yield new EditOutcome.Stored(
                        at < 0 ? revision : store.findVersion(id).orElseThrow());
            }
            case ReadOutcome.Refused refused ->
                new EditOutcome.Refused(refused.violations(), at < 0 ? "" : "$." + section.key() + "[" + at + "]");
        };
    }

    private static int place(ArrayNode list, String id) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path("id").asText().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
