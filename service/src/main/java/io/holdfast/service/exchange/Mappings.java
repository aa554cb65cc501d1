package io.holdfast.service.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.exchange.internal.MappingCheck;
import io.holdfast.service.exchange.internal.Report;
import io.holdfast.service.exchange.store.MappingStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mappings that planners have kept for the tables that come again, for all of them. Every change says which version was seen and
 * stands in the audit. For any number of threads.
 */
@Singleton
public class Mappings {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "mapping";
    private static final int LONGEST_NAME = 80;

    private final MappingStore store;
    private final Audit audit;
    private final Clock clock;

    Mappings(MappingStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them by name. */
    @ReadOnly
    public List<SavedMapping> listMappings() {
        return store.list();
    }

    /** One; a problem {@code unknown-mapping} where there is none. */
    @ReadOnly
    public SavedMapping getMapping(long id) {
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    /** Keeps a new one. */
    @Transactional
    public SavedMapping addMapping(@Nullable String name, Mapping mapping) {
        String called = requireName(name, null);
        requireRight(mapping);
        SavedMapping added = store.add(
                called, mapping, Acting.current().name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        note("mapping.create", added.id(), null, added);
        return added;
    }

    /**
     * Puts another in the place of one.
     *
     * @param seen the version that was seen, or null to change whatever is stored
     */
    @Transactional
    public SavedMapping changeMapping(long id, @Nullable String name, Mapping mapping, @Nullable Integer seen) {
        SavedMapping before = getMapping(id);
        String called = requireName(name, id);
        requireRight(mapping);
        int version = seen == null ? before.version() : seen;
        if (version == before.version() && called.equals(before.name()) && mapping.equals(before.mapping())) {
            return before;
        }
        SavedMapping after = new SavedMapping(
                id,
                version + 1,
                called,
                mapping,
                Acting.current().name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!store.replace(after)) {
            throw late(before);
        }
        note("mapping.replace", id, before, after);
        return after;
    }

    /** Forgets one, on the version that was seen; null whatever is stored. */
    @Transactional
    public void removeMapping(long id, @Nullable Integer seen) {
        SavedMapping before = getMapping(id);
        if (!store.remove(id, seen == null ? before.version() : seen)) {
            throw late(before);
        }
        note("mapping.remove", id, before, null);
    }

    private void note(String action, long id, @Nullable SavedMapping before, @Nullable SavedMapping after) {
        audit.record(action, TYPE, Long.toString(id), tree(before), tree(after));
    }

    private static @Nullable JsonNode tree(@Nullable SavedMapping saved) {
        return saved == null
                ? null
                : JSON.createObjectNode().put("name", saved.name()).set("mapping", JSON.valueToTree(saved.mapping()));
    }

    private static ProblemException unknown(long id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-mapping",
                "There is no mapping " + id + ". GET /api/mappings lists them.");
    }

    private static ProblemException late(SavedMapping stored) {
        return new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "Somebody else changed the mapping '" + stored.name()
                                + "' since you loaded it. Load it anew and make your change again.")
                .withChanges(null, stored.version());
    }

    private String requireName(@Nullable String name, @Nullable Long of) {
        String called = name == null ? "" : name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.indexOf('\0') >= 0) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-mapping",
                    "A mapping has a name of 1 to " + LONGEST_NAME + " characters; this one has " + called.length()
                            + ".");
        }
        store.find(called).filter(each -> of == null || each.id() != of).ifPresent(each -> {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "mapping-there",
                    "There is a mapping '" + called + "' already. Change that one, or choose another name.",
                    Map.of("id", each.id()));
        });
        return called;
    }

    private static void requireRight(Mapping mapping) {
        Report report = new Report();
        MappingCheck.check(mapping, report);
        if (report.isRefused()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-mapping",
                    report.violations().getFirst().message(),
                    Map.of("violations", report.violations()));
        }
    }
}
