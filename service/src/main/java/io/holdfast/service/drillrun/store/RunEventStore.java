package io.holdfast.service.drillrun.store;

import static io.holdfast.service.jooq.Tables.DRILL_EVENT;
import static io.holdfast.service.jooq.Tables.DRILL_RUN;

import io.holdfast.service.drillrun.EventKind;
import io.holdfast.service.drillrun.RunEvent;
import io.holdfast.service.drillrun.internal.EventJson;
import io.holdfast.service.jooq.tables.records.DrillEventRecord;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** Events in their tables; the caller brings the transaction. For any number of threads. */
@Singleton
public final class RunEventStore {

    private final DSLContext jooq;

    RunEventStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /**
     * How many events there are of a drill; nobody else adds any before this transaction ends, so that numbers are seen in their order.
     */
    public int lock(long plan) {
        jooq.insertInto(DRILL_RUN)
                .set(DRILL_RUN.PLAN, plan)
                .set(DRILL_RUN.EVENTS, 0)
                .onConflictDoNothing()
                .execute();
        return jooq.select(DRILL_RUN.EVENTS)
                .from(DRILL_RUN)
                .where(DRILL_RUN.PLAN.eq(plan))
                .forUpdate()
                .fetchSingle(DRILL_RUN.EVENTS);
    }

    /** Adds events that have their numbers, to a drill that is locked. */
    public void add(long plan, List<RunEvent> events, int last) {
        jooq.batchInsert(events.stream().map(event -> row(plan, event)).toList())
                .execute();
        jooq.update(DRILL_RUN)
                .set(DRILL_RUN.EVENTS, last)
                .where(DRILL_RUN.PLAN.eq(plan))
                .execute();
    }

    private DrillEventRecord row(long plan, RunEvent event) {
        DrillEventRecord row = jooq.newRecord(DRILL_EVENT);
        row.setId(event.id());
        row.setPlan(plan);
        row.setNumber(event.number());
        row.setMadeAt(event.at().atOffset(ZoneOffset.UTC));
        row.setOffsetMillis(event.offsetMillis());
        row.setKind(event.kind().word());
        row.setContent(EventJson.of(event).write());
        row.setReceivedAt(event.receivedAt().atOffset(ZoneOffset.UTC));
        row.setReceivedBy(event.by());
        return row;
    }

    /** Events of a drill with a higher number, by their number. */
    public List<RunEvent> list(long plan, int since) {
        return jooq.selectFrom(DRILL_EVENT)
                .where(DRILL_EVENT.PLAN.eq(plan))
                .and(DRILL_EVENT.NUMBER.gt(since))
                .orderBy(DRILL_EVENT.NUMBER)
                .fetch(RunEventStore::event);
    }

    /** All events of several drills in one query, by the number of their plan, each drill's by their number. */
    public Map<Long, List<RunEvent>> listOf(Collection<Long> plans) {
        return jooq.selectFrom(DRILL_EVENT)
                .where(DRILL_EVENT.PLAN.in(plans))
                .orderBy(DRILL_EVENT.PLAN, DRILL_EVENT.NUMBER)
                .fetchGroups(DRILL_EVENT.PLAN, RunEventStore::event);
    }

    /** Events of some ids, of whichever drill, with that drill. */
    public List<Stored> find(Collection<UUID> ids) {
        return jooq.selectFrom(DRILL_EVENT)
                .where(DRILL_EVENT.ID.in(ids))
                .fetch(row -> new Stored(row.getPlan(), event(row)));
    }

    /** An event and the plan of its drill. */
    public record Stored(long plan, RunEvent event) {}

    private static RunEvent event(DrillEventRecord row) {
        EventJson said = EventJson.read(row.getContent());
        return new RunEvent(
                row.getId(),
                row.getNumber(),
                row.getMadeAt().toInstant(),
                row.getOffsetMillis(),
                EventKind.findByWord(row.getKind())
                        .orElseThrow(() -> new IllegalStateException("An event of the unknown kind " + row.getKind())),
                said.step(),
                said.inject(),
                said.notification(),
                said.criterion(),
                said.text(),
                said.value(),
                said.outcome(),
                said.person(),
                said.evidence(),
                said.withdraws(),
                row.getReceivedAt().toInstant(),
                row.getReceivedBy());
    }
}
