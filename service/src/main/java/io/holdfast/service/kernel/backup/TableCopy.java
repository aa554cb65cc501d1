package io.holdfast.service.kernel.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Copies whole tables out of and into PostgreSQL, as CSV. The one place with SQL in strings: COPY has no other form, and the tables
 * are those of any version of the schema (docs/adr/0010).
 */
final class TableCopy {

    private final Connection connection;
    private final CopyManager copies;

    TableCopy(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Begins a transaction that sees everything as it is at one moment, whatever others write; times are written in UTC. */
    void beginSnapshot() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        execute("set local timezone to 'UTC'");
    }

    /** Writes a table's rows in the order of its key. */
    Manifest.Table write(String table, OutputStream out) throws SQLException, IOException {
        MessageDigest digest = sha256();
        DigestOutputStream digested = new DigestOutputStream(out, digest);
        long rows = copies.copyOut(
                "copy (select * from " + Tables.quoted(table) + " order by " + Tables.order(connection, table)
                        + ") to stdout (format csv, header)",
                digested);
        digested.flush();
        return new Manifest.Table(table, rows, HexFormat.of().formatHex(digest.digest()));
    }

    /** Fills a table. */
    void read(String table, InputStream in) throws SQLException, IOException {
        copies.copyIn("copy " + Tables.quoted(table) + " from stdin (format csv, header match)", in);
    }

    /** Empties tables of what the schema itself puts there. */
    void empty(List<String> tables) throws SQLException {
        for (String table : tables.reversed()) {
            execute("delete from " + Tables.quoted(table));
        }
    }

    /** Goes on giving out numbers behind those that are there. */
    void renumber(String table) throws SQLException {
        for (String column : Tables.numbered(connection, table)) {
            execute("select setval(pg_get_serial_sequence('public." + Tables.quoted(table) + "', '" + column
                    + "'), coalesce(max(" + Tables.quoted(column) + "), 0) + 1, false) from " + Tables.quoted(table));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
