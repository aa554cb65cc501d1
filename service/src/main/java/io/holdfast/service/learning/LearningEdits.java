package io.holdfast.service.learning;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.approval.Approvals;
import io.holdfast.service.approval.Document;
import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.SubjectStates;
import io.holdfast.service.approval.Version;
import io.holdfast.service.approval.VersionState;
import io.holdfast.service.approval.Wish;
import io.holdfast.service.audit.Audit;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.learning.internal.Learned;
import io.holdfast.service.learning.internal.LearningJson;
import io.holdfast.service.learning.internal.Refusals;
import io.holdfast.service.learning.internal.RegisterChange;
import io.holdfast.service.learning.store.EditStore;
import io.holdfast.service.learning.store.InputStore;
import io.holdfast.service.register.EditOutcome;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.format.InputTree;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.ModelInputs;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The door to edits of the register that learning proposes: submitted as they were seen, approved by somebody else, and then written
 * with their weights in one transaction. For any number of threads.
 */
@Singleton
public class LearningEdits {

    private final Previews previews;
    private final EditStore store;
    private final InputStore inputs;
    private final LearningDrafts drafts;
    private final Approvals approvals;
    private final SubjectStates states;
    private final Register register;
    private final RegisterEdits edits;
    private final Audit audit;
    private final Clock clock;

    LearningEdits(
            Previews previews,
            EditStore store,
            InputStore inputs,
            LearningDrafts drafts,
            Approvals approvals,
            SubjectStates states,
            Register register,
            RegisterEdits edits,
            Audit audit,
            Clock clock) {
        this.previews = previews;
        this.store = store;
        this.inputs = inputs;
        this.drafts = drafts;
        this.approvals = approvals;
        this.states = states;
        this.register = register;
        this.edits = edits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An edit and where it stands.
     *
     * @param edit the edit
     * @param stage submitted, approved, rejected, withdrawn or applied
     */
    public record Standing(LearningEdit edit, String stage) {}

    /** All of them, the newest first. */
    @ReadOnly
    public List<Standing> listEdits() {
        Map<String, Document> documents = approvals.listDocuments().stream()
                .filter(each -> each.type().equals(LearningDrafts.TYPE))
                .collect(Collectors.toMap(Document::subject, Function.identity()));
        return store.list().stream()
                .map(edit -> standing(edit, Optional.ofNullable(documents.get(Long.toString(edit.id())))))
                .toList();
    }

    private static Standing standing(LearningEdit edit, Optional<Document> document) {
        String stage = edit.applied() != null
                ? "applied"
                : document.map(each -> each.versions().getFirst().state().word())
                        .orElseThrow(() -> new IllegalStateException("Edit " + edit.id() + " was never submitted"));
        return new Standing(edit, stage);
    }

    /** One of them; a problem {@code unknown-learning-edit} where there is none. */
    @ReadOnly
    public Standing getEdit(long id) {
        LearningEdit edit = store.find(id).orElseThrow(() -> Refusals.unknownEdit(id));
        return standing(edit, approvals.findDocument(LearningDrafts.TYPE, Long.toString(id)));
    }

    /** Where the approval of one stands. */
    @ReadOnly
    public SubjectState state(long id, String language) {
        return states.of(drafts.draft(getEdit(id).edit()), language);
    }

    /**
     * Submits what the preview shows. Numbers that were changed by hand stay as they are unless they are taken. Refused with {@code
     * changed-meanwhile} where the preview is another one than was seen or is not worked out, {@code nothing-to-learn}, {@code learning-edit-open} while
     * an edit waits, and as approvals refuse.
     *
     * @param seen the tag of the preview that was seen
     * @param leave addresses of numbers that are to stay as they are
     * @param take addresses of numbers that were changed by hand and are to be learned all the same
     */
    @Transactional
    public Standing propose(String seen, Wish wish, Set<String> leave, Set<String> take) {
        store.lock();
        listEdits().stream()
                .filter(each -> each.stage().equals(VersionState.SUBMITTED.word()))
                .findFirst()
                .ifPresent(waiting -> {
                    throw Refusals.editOpen(waiting.edit().id());
                });
        Learned learned = previews.findLearned().orElseThrow(Refusals::otherPreview);
        Preview preview = learned.preview();
        if (!preview.tag().equals(seen)) {
            throw Refusals.otherPreview();
        }
        List<FrozenLesson> chosen = learned.lessons().stream()
                .filter(each -> !leave.contains(each.lesson().input()))
                .filter(each ->
                        !each.lesson().byHand() || take.contains(each.lesson().input()))
                .toList();
        if (chosen.isEmpty()) {
            throw Refusals.nothingToLearn();
        }
        LearningEdit edit = store.add(
                new LearningEdit.Content(
                        preview.revision(),
                        preview.digest(),
                        preview.actuals(),
                        preview.events(),
                        preview.bias(),
                        preview.stated(),
                        preview.forecasts(),
                        chosen,
                        learned.lessons().size() - chosen.size()),
                now(),
                Acting.current().name());
        Document document = approvals.submit(drafts.draft(edit), wish);
        return standing(edit, Optional.of(document));
    }

    /**
     * Writes an approved edit to the register, whole or not at all, and keeps what was stated of what it changes. Refused with {@code
     * learning-edit-not-approved}, {@code learning-outdated} where the register does not say any more what the edit was made on, and
     * as the register refuses.
     */
    @Transactional
    public Standing apply(long id) {
        LearningEdit edit = store.lock(id).orElseThrow(() -> Refusals.unknownEdit(id));
        Document document = approvals
                .findDocument(LearningDrafts.TYPE, Long.toString(id))
                .orElseThrow(() -> Refusals.unknownEdit(id));
        requireApproved(edit, document);
        RegisterState before = register.requireState();
        List<FrozenLesson> lessons = edit.content().lessons();
        RegisterChange change = RegisterChange.of(before.model(), lessons);
        if (!change.late().isEmpty()) {
            throw Refusals.outdated(change.late());
        }
        long revision = stored(edits.change(change.changes(), change.paths(), false));
        keep(edit, lessons);
        LearningEdit.Applied applied =
                new LearningEdit.Applied(now(), Acting.current().name(), revision);
        store.apply(id, applied);
        audit.record("learning.apply", LearningDrafts.TYPE, Long.toString(id), null, LearningJson.tree(applied));
        return getEdit(id);
    }

    private void requireApproved(LearningEdit edit, Document document) {
        String hash = drafts.draft(edit).hash();
        boolean approved =
                document.findApproved().map(Version::hash).filter(hash::equals).isPresent();
        if (edit.applied() != null || !approved) {
            throw Refusals.notApproved(
                    edit.id(), standing(edit, Optional.of(document)).stage());
        }
    }

    private static long stored(EditOutcome outcome) {
        return switch (outcome) {
            case EditOutcome.Stored done -> done.revision();
            case EditOutcome.Held held -> throw held.problem();
            case EditOutcome.Outdated ignored ->
                throw new IllegalStateException("No version was asked for, so none can be outdated");
            case EditOutcome.Unknown unknown ->
                throw new IllegalStateException("Entry " + unknown.index() + " was there a moment ago");
            case EditOutcome.Refused refused ->
                throw new IllegalStateException("What was learned breaks rules: " + refused.violations());
            case EditOutcome.StillNamed named ->
                throw new IllegalStateException("Nothing goes, but is named: " + named.violations());
        };
    }

    /** Keeps what was stated, and what the register says now: as it was read again after it was written. */
    private void keep(LearningEdit edit, List<FrozenLesson> lessons) {
        Map<String, KeptInput> known = new HashMap<>();
        inputs.list().forEach(each -> known.put(each.ref().address(), each));
        Map<String, ModelInput> written = new HashMap<>();
        ModelInputs.listAll(register.requireModel())
                .forEach(each -> written.put(each.ref().address(), each));
        String by = Acting.current().name();
        for (FrozenLesson each : lessons) {
            String address = each.lesson().input();
            ModelInput now = Optional.ofNullable(written.get(address)).orElseThrow();
            KeptInput before = known.get(address);
            inputs.keep(
                    new KeptInput(
                            now.ref(),
                            before == null ? each.stated() : before.stated(),
                            InputTree.write(now),
                            before == null ? null : before.since(),
                            edit.id()),
                    now(),
                    by);
        }
    }

    /**
     * Says that what stands in the register by hand is stated anew: learning begins from it, with actuals from today on. Refused with
     * {@code unknown-input} where one was not changed by hand.
     *
     * @param addresses addresses of numbers
     */
    @Transactional
    public void restate(Set<String> addresses) {
        Map<String, ModelInput> now = new HashMap<>();
        ModelInputs.listAll(register.requireModel())
                .forEach(each -> now.put(each.ref().address(), each));
        Map<String, KeptInput> known = new HashMap<>();
        inputs.list().forEach(each -> known.put(each.ref().address(), each));
        LocalDate today = LocalDate.ofInstant(clock.instant(), OrganisationZone.of(register));
        for (String address : addresses.stream().sorted().toList()) {
            ModelInput input = now.get(address);
            KeptInput before = known.get(address);
            if (input == null || before == null) {
                throw Refusals.badInput(address);
            }
            JsonNode stands = InputTree.write(input);
            if (LearningJson.isSame(stands, before.learned())) {
                throw Refusals.badInput(address);
            }
            KeptInput after = new KeptInput(input.ref(), stands, stands, today, before.edit());
            inputs.keep(after, now(), Acting.current().name());
            audit.record(
                    "learning.restate",
                    LearningDrafts.TYPE,
                    address,
                    LearningJson.tree(words(before)),
                    LearningJson.tree(words(after)));
        }
    }

    private static Map<String, String> words(KeptInput input) {
        InputRef ref = input.ref();
        return Map.of(
                "quantity",
                ref.quantity().word().toLowerCase(Locale.ROOT),
                "stated",
                input.stated().toString(),
                "since",
                String.valueOf(input.since()));
    }

    /** The database keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
