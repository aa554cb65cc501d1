package io.holdfast.service.kernel;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in the service's own data folder: checksums, password by scram in a file of mode 0600, 127.0.0.1 only,
 * fsync on. Started and stopped by one thread; a file lock keeps a second service off the folder. Where it ends by itself, because
 * it was killed or its disk was full, it is started again on the same port until it runs.
 */
public final class EmbeddedPostgres implements DatabaseServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final String USER = "holdfast";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The folder within that of the database into which PostgreSQL is unpacked. */
    static final String PROGRAMS = "postgresql-18.6.0";

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Who ran this long did not end because of how it was started. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private static final List<Path> SESSION = List.of(Path.of("/usr/bin/setsid"));

    private final Path folder;
    private final Path bin;
    private final Path cluster;
    private final RandomAccessFile lockFile;
    private final FileLock lock;
    private final String password;
    private final int port;
    private volatile Process server;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean handedOver;

    private EmbeddedPostgres(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        lockFile = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
        FileLock taken = lockFile.getChannel().tryLock();
        if (taken == null) {
            lockFile.close();
            throw new DatabaseFailure("Another Holdfast uses the data folder '" + folder
                    + "'. Stop it, or name another folder with --data.");
        }
        lock = taken;
        bin = PostgresBinaries.unpackInto(folder.resolve(PROGRAMS)).resolve("bin");
        cluster = folder.resolve("cluster");
        password = readPassword();
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            create();
        }
        stopLeftOver();
        port = freePort();
        server = start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::closeUnlessHandedOver));
        awaitReady();
        Thread.ofVirtual().name("database").start(this::supervise);
    }

    /** Starts the database of a data folder, creating it where there is none. */
    public static EmbeddedPostgres start(Path folder) {
        try {
            return new EmbeddedPostgres(folder.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The database in '" + folder + "' could not be started: " + e.getMessage()
                            + ". Its log is database.log in that folder.",
                    e);
        }
    }

    /** Whether there is a database in a data folder. */
    public static boolean isThere(Path folder) {
        return Files.exists(folder.resolve("cluster").resolve("PG_VERSION"));
    }

    /** Takes away the database of a folder with which nothing works. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("cluster"))) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder.resolve("cluster"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A connection, as the owner, to the database of a folder that another process is working with; empty where none does. */
    static Optional<Connection> findRunning(Path folder) throws IOException {
        Path pidFile = folder.resolve("cluster").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres";
        try {
            return Optional.of(DriverManager.getConnection(
                    url, USER, Files.readString(folder.resolve("password")).strip()));
        } catch (SQLException e) {
            return Optional.empty(); // left by a kill: nobody listens there
        }
    }

    @Override
    public void handOver() {
        handedOver = true;
    }

    private void closeUnlessHandedOver() {
        if (!handedOver) {
            close();
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public String password() {
        return password;
    }

    private String readPassword() throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    /** PostgreSQL refuses to run as root; under root it gets a user namespace in which it is not. */
    private List<String> command(List<String> before, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user", "--map-user=1000"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private void create() throws IOException {
        Path passwordFile = folder.resolve("password");
        run(
                "initdb",
                List.of(
                        "--pgdata=" + cluster,
                        "--username=" + user(),
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--data-checksums"));
    }

    private void run(String program, List<String> arguments) throws IOException {
        Process process = new ProcessBuilder(command(List.of(), program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                .start();
        int status = waitFor(process);
        if (status != 0) {
            throw new IOException(program + " ended with status " + status);
        }
    }

    private java.io.File log() {
        return folder.resolve("database.log").toFile();
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Starts the server again whenever it ends without being told to. */
    private void supervise() {
        try {
            Duration pause = SHORTEST_PAUSE;
            while (true) {
                Process watched = server;
                long before = System.nanoTime();
                int status = watched.waitFor();
                if (closed.get()) {
                    return;
                }
                boolean stayed = System.nanoTime() - before > STEADY.toNanos();
                pause = stayed
                        ? SHORTEST_PAUSE
                        : pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                LOG.warn(
                        "The database ended by itself (status {}); it is started again in {} ms. Its log is database.log",
                        status,
                        pause.toMillis());
                Thread.sleep(pause);
                tryAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What keeps it from starting, such as no memory for a process, may be over at the next attempt. */
    private void tryAgain() {
        try {
            startAgain();
        } catch (IOException | RuntimeException e) {
            LOG.error("The database could not be started again; this is tried anew", e);
        }
    }

    private void startAgain() throws IOException {
        synchronized (closed) {
            if (!closed.get()) {
                stopLeftOver();
                server = start();
            }
        }
    }

    /**
     * After a kill some of its processes may still run, of the service alone or of the first of them: ends them all, so that only
     * one server ever works on the files.
     */
    private void stopLeftOver() throws IOException {
        findPid().flatMap(ProcessHandle::of).filter(this::isOurs).ifPresent(this::stop);
        ProcessHandle.allProcesses().filter(this::isOurs).forEach(this::stop);
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    /** The first process of the server, as it has written it down; empty where it has not, or a kill came between. */
    private Optional<Long> findPid() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,10}"))
                .map(Long::valueOf);
    }

    /** Whether a process runs a program of this folder. */
    private boolean isOurs(ProcessHandle process) {
        return process.info().command().orElse("").startsWith(bin.toString());
    }

    private void stop(ProcessHandle handle) {
        handle.destroy();
        Instant end = Instant.now().plus(PATIENCE);
        while (handle.isAlive() && Instant.now().isBefore(end) && !isZombie(handle.pid())) {
            sleep();
        }
        if (handle.isAlive() && !isZombie(handle.pid())) {
            handle.destroyForcibly();
        }
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            return false; // no such file where there is no such process, or no /proc
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** In a session of its own where the system can do that, so that Ctrl-C reaches the service alone, which stops it. */
    private Process start() throws IOException {
        return new ProcessBuilder(command(
                        SESSION.stream()
                                .filter(Files::isExecutable)
                                .map(Path::toString)
                                .toList(),
                        "postgres",
                        List.of(
                                "-D",
                                cluster.toString(),
                                "-p",
                                Integer.toString(port),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "shared_buffers=64MB",
                                "-c",
                                "timezone=UTC")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                .start();
    }

    private void awaitReady() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try (Connection connection = DriverManager.getConnection(url(), user(), password)) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (!server.isAlive() || Instant.now().isAfter(end)) {
                    server.destroy();
                    throw new IOException("it did not answer (" + e.getMessage() + "); see " + tail(), e);
                }
            }
            sleep();
        }
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(log().toPath(), StandardCharsets.UTF_8);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("Interrupted while waiting for the database.", e);
        }
    }

    /** Stops the database in its fast mode: open transactions roll back, everything committed is on disk. */
    @Override
    public void close() {
        synchronized (closed) {
            if (closed.getAndSet(true)) {
                return;
            }
        }
        try {
            Optional<Long> pid = findPid();
            if (server.isAlive() && pid.isPresent()) {
                new ProcessBuilder("kill", "-INT", Long.toString(pid.get()))
                        .start()
                        .waitFor();
            } else {
                server.destroy();
            }
            if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (IOException e) {
            server.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroy();
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new DatabaseFailure("The lock of the data folder could not be released: " + e.getMessage(), e);
        }
    }
}
