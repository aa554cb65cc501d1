package io.holdfast.service.kernel.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a database in an order in which they can be filled: what others refer to comes first. */
final class Tables {

    /** What ends by itself, or must not work in a second place, and Liquibase's own. */
    private static final Set<String> LEFT_OUT = Set.of(
            "user_session",
            "one_time_link",
            "sign_in_failure",
            "provider_attempt",
            "request_key",
            "databasechangelog",
            "databasechangeloglock");

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar");

    private Tables() {}

    static List<String> inOrder(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        Map<String, Set<String>> needs = new TreeMap<>();
        try (ResultSet rows = meta.getTables(null, "public", null, new String[] {"TABLE"})) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                if (!LEFT_OUT.contains(name)) {
                    needs.put(name, new LinkedHashSet<>());
                }
            }
        }
        for (Map.Entry<String, Set<String>> table : needs.entrySet()) {
            try (ResultSet keys = meta.getImportedKeys(null, "public", table.getKey())) {
                while (keys.next()) {
                    String other = keys.getString("PKTABLE_NAME");
                    if (!other.equals(table.getKey())) {
                        table.getValue().add(other);
                    }
                }
            }
        }
        return ordered(needs);
    }

    private static List<String> ordered(Map<String, Set<String>> needs) {
        Map<String, Set<String>> left = new LinkedHashMap<>(needs);
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> ready = left.entrySet().stream()
                    .filter(each -> order.containsAll(each.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + left.keySet());
            }
            order.addAll(ready);
            ready.forEach(left::remove);
        }
        return order;
    }

    /**
     * The columns of a table's primary key, quoted, to order its rows by; all of its columns where it has none. Texts in the order
     * of their code points, whatever language the database sorts in.
     */
    static String order(Connection connection, String table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = connection.getMetaData().getPrimaryKeys(null, "public", table)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        List<String> order = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, "public", table, null)) {
            Map<String, String> types = new LinkedHashMap<>();
            while (rows.next()) {
                types.put(rows.getString("COLUMN_NAME"), rows.getString("TYPE_NAME"));
            }
            if (key.isEmpty()) {
                types.keySet().forEach(column -> order.add(quoted(column) + "::text collate \"C\""));
            } else {
                key.values()
                        .forEach(column -> order.add(quoted(column)
                                + (TEXTS.contains(types.getOrDefault(column, "")) ? " collate \"C\"" : "")));
            }
        }
        return String.join(", ", order);
    }

    /** The column whose numbers the database gives out, quoted for a text; empty where there is none. */
    static List<String> numbered(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (rows.next()) {
                if ("YES".equals(rows.getString("IS_AUTOINCREMENT"))) {
                    columns.add(rows.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
