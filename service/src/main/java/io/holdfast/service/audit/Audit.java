package io.holdfast.service.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.audit.internal.Chain;
import io.holdfast.service.audit.store.AuditStore;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Principal;
import io.holdfast.service.kernel.retry.RequestKeys;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door of the audit. Entries are written in the caller's transaction, as its last step: from then until its end nobody else
 * can write one, so that the chain has no gaps. For any number of threads.
 */
@Singleton
public class Audit {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditStore store;
    private final RequestKeys requests;

    Audit(AuditStore store, RequestKeys requests) {
        this.store = store;
        this.requests = requests;
    }

    /**
     * Keeps that whoever acts now did something.
     *
     * @param action what, such as {@code element.replace}
     * @param subjectType the kind of thing it was done to
     * @param subject which one, empty where there is only one
     * @param before what it was, or null
     * @param after what it is, or null
     */
    @Transactional
    public void record(
            String action, String subjectType, String subject, @Nullable JsonNode before, @Nullable JsonNode after) {
        record(Acting.current(), action, subjectType, subject, before, after);
    }

    /** The same for somebody who is only just showing who they are, such as at sign-in. */
    @Transactional
    public void record(
            Principal actor,
            String action,
            String subjectType,
            String subject,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        ObjectNode detail = JSON.createObjectNode();
        detail.put("via", actor.kind().name().toLowerCase(Locale.ROOT));
        if (!actor.address().isEmpty()) {
            detail.put("address", actor.address());
        }
        if (before != null) {
            detail.set("before", before);
        }
        if (after != null) {
            detail.set("after", after);
        }
        requests.noteDone();
        store.append(action, subjectType, subject, actor.name(), detail.toString());
    }

    /** Entries from the newest. */
    @ReadOnly
    public List<AuditEntry> listEntries(AuditQuery query, int page, int size) {
        return store.list(query, page, size);
    }

    /** How many entries there are. */
    @ReadOnly
    public int countEntries(AuditQuery query) {
        return store.count(query);
    }

    /** Hands over every entry from the first, a few at a time in memory. */
    @ReadOnly
    public void forEach(Consumer<ChainedEntry> taker) {
        store.forEach(entry -> {
            taker.accept(entry);
            return true;
        });
    }

    /** Reads the whole chain and computes every hash again. Takes about a second for 100,000 entries. */
    @ReadOnly
    public ChainCheck verify() {
        Chain chain = new Chain();
        store.forEach(chain::follows);
        return chain.check();
    }

    /**
     * Takes away who did it and what was before and after, which may be personal data, from an entry; that this was done, by
     * whom and why is an entry of its own.
     *
     * @return the entry as it is now; empty where there is none of this number
     */
    @Transactional
    public Optional<AuditEntry> redact(long number, String reason) {
        if (store.find(number).isEmpty()) {
            return Optional.empty();
        }
        record(
                "audit.redact",
                "audit",
                Long.toString(number),
                null,
                JSON.createObjectNode().put("reason", reason));
        store.redact(number);
        return store.find(number);
    }
}
