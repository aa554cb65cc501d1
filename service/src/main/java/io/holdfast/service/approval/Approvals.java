package io.holdfast.service.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.approval.internal.Mandate;
import io.holdfast.service.approval.internal.Refusals;
import io.holdfast.service.approval.internal.Validity;
import io.holdfast.service.approval.store.ApprovalStore;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.kernel.access.Acting;
import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door of the room: submitting, deciding, and what is told of it. Whoever acts is the person of the request. Refusals are
 * {@link io.holdfast.service.kernel.web.ProblemException}. For any number of threads.
 */
@Singleton
public class Approvals {

    private static final int MOST_WORDS = 2000;
    private static final int LEAST_REASON = 5;

    private final ApprovalStore store;
    private final Accounts accounts;
    private final Audit audit;
    private final BeanProvider<DecisionListener> listeners;
    private final Clock clock;

    /** @param listeners asked when somebody decides, because rooms ask for approvals before that */
    Approvals(
            ApprovalStore store,
            Accounts accounts,
            Audit audit,
            BeanProvider<DecisionListener> listeners,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Every document, by type and subject. */
    @ReadOnly
    public List<Document> listDocuments() {
        return store.list();
    }

    /** The documents of one type, by subject. */
    @ReadOnly
    public List<Document> listDocuments(String type) {
        return store.list(type);
    }

    /** One document. */
    @ReadOnly
    public Optional<Document> findDocument(long id) {
        return store.find(id);
    }

    /** The document of a subject. */
    @ReadOnly
    public Optional<Document> findDocument(String type, String subject) {
        return store.find(type, subject);
    }

    /** What the versions that hold were made from, of the documents of one type, by subject; in one query. */
    @ReadOnly
    public Map<String, JsonNode> listApprovedBases(String type) {
        return store.listApprovedBases(type);
    }

    /** What was submitted as a version. */
    @ReadOnly
    public Optional<Frozen> findFrozen(long document, int number) {
        return store.findFrozen(document, number);
    }

    /**
     * Submits a subject as it is now. Refused with {@code no-person} in a demonstration, {@code already-submitted} while a version
     * waits, {@code nothing-new} where it is what is approved and no review is due.
     *
     * @return the document with the new version
     */
    @Transactional
    public Document submit(Draft draft, Wish wish) {
        Long person = Acting.current().account();
        if (person == null) {
            throw Refusals.noPerson();
        }
        Validity validity = Validity.of(draft, wish);
        Optional<Document> before = store.find(draft.type(), draft.subject());
        before.ifPresent(document -> requireNew(document, draft));
        int number = before.map(document -> document.versions().getFirst().number() + 1)
                .orElse(1);
        Version version = new Version(
                number,
                draft.title(),
                draft.titleZhHant(),
                draft.unit(),
                draft.hash(),
                words(wish.note()),
                draft.validFrom(),
                validity.until(),
                validity.reviewOn(),
                person,
                now(),
                VersionState.SUBMITTED,
                null);
        long id = before.map(Document::id).orElseGet(() -> store.create(draft.type(), draft.subject()));
        store.submit(id, version, draft);
        Document after = store.find(id).orElseThrow();
        record("submit", after, version);
        return after;
    }

    private void requireNew(Document document, Draft draft) {
        document.findWaiting().ifPresent(waiting -> {
            throw Refusals.waiting(waiting.number());
        });
        document.findApproved()
                .filter(approved -> approved.hash().equals(draft.hash()))
                .filter(approved -> ReviewReason.of(document, approved, LocalDate.now(clock))
                        .isEmpty())
                .ifPresent(approved -> {
                    throw Refusals.same(approved.number());
                });
    }

    /** Approves a version of which the content with this hash was seen. The note may be null. */
    @Transactional
    public Document approve(long id, int number, String seen, @Nullable String note) {
        String words = words(note);
        return decide(id, number, seen, VersionState.APPROVED, words.isEmpty() ? null : words);
    }

    /** Rejects a version of which the content with this hash was seen; the reason is told to whoever submitted it. */
    @Transactional
    public Document reject(long id, int number, String seen, @Nullable String reason) {
        String words = Objects.requireNonNullElse(reason, "").strip();
        if (words.length() < LEAST_REASON || words.length() > MOST_WORDS) {
            throw Refusals.reason();
        }
        return decide(id, number, seen, VersionState.REJECTED, words);
    }

    private Document decide(long id, int number, String seen, VersionState state, @Nullable String words) {
        Version version = requireWaiting(id, number);
        if (!version.hash().equals(seen)) {
            throw Refusals.otherContent();
        }
        return switch (Mandate.of(Acting.current(), version)) {
            case Mandate.Missing missing -> throw Refusals.missing(missing.why(), version.unit());
            case Mandate.Held held ->
                decided(id, version, state, new Version.Decision(held.account(), held.heldFor(), now(), words));
        };
    }

    /** Takes back a version that waits; only whoever submitted it can. */
    @Transactional
    public Document withdraw(long id, int number) {
        Version version = requireWaiting(id, number);
        Long person = Acting.current().account();
        if (person == null || person != version.submittedBy()) {
            throw person == null ? Refusals.noPerson() : Refusals.notYours();
        }
        return decided(id, version, VersionState.WITHDRAWN, new Version.Decision(person, null, now(), null));
    }

    private Version requireWaiting(long id, int number) {
        store.lock(id);
        Version version = store.find(id)
                .flatMap(document -> document.findVersion(number))
                .orElseThrow(() -> Refusals.unknown(id, number));
        Version.Decision decision = version.decision();
        if (decision != null) {
            throw Refusals.decided(
                    version, accounts.listNames().getOrDefault(decision.by(), Long.toString(decision.by())));
        }
        return version;
    }

    private Document decided(long id, Version version, VersionState state, Version.Decision decision) {
        store.decide(id, version.number(), state, decision);
        Document after = store.find(id).orElseThrow();
        String did = switch (state) {
            case APPROVED, SUPERSEDED -> "approve";
            case REJECTED -> "reject";
            case WITHDRAWN, SUBMITTED -> "withdraw";
        };
        Version decided = after.findVersion(version.number()).orElseThrow();
        record(did, after, decided);
        listeners.stream()
                .filter(each -> each.type().equals(after.type()))
                .forEach(each -> each.decided(after, decided));
        return after;
    }

    /**
     * Says that something has happened that calls for a review of what is approved of a subject; nothing where nothing is.
     *
     * @param kind a stable word in small letters and hyphens, for which the page has a text {@code approvalDue_kind}
     * @param about what it was, such as a file's name
     */
    @Transactional
    public void announce(String type, String subject, String kind, String about) {
        Optional<Document> document = store.find(type, subject);
        document.flatMap(Document::findApproved).ifPresent(approved -> {
            store.announce(document.orElseThrow().id(), approved.number(), kind, about, now());
            ObjectNode told = JsonNodeFactory.instance.objectNode();
            told.put("kind", kind).put("about", about);
            audit.record("approval.announce", "approval", name(document.orElseThrow(), approved), null, told);
        });
    }

    private void record(String what, Document document, Version version) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("title", version.title())
                .put("hash", version.hash())
                .put("state", version.state().word())
                .put("reviewOn", version.reviewOn().toString());
        if (version.validUntil() != null) {
            told.put("validUntil", version.validUntil().toString());
        }
        Version.Decision decision = version.decision();
        String said = decision == null ? version.note() : decision.reason();
        if (said != null && !said.isEmpty()) {
            told.put("said", said);
        }
        if (decision != null && decision.heldFor() != null) {
            told.put("asDeputyOf", decision.heldFor());
        }
        audit.record("approval." + what, "approval", name(document, version), null, told);
    }

    private static String name(Document document, Version version) {
        return document.type() + "/" + document.subject() + "/" + version.number();
    }

    private static String words(@Nullable String note) {
        String words = Objects.requireNonNullElse(note, "").strip();
        if (words.length() > MOST_WORDS) {
            throw Refusals.note();
        }
        return words;
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
