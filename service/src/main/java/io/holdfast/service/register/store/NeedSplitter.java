package io.holdfast.service.register.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.jooq.tables.records.NeedRecord;
import org.jspecify.annotations.Nullable;

/** Turns entries of needs into rows: a tree, each entry under the path that leads to it within its element. */
final class NeedSplitter {

    private final Rows rows;

    NeedSplitter(Rows rows) {
        this.rows = rows;
    }

    /**
     * Adds the rows of one list.
     *
     * @param element whose list it is
     * @param method the position of the recovery method whose list it is, or null for the element's own
     * @param list {@code needs} or {@code alsoNeeds}
     * @param entries the entries, or null for none
     */
    void split(String element, @Nullable Integer method, String list, @Nullable JsonNode entries) {
        if (entries == null) {
            return;
        }
        String prefix = method == null ? list : "recovery/" + method + "/" + list;
        for (int i = 0; i < entries.size(); i++) {
            NeedRecord row = new NeedRecord();
            row.setElement(element);
            row.setMethod(method);
            row.setList(list);
            row.setPosition(i);
            split(row, prefix + "/" + i, entries.get(i));
        }
    }

    private void split(NeedRecord row, String path, JsonNode entry) {
        row.setPath(path);
        rows.add(row);
        if (!(entry instanceof ObjectNode tree)) {
            row.setForm("one");
            row.setNeeded(entry.asText());
            return;
        }
        JsonNode shares = tree.remove("shares");
        JsonNode members = tree.remove("of");
        row.setForm(tree.has("atLeast") ? "atLeast" : shares != null || tree.has("minimum") ? "pool" : "all");
        Shapes.NEED_ENTRY.split(tree, row);
        for (int i = 0; members != null && i < members.size(); i++) {
            NeedRecord member = new NeedRecord();
            member.setElement(row.getElement());
            member.setMethod(row.getMethod());
            member.setList(row.getList());
            member.setParent(path);
            member.setPosition(i);
            if (shares != null) {
                member.setShare(shares.path(i).doubleValue());
            }
            split(member, path + "/" + i, members.get(i));
        }
    }
}
