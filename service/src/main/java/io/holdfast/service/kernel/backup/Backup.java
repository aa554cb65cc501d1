package io.holdfast.service.kernel.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup is a ZIP file: one CSV a table, and at its end {@code manifest.json}, which says what must be there. All of it is of one
 * moment, while the service goes on working.
 */
public final class Backup {

    static final String MANIFEST = "manifest.json";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Backup() {}

    /**
     * Copies every table.
     *
     * @param connection as the owner of the tables; its transaction is rolled back at the end
     * @param out where the file is written to; closed by the caller
     */
    public static Manifest write(Connection connection, OutputStream out) throws SQLException, IOException {
        TableCopy copy = new TableCopy(connection);
        copy.beginSnapshot();
        ZipOutputStream zip = new ZipOutputStream(out);
        List<Manifest.Table> tables = new ArrayList<>();
        String createdAt = Instant.now().toString();
        for (String table : Tables.inOrder(connection)) {
            zip.putNextEntry(new ZipEntry(table + ".csv"));
            tables.add(copy.write(table, zip));
            zip.closeEntry();
        }
        Manifest manifest = new Manifest(Manifest.FORMAT, createdAt, changes(connection), tables);
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(JSON.writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
        connection.rollback();
        return manifest;
    }

    /** How many changes of the schema have been made; the roles are made anew at every start and do not count. */
    static int changes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("select count(*) from databasechangelog where id <> 'service-role'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
