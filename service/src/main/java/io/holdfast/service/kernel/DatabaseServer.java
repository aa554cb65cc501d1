package io.holdfast.service.kernel;

/** A running PostgreSQL with a database for this service. Closed by whoever started it, after everything that uses it. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {

    /** The address for JDBC, without user and password. */
    String url();

    /** The user who owns the tables. */
    String user();

    /** The owner's password. */
    String password();

    /** From now on the caller closes it when the process is told to stop; until then that happens by itself. */
    void handOver();

    @Override
    void close();
}
