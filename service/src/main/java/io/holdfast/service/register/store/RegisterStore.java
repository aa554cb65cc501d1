package io.holdfast.service.register.store;

import static io.holdfast.service.jooq.Tables.ITEM;
import static io.holdfast.service.jooq.Tables.REGISTER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.jooq.tables.records.ItemRecord;
import io.holdfast.service.jooq.tables.records.RegisterRecord;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads the register's tables as the document of a model file, and writes a document by difference. The caller brings the
 * transaction. For any number of threads.
 */
@Singleton
public final class RegisterStore {

    /** Bind values of one statement. */
    private static final int MOST_IDS = 10_000;

    private final DSLContext jooq;

    RegisterStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Which register is stored. */
    public Head head() {
        return jooq.select(REGISTER.REVISION, REGISTER.DIGEST)
                .from(REGISTER)
                .fetchSingle(row -> new Head(row.value1(), row.value2()));
    }

    /** The same, and holds off other writers until the transaction ends. */
    public Head lock() {
        return jooq.select(REGISTER.REVISION, REGISTER.DIGEST)
                .from(REGISTER)
                .forUpdate()
                .fetchSingle(row -> new Head(row.value1(), row.value2()));
    }

    /** The version of an entry: 1 when it is new, one more at each change. */
    public OptionalInt findVersion(String id) {
        Integer version =
                jooq.select(ITEM.VERSION).from(ITEM).where(ITEM.ID.eq(id)).fetchOne(ITEM.VERSION);
        return version == null ? OptionalInt.empty() : OptionalInt.of(version);
    }

    /** The versions of all entries by id. */
    public Map<String, Integer> versions() {
        return jooq.select(ITEM.ID, ITEM.VERSION).from(ITEM).fetchMap(ITEM.ID, ITEM.VERSION);
    }

    /** The versions of those entries that there are. */
    public Map<String, Integer> versions(Collection<String> ids) {
        return jooq.select(ITEM.ID, ITEM.VERSION)
                .from(ITEM)
                .where(ITEM.ID.in(ids))
                .fetchMap(ITEM.ID, ITEM.VERSION);
    }

    /** The versions of all entries by their ids. */
    public Map<String, Integer> listVersions() {
        return jooq.select(ITEM.ID, ITEM.VERSION).from(ITEM).fetchMap(ITEM.ID, ITEM.VERSION);
    }

    /** The stored register as the document of a model file. */
    public ObjectNode load() {
        ObjectNode document = Shape.MAPPER.createObjectNode();
        document.put("holdfast", 1);
        Shapes.HEAD.join(jooq.selectFrom(REGISTER).fetchSingle(), document);
        new ItemJoiner(jooq).join(document);
        return document;
    }

    /** One entry of a document. */
    private record Entry(ItemType type, String id, ObjectNode tree) {}

    /**
     * Makes the stored register equal to a document; only what differs is written. The register must be locked.
     *
     * @param before the document that is stored, or null for nothing; both are used up
     */
    public void replace(@Nullable ObjectNode before, ObjectNode after, Head head, String digest) {
        Map<String, Entry> old = before == null ? Map.of() : entries(before);
        Map<String, Entry> wanted = entries(after);
        Set<String> changed = wanted.values().stream()
                .filter(entry -> !isSame(old.get(entry.id()), entry))
                .map(Entry::id)
                .collect(Collectors.toSet());
        Map<String, ItemRecord> stored =
                jooq.selectFrom(ITEM).stream().collect(Collectors.toMap(ItemRecord::getId, Function.identity()));
        delete(stored.keySet().stream()
                .filter(id -> !wanted.containsKey(id) || changed.contains(id))
                .toList());
        write(wanted, stored, changed);
        writeHead(after, head, digest);
    }

    /**
     * Stores entries where they stand, new ones after all others, and removes some. The register must be locked.
     *
     * @param entries each of another id, at most {@value #MOST_IDS}
     */
    public void replaceEntries(List<StoredEntry> entries, Head head, String digest) {
        List<String> ids = entries.stream().map(StoredEntry::id).toList();
        Map<String, ItemRecord> stored =
                jooq.selectFrom(ITEM).where(ITEM.ID.in(ids)).fetchMap(ITEM.ID);
        Long last = jooq.select(DSL.max(ITEM.POSITION)).from(ITEM).fetchSingle().value1();
        long position = last == null ? 0 : last;
        delete(List.copyOf(stored.keySet()));
        Rows rows = new Rows();
        ItemSplitter splitter = new ItemSplitter(rows);
        for (StoredEntry entry : entries) {
            if (entry.tree() != null) {
                ItemRecord item = stored.get(entry.id());
                position = item == null ? position + Positions.GAP : position;
                splitter.split(
                        entry.type(),
                        item == null ? position : item.getPosition(),
                        item == null ? 1 : item.getVersion() + 1,
                        entry.tree());
            }
        }
        rows.store(jooq);
        jooq.update(REGISTER)
                .set(REGISTER.REVISION, head.revision() + 1)
                .set(REGISTER.DIGEST, digest)
                .set(REGISTER.CHANGED_AT, OffsetDateTime.now(ZoneOffset.UTC))
                .execute();
    }

    private static Map<String, Entry> entries(ObjectNode document) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (ItemType type : ItemType.values()) {
            JsonNode section = document.remove(type.section());
            if (section != null) {
                section.forEach(tree -> {
                    String id = tree.path("id").asText();
                    entries.put(id, new Entry(type, id, (ObjectNode) tree));
                });
            }
        }
        return entries;
    }

    /** Equal as text: the order of keys is kept too. */
    private static boolean isSame(@Nullable Entry old, Entry wanted) {
        return old != null
                && old.type() == wanted.type()
                && old.tree().toString().equals(wanted.tree().toString());
    }

    private void delete(List<String> ids) {
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            jooq.deleteFrom(ITEM)
                    .where(ITEM.ID.in(ids.subList(from, Math.min(ids.size(), from + MOST_IDS))))
                    .execute();
        }
    }

    private void write(Map<String, Entry> wanted, Map<String, ItemRecord> stored, Set<String> changed) {
        List<@Nullable Long> stood = new ArrayList<>();
        wanted.keySet().forEach(id -> {
            ItemRecord item = stored.get(id);
            stood.add(item == null ? null : item.getPosition());
        });
        List<Long> positions = Positions.assign(stood);
        Rows rows = new Rows();
        ItemSplitter splitter = new ItemSplitter(rows);
        List<ItemRecord> moved = new ArrayList<>();
        int at = 0;
        for (Entry entry : wanted.values()) {
            long position = positions.get(at++);
            ItemRecord item = stored.get(entry.id());
            if (item == null || changed.contains(entry.id())) {
                splitter.split(entry.type(), position, item == null ? 1 : item.getVersion() + 1, entry.tree());
            } else if (item.getPosition() != position) {
                item.setPosition(position);
                moved.add(item);
            }
        }
        rows.store(jooq);
        jooq.batchUpdate(moved).execute();
    }

    private void writeHead(ObjectNode after, Head head, String digest) {
        after.remove("holdfast");
        RegisterRecord row = jooq.newRecord(REGISTER);
        Shapes.HEAD.split(after, row);
        row.setRevision(head.revision() + 1);
        row.setDigest(digest);
        row.setChangedAt(OffsetDateTime.now(ZoneOffset.UTC));
        jooq.update(REGISTER).set(row).execute();
    }
}
