package io.holdfast.service.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where the service keeps its rows. */
public sealed interface DatabaseAddress {

    /** A database of the service's own, in a folder; made where there is none. */
    record Own(Path folder) implements DatabaseAddress {}

    /**
     * A database that somebody else runs.
     *
     * @param url the address for JDBC, without user and password
     * @param user who owns the database
     * @param password their password
     */
    record External(String url, String user, String password) implements DatabaseAddress {

        /** Does not tell the password. */
        @Override
        public String toString() {
            return "External[" + url + ", " + user + "]";
        }
    }

    /** The service's own database in a data folder. */
    static DatabaseAddress own(Path data) {
        return new Own(data.resolve("database"));
    }

    /**
     * Reads the address of a database from a file that its owner alone writes and at most their group reads: one line of the form
     * {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=verify-full}. Where the database is on another computer and
     * nothing is said of TLS, the connection is encrypted and the server's certificate checked. {@link DatabaseFailure} with a
     * sentence where it cannot be read so.
     */
    static External read(Path file) {
        String line;
        try {
            requireOwnersOnly(file);
            line = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(each -> !each.isEmpty() && !each.startsWith("#"))
                    .findFirst()
                    .orElse("");
        } catch (NoSuchFileException e) {
            throw new DatabaseFailure("There is no file '" + file + "' with the address of the database.", e);
        } catch (IOException e) {
            throw new DatabaseFailure("The file '" + file + "' cannot be read: " + e.getMessage() + ".", e);
        }
        return parse(line, file);
    }

    private static void requireOwnersOnly(Path file) throws IOException {
        if (SecretFiles.isOpen(file)) {
            throw new DatabaseFailure("The file '" + file
                    + "' holds a password, and others on this computer can read or change it. Allow its owner alone: chmod 600 "
                    + file);
        }
    }

    private static External parse(String line, Path file) {
        String shape = "The file '" + file
                + "' must hold one line of the form postgresql://USER:PASSWORD@HOST:5432/DATABASE; letters that an address cannot hold"
                + " are written as %40 and the like.";
        URI uri;
        try {
            uri = URI.create(line);
        } catch (IllegalArgumentException e) {
            throw new DatabaseFailure(shape); // not its cause, which tells the password
        }
        String who = uri.getRawUserInfo();
        String path = uri.getRawPath();
        if (!List.of("postgresql", "postgres")
                        .contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                || uri.getHost() == null
                || who == null
                || who.indexOf(':') < 1
                || path == null
                || path.length() < 2) {
            throw new DatabaseFailure(shape);
        }
        int colon = who.indexOf(':');
        return new External(
                jdbc(uri, path),
                URLDecoder.decode(who.substring(0, colon).replace("+", "%2B"), StandardCharsets.UTF_8),
                URLDecoder.decode(who.substring(colon + 1).replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static String jdbc(URI uri, String path) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String ssl = query.contains("sslmode=") || isHere(uri.getHost()) ? "" : "&sslmode=verify-full";
        return "jdbc:postgresql://" + uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort()) + path
                + "?tcpKeepAlive=true&connectTimeout=10&ApplicationName=holdfast" + ssl
                + (query.isEmpty() ? "" : "&" + query);
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // said when it is connected to
        }
    }
}
