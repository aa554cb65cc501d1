package io.holdfast.service.drillplay.store;

import static io.holdfast.service.jooq.Tables.DRILL_PLAY;
import static io.holdfast.service.jooq.Tables.DRILL_PLAY_DECISION;
import static java.time.ZoneOffset.UTC;
import static org.jooq.impl.DSL.count;

import io.holdfast.service.drillplay.Comparison;
import io.holdfast.service.drillplay.Play;
import io.holdfast.service.drillplay.PlayClock;
import io.holdfast.service.drillplay.internal.PlayJson;
import io.holdfast.service.drillplay.internal.PlayWords;
import io.holdfast.service.jooq.tables.records.DrillPlayDecisionRecord;
import io.holdfast.service.jooq.tables.records.DrillPlayRecord;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.play.Day;
import io.holdfast.simulator.play.Decision;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Plays and their decisions in their tables; the caller brings the transaction. For any number of threads. */
@Singleton
public final class PlayStore {

    private final DSLContext jooq;

    PlayStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The plays of a plan, the newest first. */
    public List<Play> list(long plan) {
        return jooq.selectFrom(DRILL_PLAY)
                .where(DRILL_PLAY.PLAN.eq(plan))
                .orderBy(DRILL_PLAY.ID.desc())
                .fetch(PlayStore::play);
    }

    /** The plays of plans that have ended, in the order in which they did. */
    public List<Play> listEnded(Collection<Long> plans) {
        return jooq.selectFrom(DRILL_PLAY)
                .where(DRILL_PLAY.PLAN.in(plans))
                .and(DRILL_PLAY.ENDED_AT.isNotNull())
                .orderBy(DRILL_PLAY.ENDED_AT, DRILL_PLAY.ID)
                .fetch(PlayStore::play);
    }

    /** How many decisions were made in plays, by the number of the play; none of one without any. */
    public Map<Long, Integer> countDecisions(Collection<Long> plays) {
        return jooq.select(DRILL_PLAY_DECISION.PLAY, count())
                .from(DRILL_PLAY_DECISION)
                .where(DRILL_PLAY_DECISION.PLAY.in(plays))
                .groupBy(DRILL_PLAY_DECISION.PLAY)
                .fetchMap(DRILL_PLAY_DECISION.PLAY, count());
    }

    /** One of a plan. */
    public Optional<Play> find(long plan, long id) {
        return jooq.selectFrom(DRILL_PLAY)
                .where(DRILL_PLAY.ID.eq(id))
                .and(DRILL_PLAY.PLAN.eq(plan))
                .fetchOptional(PlayStore::play);
    }

    /** One of them, and nobody else changes it before this transaction ends. */
    public Optional<Play> lock(long id) {
        return jooq.selectFrom(DRILL_PLAY)
                .where(DRILL_PLAY.ID.eq(id))
                .forUpdate()
                .fetchOptional(PlayStore::play);
    }

    /** Stores a new one; it is given its number. */
    public Play add(Play play) {
        DrillPlayRecord row = jooq.newRecord(DRILL_PLAY);
        row.setPlan(play.plan());
        row.setPlanVersion(play.planVersion());
        row.setUnit(play.unit());
        row.setInjects(PlayJson.ofInjects(play.injects()));
        row.setModelDigest(play.modelDigest());
        row.setEngine(play.engine());
        row.setSeed(play.seed());
        row.setTrial(play.trial());
        Day day = play.day();
        row.setDay(day == null ? null : PlayWords.word(day));
        row.setLuckyTrial(play.luckyTrial());
        row.setUnluckyTrial(play.unluckyTrial());
        row.setCreatedAt(play.createdAt().atOffset(UTC));
        row.setCreatedBy(play.createdBy());
        fill(row, play);
        row.store();
        return play(row);
    }

    /** Stores the next version of one that is locked: its clock and its end. */
    public void update(Play play) {
        DrillPlayRecord row = jooq.newRecord(DRILL_PLAY);
        fill(row, play);
        jooq.update(DRILL_PLAY).set(row).where(DRILL_PLAY.ID.eq(play.id())).execute();
    }

    private static void fill(DrillPlayRecord row, Play play) {
        row.setVersion(play.version());
        row.setClockMillis(play.clock().atMillis());
        row.setClockAt(play.clock().at().atOffset(UTC));
        row.setClockSpeed(play.clock().speed());
        row.setClockUntil(play.clock().untilMillis());
        Play.Ending ending = play.ending();
        if (ending != null) {
            row.setEndedAt(ending.at().atOffset(UTC));
            row.setEndedBy(ending.by());
            row.setOutcome(PlayJson.ofComparison(ending.outcome()));
        }
    }

    private static Play play(DrillPlayRecord row) {
        String day = row.getDay();
        return new Play(
                row.getId(),
                row.getPlan(),
                row.getPlanVersion(),
                row.getUnit(),
                PlayJson.injects(row.getInjects()),
                row.getModelDigest(),
                row.getEngine(),
                row.getSeed(),
                row.getTrial(),
                day == null ? null : PlayWords.findDay(day).orElseThrow(),
                row.getLuckyTrial(),
                row.getUnluckyTrial(),
                row.getVersion(),
                new PlayClock(
                        row.getClockMillis(), row.getClockAt().toInstant(), row.getClockSpeed(), row.getClockUntil()),
                row.getCreatedAt().toInstant(),
                row.getCreatedBy(),
                ending(row));
    }

    private static Play.@Nullable Ending ending(DrillPlayRecord row) {
        OffsetDateTime at = row.getEndedAt();
        if (at == null) {
            return null;
        }
        Comparison outcome = PlayJson.comparison(row.getOutcome());
        return new Play.Ending(at.toInstant(), row.getEndedBy(), outcome);
    }

    /** The decisions of a play, in their order. */
    public List<Play.Made> decisions(long play) {
        return jooq.selectFrom(DRILL_PLAY_DECISION)
                .where(DRILL_PLAY_DECISION.PLAY.eq(play))
                .orderBy(DRILL_PLAY_DECISION.NUMBER)
                .fetch(PlayStore::made);
    }

    /** Adds a decision to a play that is locked. */
    public void add(long play, Play.Made made) {
        DrillPlayDecisionRecord row = jooq.newRecord(DRILL_PLAY_DECISION);
        Id element = made.decision().element();
        row.setPlay(play);
        row.setNumber(made.number());
        row.setAtMillis(made.decision().atMillis());
        row.setKind(PlayWords.word(made.decision().kind()));
        row.setElement(element == null ? null : element.value());
        row.setMethod(made.decision().method());
        row.setNote(made.note());
        row.setMadeAt(made.at().atOffset(UTC));
        row.setMadeBy(made.by());
        row.store();
    }

    private static Play.Made made(DrillPlayDecisionRecord row) {
        String element = row.getElement();
        return new Play.Made(
                row.getNumber(),
                new Decision(
                        row.getAtMillis(),
                        PlayWords.findKind(row.getKind()).orElseThrow(),
                        element == null ? null : Id.of(element),
                        row.getMethod()),
                row.getNote(),
                row.getMadeAt().toInstant(),
                row.getMadeBy());
    }
}
