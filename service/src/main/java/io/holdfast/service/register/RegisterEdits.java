package io.holdfast.service.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private final Register register;
    private final RegisterStore store;

    RegisterEdits(Register register, RegisterStore store) {
        this.register = register;
        this.store = store;
    }

    /**
     * Adds an entry at the end of its list.
     *
     * @return what is stored now
     */
    @Transactional
    public EditOutcome create(Section section, ObjectNode tree) {
        Head head = store.lock();
        ObjectNode document = Documents.write(register.requireModel());
        ArrayNode list = document.withArrayProperty(section.key());
        list.add(tree);
        return save(document, head, section, list.size() - 1, tree.path("id").asText());
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
        ObjectNode document = Documents.write(register.requireModel());
        ArrayNode list = document.withArrayProperty(section.key());
        int at = place(list, id);
        if (at < 0) {
            return new EditOutcome.Unknown();
        }
        Optional<EditOutcome> outdated = outdated(id, list.get(at), seen);
        if (outdated.isPresent()) {
            return outdated.get();
        }
        list.set(at, tree);
        return save(document, head, section, at, id);
    }

    /** Removes an entry; refused while something else names it. */
    @Transactional
    public EditOutcome remove(Section section, String id, @Nullable Integer seen) {
        Head head = store.lock();
        ObjectNode document = Documents.write(register.requireModel());
        ArrayNode list = document.withArrayProperty(section.key());
        int at = place(list, id);
        if (at < 0) {
            return new EditOutcome.Unknown();
        }
        Optional<EditOutcome> outdated = outdated(id, list.get(at), seen);
        if (outdated.isPresent()) {
            return outdated.get();
        }
        list.remove(at);
        return save(document, head, section, -1, id);
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

    private Optional<EditOutcome> outdated(String id, JsonNode stored, @Nullable Integer seen) {
        OptionalInt version = store.findVersion(id);
        return seen == null || version.orElse(0) == seen
                ? Optional.empty()
                : Optional.of(new EditOutcome.Outdated(version.orElse(0), stored));
    }

    private EditOutcome save(ObjectNode document, Head head, Section section, int at, String id) {
        return switch (Documents.tryRead(document)) {
            case ReadOutcome.Read read -> {
                long revision = register.saveModel(read.model(), head.revision());
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
