package io.holdfast.service.exchange.store;

import static io.holdfast.service.jooq.Tables.IMPORT_MAPPING;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.exchange.Mapping;
import io.holdfast.service.exchange.SavedMapping;
import io.holdfast.service.jooq.tables.records.ImportMappingRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Mappings in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class MappingStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext jooq;

    MappingStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All by name. */
    public List<SavedMapping> list() {
        return jooq.selectFrom(IMPORT_MAPPING)
                .orderBy(IMPORT_MAPPING.NAME, IMPORT_MAPPING.ID)
                .fetch(MappingStore::mapping);
    }

    /** One by its number. */
    public Optional<SavedMapping> find(long id) {
        return jooq.selectFrom(IMPORT_MAPPING).where(IMPORT_MAPPING.ID.eq(id)).fetchOptional(MappingStore::mapping);
    }

    /** One by its name. */
    public Optional<SavedMapping> find(String name) {
        return jooq.selectFrom(IMPORT_MAPPING)
                .where(IMPORT_MAPPING.NAME.eq(name))
                .fetchOptional(MappingStore::mapping);
    }

    /** Adds one; its version is 1. */
    public SavedMapping add(String name, Mapping mapping, String author, Instant now) {
        ImportMappingRecord row = jooq.newRecord(IMPORT_MAPPING);
        row.setVersion(1);
        row.setName(name);
        row.setMapping(json(mapping));
        row.setAuthor(author);
        row.setChangedAt(now.atOffset(ZoneOffset.UTC));
        row.store();
        return mapping(row);
    }

    /** Puts it in the place of the version before; whether that was stored. */
    public boolean replace(SavedMapping after) {
        return jooq.update(IMPORT_MAPPING)
                        .set(IMPORT_MAPPING.VERSION, after.version())
                        .set(IMPORT_MAPPING.NAME, after.name())
                        .set(IMPORT_MAPPING.MAPPING, json(after.mapping()))
                        .set(IMPORT_MAPPING.AUTHOR, after.author())
                        .set(IMPORT_MAPPING.CHANGED_AT, after.changedAt().atOffset(ZoneOffset.UTC))
                        .where(is(after.id(), after.version() - 1))
                        .execute()
                > 0;
    }

    /** Removes one; whether that version was stored. */
    public boolean remove(long id, int version) {
        return jooq.deleteFrom(IMPORT_MAPPING).where(is(id, version)).execute() > 0;
    }

    private static Condition is(long id, int version) {
        return IMPORT_MAPPING.ID.eq(id).and(IMPORT_MAPPING.VERSION.eq(version));
    }

    private static JSONB json(Mapping mapping) {
        try {
            return JSONB.valueOf(JSON.writeValueAsString(mapping));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping is texts only", e);
        }
    }

    private static SavedMapping mapping(ImportMappingRecord row) {
        try {
            return new SavedMapping(
                    row.getId(),
                    row.getVersion(),
                    row.getName(),
                    JSON.readValue(row.getMapping().data(), Mapping.class),
                    row.getAuthor(),
                    row.getChangedAt().toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Mapping " + row.getId() + " cannot be read", e);
        }
    }
}
