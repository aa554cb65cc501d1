package io.holdfast.service.learning.store;

import static io.holdfast.service.jooq.Tables.LEARNING_ACTUAL;

import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.jooq.tables.records.LearningActualRecord;
import io.holdfast.service.learning.Actual;
import io.holdfast.service.learning.Occasion;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Measured;
import io.holdfast.simulator.learning.ObservedDuration;
import io.holdfast.simulator.learning.Quantity;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Actuals in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class ActualStore {

    /** Keeps this lock apart from others of the database. */
    private static final long ADDING = 0x484f_4c44_0022L;

    private final DSLContext jooq;

    ActualStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Nobody else looks at what there is to add to it before this transaction ends. */
    public void lock() {
        jooq.select(DSL.function("pg_advisory_xact_lock", Object.class, DSL.val(ADDING)))
                .fetch();
    }

    /** All of them, withdrawn ones too, in the order in which they happened; of one day as they were entered. */
    public List<Actual> list() {
        return jooq.selectFrom(LEARNING_ACTUAL)
                .orderBy(LEARNING_ACTUAL.HAPPENED_ON, LEARNING_ACTUAL.ID)
                .fetch(ActualStore::actual);
    }

    /** One of them; nobody withdraws it before this transaction ends. */
    public Optional<Actual> lock(long id) {
        return jooq.selectFrom(LEARNING_ACTUAL)
                .where(LEARNING_ACTUAL.ID.eq(id))
                .forUpdate()
                .fetchOptional(ActualStore::actual);
    }

    /** Stores a new one; it is given its number. */
    public Actual add(Actual actual) {
        LearningActualRecord row = jooq.newRecord(LEARNING_ACTUAL);
        Occasion occasion = actual.occasion();
        row.setEvent(occasion.name());
        row.setKind(occasion.kind().name().toLowerCase(Locale.ROOT));
        row.setTypes(String.join(" ", DrillWords.words(occasion.types())));
        row.setAnnounced(occasion.announced());
        row.setHappenedOn(occasion.on());
        figure(row, actual.measured());
        row.setNote(actual.note());
        row.setDrillPlan(actual.drillPlan());
        row.setEnteredAt(actual.enteredAt().atOffset(ZoneOffset.UTC));
        row.setEnteredBy(actual.enteredBy());
        row.store();
        return actual(row);
    }

    /** Says that one does not hold any more. */
    public void withdraw(long id, Actual.Withdrawal withdrawal) {
        jooq.update(LEARNING_ACTUAL)
                .set(LEARNING_ACTUAL.WITHDRAWN_AT, withdrawal.at().atOffset(ZoneOffset.UTC))
                .set(LEARNING_ACTUAL.WITHDRAWN_BY, withdrawal.by())
                .set(LEARNING_ACTUAL.WITHDRAWN_REASON, withdrawal.reason())
                .set(LEARNING_ACTUAL.SUPERSEDED_BY, withdrawal.supersededBy())
                .where(LEARNING_ACTUAL.ID.eq(id))
                .execute();
    }

    private static void figure(LearningActualRecord row, Measured measured) {
        InputRef input = measured.input();
        row.setOwner(input.owner().value());
        row.setMethod(input.method());
        row.setQuantity(input.quantity().word());
        row.setNumber(input.number());
        switch (measured) {
            case Measured.Took took -> {
                row.setHours(took.hours());
                row.setFinished(took.finished());
            }
            case Measured.Tried tried -> {
                row.setSuccesses(tried.successes());
                row.setFailures(tried.failures());
            }
            case Measured.Watched watched -> {
                row.setOccurrences(watched.events());
                row.setHours(watched.hours());
            }
        }
    }

    private static Actual actual(LearningActualRecord row) {
        return new Actual(
                row.getId(),
                new Occasion(
                        row.getEvent(),
                        ObservedDuration.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                        types(row.getTypes()),
                        row.getAnnounced(),
                        row.getHappenedOn()),
                measured(row),
                row.getNote(),
                row.getDrillPlan(),
                row.getEnteredAt().toInstant(),
                row.getEnteredBy(),
                withdrawal(row));
    }

    private static List<Drill.Type> types(String words) {
        return words.isEmpty()
                ? List.of()
                : Stream.of(words.split(" ")).map(DrillWords::type).toList();
    }

    private static Measured measured(LearningActualRecord row) {
        InputRef input = new InputRef(
                Id.of(row.getOwner()),
                row.getMethod(),
                Quantity.valueOf(row.getQuantity().toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getNumber());
        if (row.getFinished() != null) {
            return new Measured.Took(input, row.getHours(), row.getFinished());
        }
        return row.getOccurrences() != null
                ? new Measured.Watched(input, row.getOccurrences(), row.getHours())
                : new Measured.Tried(input, row.getSuccesses(), row.getFailures());
    }

    private static Actual.@Nullable Withdrawal withdrawal(LearningActualRecord row) {
        OffsetDateTime at = row.getWithdrawnAt();
        return at == null
                ? null
                : new Actual.Withdrawal(
                        at.toInstant(),
                        Objects.requireNonNull(row.getWithdrawnBy()),
                        Objects.requireNonNull(row.getWithdrawnReason()),
                        row.getSupersededBy());
    }
}
