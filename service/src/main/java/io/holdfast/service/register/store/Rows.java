package io.holdfast.service.register.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;

/** New rows of several tables, collected and stored in few round trips. Not for use by several threads. */
final class Rows {

    private final Map<Table<?>, List<TableRecord<?>>> byTable = new LinkedHashMap<>();

    void add(TableRecord<?> row) {
        byTable.computeIfAbsent(row.getTable(), table -> new ArrayList<>()).add(row);
    }

    void store(DSLContext jooq) {
        byTable.values().forEach(rows -> jooq.batchInsert(rows).execute());
    }
}
