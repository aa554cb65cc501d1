package io.holdfast.service.learning.store;

import static io.holdfast.service.jooq.Tables.LEARNING_INPUT;

import io.holdfast.service.learning.KeptInput;
import io.holdfast.service.learning.internal.LearningJson;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Quantity;
import io.holdfast.simulator.model.Id;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;

/** The numbers of which something was learned, in their table; the caller brings the transaction. For any number of threads. */
@Singleton
public final class InputStore {

    private final DSLContext jooq;

    InputStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** All of them, in the order of their names. */
    public List<KeptInput> list() {
        return jooq.selectFrom(LEARNING_INPUT)
                .orderBy(LEARNING_INPUT.OWNER, LEARNING_INPUT.METHOD, LEARNING_INPUT.QUANTITY, LEARNING_INPUT.NUMBER)
                .fetch(row -> new KeptInput(
                        new InputRef(
                                Id.of(row.getOwner()),
                                row.getMethod().isEmpty() ? null : row.getMethod(),
                                Quantity.valueOf(row.getQuantity()
                                        .toUpperCase(Locale.ROOT)
                                        .replace('-', '_')),
                                row.getNumber()),
                        LearningJson.tree(row.getStated()),
                        LearningJson.tree(row.getLearned()),
                        row.getSince(),
                        row.getEdit()));
    }

    /** Keeps one, in the place of what was kept of it. */
    public void keep(KeptInput input, Instant at, String by) {
        InputRef ref = input.ref();
        jooq.insertInto(LEARNING_INPUT)
                .set(LEARNING_INPUT.OWNER, ref.owner().value())
                .set(LEARNING_INPUT.METHOD, Objects.requireNonNullElse(ref.method(), ""))
                .set(LEARNING_INPUT.QUANTITY, ref.quantity().word())
                .set(LEARNING_INPUT.NUMBER, ref.number())
                .set(LEARNING_INPUT.STATED, input.stated().toString())
                .set(LEARNING_INPUT.LEARNED, input.learned().toString())
                .set(LEARNING_INPUT.SINCE, input.since())
                .set(LEARNING_INPUT.EDIT, input.edit())
                .set(LEARNING_INPUT.KEPT_AT, at.atOffset(ZoneOffset.UTC))
                .set(LEARNING_INPUT.KEPT_BY, by)
                .onConflict(LEARNING_INPUT.OWNER, LEARNING_INPUT.METHOD, LEARNING_INPUT.QUANTITY, LEARNING_INPUT.NUMBER)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }
}
