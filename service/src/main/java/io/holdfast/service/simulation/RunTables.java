package io.holdfast.service.simulation;

import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tables of this room, as the migration {@code 0001-runs} makes them. */
final class RunTables {

    static final Table<Record> SNAPSHOT = DSL.table(DSL.name("model_snapshot"));
    static final Field<String> SNAPSHOT_DIGEST = DSL.field(DSL.name("model_snapshot", "digest"), SQLDataType.CLOB);
    static final Field<String> DOCUMENT = DSL.field(DSL.name("document"), SQLDataType.CLOB);

    static final Table<Record> CURRENT = DSL.table(DSL.name("current_model"));
    static final Field<Boolean> ONLY_ROW = DSL.field(DSL.name("only_row"), SQLDataType.BOOLEAN);
    static final Field<String> CURRENT_DIGEST = DSL.field(DSL.name("current_model", "digest"), SQLDataType.CLOB);
    static final Field<Long> REVISION = DSL.field(DSL.name("revision"), SQLDataType.BIGINT);

    static final Table<Record> RUN = DSL.table(DSL.name("run"));
    static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    static final Field<String> SCENARIO = DSL.field(DSL.name("scenario"), SQLDataType.CLOB);
    static final Field<String> DIGEST = DSL.field(DSL.name("digest"), SQLDataType.CLOB);
    static final Field<Long> TRIALS = DSL.field(DSL.name("trials"), SQLDataType.BIGINT);
    static final Field<Long> TRIALS_DONE = DSL.field(DSL.name("trials_done"), SQLDataType.BIGINT);
    static final Field<Long> SEED = DSL.field(DSL.name("seed"), SQLDataType.BIGINT);
    static final Field<String> ENGINE = DSL.field(DSL.name("engine"), SQLDataType.CLOB);
    static final Field<String> STATUS = DSL.field(DSL.name("status"), SQLDataType.CLOB);
    static final Field<Boolean> CANCEL_WANTED = DSL.field(DSL.name("cancel_wanted"), SQLDataType.BOOLEAN);
    static final Field<OffsetDateTime> LEASE_UNTIL =
            DSL.field(DSL.name("lease_until"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<OffsetDateTime> REQUESTED_AT =
            DSL.field(DSL.name("requested_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<OffsetDateTime> STARTED_AT =
            DSL.field(DSL.name("started_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<OffsetDateTime> FINISHED_AT =
            DSL.field(DSL.name("finished_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<String> ERROR = DSL.field(DSL.name("error"), SQLDataType.CLOB);
    static final Field<String> RESULT = DSL.field(DSL.name("result"), SQLDataType.CLOB);

    private RunTables() {}
}
