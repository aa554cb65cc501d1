package io.holdfast.service.kernel;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that somebody else runs: looked at once, then left to them. */
final class ExternalPostgres implements DatabaseServer {

    /** The oldest release that the schema works on. */
    private static final int OLDEST = 15;

    private final DatabaseAddress.External address;

    private ExternalPostgres(DatabaseAddress.External address) {
        this.address = address;
    }

    /** Looks whether it is there and can be used; {@link DatabaseFailure} with a sentence where not. */
    static ExternalPostgres connect(DatabaseAddress.External address) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new DatabaseFailure(
                        "The database is PostgreSQL " + version + ", but at least " + OLDEST + " is needed.");
            }
            requireUsable(connection, address.user());
            return new ExternalPostgres(address);
        } catch (SQLException e) {
            throw new DatabaseFailure(
                    "The database at " + address.url().replaceFirst("\\?.*", "") + " does not let '" + address.user()
                            + "' in: " + e.getMessage() + " Check the file that --database names.",
                    e);
        }
    }

    private static void requireUsable(Connection connection, String user) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Resources.text("/db/external.sql"))) {
            row.next();
            String encoding = row.getString("encoding");
            if (!"UTF8".equals(encoding)) {
                throw new DatabaseFailure("The database keeps text as " + encoding
                        + ", but UTF8 is needed. Create it with: create database holdfast owner holdfast encoding 'UTF8'"
                        + " locale 'C' template template0");
            }
            if (!row.getBoolean("may")) {
                throw new DatabaseFailure("The database's user '" + user
                        + "' must own the database and may create roles, since the service works as a second role that"
                        + " cannot delete its audit. Let an administrator of the database say: alter role " + user
                        + " createrole; alter database NAME owner to " + user);
            }
        }
    }

    @Override
    public String url() {
        return address.url();
    }

    @Override
    public String user() {
        return address.user();
    }

    @Override
    public String password() {
        return address.password();
    }

    /** Nothing to hand over: it is not ours to stop. */
    @Override
    public void handOver() {}

    @Override
    public void close() {}
}
