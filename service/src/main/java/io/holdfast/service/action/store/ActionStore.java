package io.holdfast.service.action.store;

import static io.holdfast.service.jooq.Tables.CORRECTIVE_ACTION;

import io.holdfast.service.action.Action;
import io.holdfast.service.action.ActionContent;
import io.holdfast.service.action.ActionSource;
import io.holdfast.service.action.Progress;
import io.holdfast.service.action.internal.ActionJson;
import io.holdfast.service.jooq.tables.records.CorrectiveActionRecord;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Actions in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class ActionStore {

    private final DSLContext jooq;

    ActionStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All of them, the newest first. */
    public List<Action> list() {
        return list(DSL.noCondition());
    }

    /** Those that came from something, the oldest first. */
    public List<Action> listOf(String sourceType, String sourceId) {
        return list(CORRECTIVE_ACTION.SOURCE_TYPE.eq(sourceType).and(CORRECTIVE_ACTION.SOURCE_ID.eq(sourceId)))
                .reversed();
    }

    /** Those that came from things of one type, the oldest first. */
    public List<Action> listOf(String sourceType) {
        return list(CORRECTIVE_ACTION.SOURCE_TYPE.eq(sourceType)).reversed();
    }

    private List<Action> list(Condition condition) {
        return jooq.selectFrom(CORRECTIVE_ACTION)
                .where(condition)
                .orderBy(CORRECTIVE_ACTION.ID.desc())
                .fetch(ActionStore::action);
    }

    /** One of them. */
    public Optional<Action> find(long id) {
        return jooq.selectFrom(CORRECTIVE_ACTION)
                .where(CORRECTIVE_ACTION.ID.eq(id))
                .fetchOptional(ActionStore::action);
    }

    /** The same, and nobody else changes it before this transaction ends. */
    public Optional<Action> lock(long id) {
        return jooq.selectFrom(CORRECTIVE_ACTION)
                .where(CORRECTIVE_ACTION.ID.eq(id))
                .forUpdate()
                .fetchOptional(ActionStore::action);
    }

    /** Stores a new one; it is given its number. */
    public Action add(Action action) {
        CorrectiveActionRecord row = jooq.newRecord(CORRECTIVE_ACTION);
        fill(row, action);
        row.setSourceType(action.source().type());
        row.setSourceId(action.source().id());
        row.setFinding(action.source().finding());
        row.setCreatedAt(action.createdAt().atOffset(ZoneOffset.UTC));
        row.setCreatedBy(action.createdBy());
        row.store();
        return action(row);
    }

    /** Stores the next version of one that is locked. */
    public void update(Action action) {
        CorrectiveActionRecord row = jooq.newRecord(CORRECTIVE_ACTION);
        fill(row, action);
        jooq.update(CORRECTIVE_ACTION)
                .set(row)
                .where(CORRECTIVE_ACTION.ID.eq(action.id()))
                .execute();
    }

    private static void fill(CorrectiveActionRecord row, Action action) {
        row.setVersion(action.version());
        row.setContent(ActionJson.tree(action.content()).toString());
        row.setElement(action.content().element());
        row.setAccount(action.account());
        row.setDue(action.content().due());
        row.setStatus(action.progress().status().word());
        row.setProgress(ActionJson.tree(action.progress()).toString());
        row.setChangedAt(action.changedAt().atOffset(ZoneOffset.UTC));
        row.setChangedBy(action.changedBy());
    }

    private static Action action(CorrectiveActionRecord row) {
        return new Action(
                row.getId(),
                row.getVersion(),
                ActionJson.require(row.getContent(), ActionContent.class),
                new ActionSource(row.getSourceType(), row.getSourceId(), row.getFinding()),
                row.getAccount(),
                ActionJson.require(row.getProgress(), Progress.class),
                row.getCreatedAt().toInstant(),
                row.getCreatedBy(),
                row.getChangedAt().toInstant(),
                row.getChangedBy());
    }
}
