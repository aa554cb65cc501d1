package io.holdfast.service.checklist.store;

import static io.holdfast.service.jooq.Tables.CHECKLIST_ANSWER;
import static io.holdfast.service.jooq.Tables.CHECKLIST_ANSWER_EVIDENCE;

import io.holdfast.service.checklist.Answer;
import io.holdfast.service.checklist.AnswerState;
import io.holdfast.service.checklist.Place;
import io.holdfast.service.jooq.tables.records.ChecklistAnswerRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Answers in their tables; the caller brings the transaction. For any number of threads. */
@Singleton
public final class AnswerStore {

    private final DSLContext jooq;

    AnswerStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /**
     * An item that was answered at some time.
     *
     * @param version the version that is stored; it goes up by one with every answer and whenever one is taken back, and is never given twice
     * @param answer what stands; null where it was taken back
     */
    public record Stored(int version, @Nullable Answer answer) {}

    /** Every answer by its checklist, then by the number of its item. */
    public Map<Place, Map<String, Answer>> listAll() {
        return read(stands());
    }

    /** The same of one element or site. */
    public Map<Place, Map<String, Answer>> listOf(String subject) {
        return read(CHECKLIST_ANSWER.SUBJECT.eq(subject).and(stands()));
    }

    /** The answers of a checklist by the numbers of their items. */
    public Map<String, Answer> list(Place place) {
        return read(of(place).and(stands())).getOrDefault(place, Map.of());
    }

    /** What is stored of an item; empty where nobody ever answered it. */
    public Optional<Stored> find(Place place, String item) {
        return jooq.selectFrom(CHECKLIST_ANSWER)
                .where(of(place))
                .and(CHECKLIST_ANSWER.ITEM.eq(item))
                .fetchOptional(row -> new Stored(
                        row.getVersion(), row.getTakenBack() ? null : answer(row, listEvidence(row.getId()))));
    }

    private List<Long> listEvidence(long answer) {
        return jooq.select(CHECKLIST_ANSWER_EVIDENCE.EVIDENCE)
                .from(CHECKLIST_ANSWER_EVIDENCE)
                .where(CHECKLIST_ANSWER_EVIDENCE.ANSWER.eq(answer))
                .orderBy(CHECKLIST_ANSWER_EVIDENCE.EVIDENCE)
                .fetch(CHECKLIST_ANSWER_EVIDENCE.EVIDENCE);
    }

    private static Condition stands() {
        return CHECKLIST_ANSWER.TAKEN_BACK.isFalse();
    }

    private static Condition of(Place place) {
        return CHECKLIST_ANSWER
                .TEMPLATE
                .eq(place.template())
                .and(CHECKLIST_ANSWER.SUBJECT.eq(place.subject()))
                .and(CHECKLIST_ANSWER.VARIANT.eq(place.variant()));
    }

    private Map<Place, Map<String, Answer>> read(Condition wanted) {
        Map<Long, List<Long>> shown = jooq.select(CHECKLIST_ANSWER_EVIDENCE.ANSWER, CHECKLIST_ANSWER_EVIDENCE.EVIDENCE)
                .from(CHECKLIST_ANSWER_EVIDENCE)
                .join(CHECKLIST_ANSWER)
                .on(CHECKLIST_ANSWER.ID.eq(CHECKLIST_ANSWER_EVIDENCE.ANSWER))
                .where(wanted)
                .orderBy(CHECKLIST_ANSWER_EVIDENCE.EVIDENCE)
                .fetchGroups(CHECKLIST_ANSWER_EVIDENCE.ANSWER, CHECKLIST_ANSWER_EVIDENCE.EVIDENCE);
        Map<Place, Map<String, Answer>> answers = new HashMap<>();
        jooq.selectFrom(CHECKLIST_ANSWER)
                .where(wanted)
                .forEach(row -> answers.computeIfAbsent(
                                new Place(row.getTemplate(), row.getSubject(), row.getVariant()),
                                place -> new HashMap<>())
                        .put(row.getItem(), answer(row, shown.getOrDefault(row.getId(), List.of()))));
        return answers;
    }

    private static Answer answer(ChecklistAnswerRecord row, List<Long> evidence) {
        return new Answer(
                row.getVersion(),
                AnswerState.findByWord(row.getState()).orElseThrow(),
                row.getReason(),
                evidence,
                row.getCheckedOn(),
                row.getCheckedBy(),
                row.getNextCheck(),
                row.getTemplateVersion());
    }

    /** Stores an answer in its next version; false where the one before is not stored. */
    public boolean save(Place place, String item, Answer answer, Instant now) {
        ChecklistAnswerRecord row = jooq.newRecord(CHECKLIST_ANSWER);
        row.setTemplate(place.template());
        row.setSubject(place.subject());
        row.setVariant(place.variant());
        row.setItem(item);
        row.setVersion(answer.version());
        row.setState(answer.state().word());
        row.setReason(answer.reason());
        row.setCheckedOn(answer.checkedOn());
        row.setCheckedBy(answer.checkedBy());
        row.setNextCheck(answer.nextCheck());
        row.setTemplateVersion(answer.templateVersion());
        row.setChangedAt(now.atOffset(ZoneOffset.UTC));
        row.setTakenBack(false);
        Optional<Long> id = answer.version() == 1 ? create(row) : change(place, item, row);
        id.ifPresent(each -> show(each, answer.evidence()));
        return id.isPresent();
    }

    private Optional<Long> create(ChecklistAnswerRecord row) {
        return jooq.insertInto(CHECKLIST_ANSWER)
                .set(row)
                .onConflictDoNothing()
                .returning(CHECKLIST_ANSWER.ID)
                .fetchOptional(CHECKLIST_ANSWER.ID);
    }

    private Optional<Long> change(Place place, String item, ChecklistAnswerRecord row) {
        return jooq.update(CHECKLIST_ANSWER)
                .set(row)
                .where(of(place))
                .and(CHECKLIST_ANSWER.ITEM.eq(item))
                .and(CHECKLIST_ANSWER.VERSION.eq(row.getVersion() - 1))
                .returning(CHECKLIST_ANSWER.ID)
                .fetchOptional(CHECKLIST_ANSWER.ID);
    }

    private void show(long answer, List<Long> evidence) {
        jooq.deleteFrom(CHECKLIST_ANSWER_EVIDENCE)
                .where(CHECKLIST_ANSWER_EVIDENCE.ANSWER.eq(answer))
                .execute();
        evidence.forEach(each -> jooq.insertInto(CHECKLIST_ANSWER_EVIDENCE)
                .set(CHECKLIST_ANSWER_EVIDENCE.ANSWER, answer)
                .set(CHECKLIST_ANSWER_EVIDENCE.EVIDENCE, each)
                .execute());
    }

    /** Takes an answer back, which makes the next version; false where it is not stored in that version. */
    public boolean takeBack(Place place, String item, int version, Instant now) {
        Optional<Long> id = jooq.update(CHECKLIST_ANSWER)
                .set(CHECKLIST_ANSWER.TAKEN_BACK, true)
                .set(CHECKLIST_ANSWER.VERSION, version + 1)
                .set(CHECKLIST_ANSWER.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                .where(of(place))
                .and(CHECKLIST_ANSWER.ITEM.eq(item))
                .and(CHECKLIST_ANSWER.VERSION.eq(version))
                .and(stands())
                .returning(CHECKLIST_ANSWER.ID)
                .fetchOptional(CHECKLIST_ANSWER.ID);
        id.ifPresent(each -> show(each, List.of()));
        return id.isPresent();
    }
}
