package io.holdfast.service;

import io.holdfast.service.kernel.DatabaseAddress;
import io.holdfast.service.kernel.access.Exposure;
import io.holdfast.simulator.engine.RunRequest;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the service is started.
 *
 * @param data the folder of everything that it keeps
 * @param port the port; 0 for any free one
 * @param sample whether the sample is loaded where nothing is
 * @param trials how many trials the sample's first runs have
 * @param bind the address that it listens on
 * @param exposure how it is reached from elsewhere, and whether it asks who somebody is
 * @param database the file that names a database which somebody else runs; null for the service's own
 * @param keystore a PKCS#12 file with certificate and key for TLS, its password in the file of the same name with {@code
 *     .password} behind it; null where something else speaks TLS, or nobody
 * @param oidc the file that names an OpenID Connect provider; null where people have local accounts only
 */
public record Arguments(
        Path data,
        int port,
        boolean sample,
        long trials,
        InetAddress bind,
        Exposure exposure,
        @Nullable Path database,
        @Nullable Path keystore,
        @Nullable Path oidc) {

    /** Checks the port, and that nothing is open to the network by mistake. */
    public Arguments {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port is " + port + ", but a port lies between 0 and 65535.");
        }
        if (trials < 1) {
            throw new IllegalArgumentException("--trials is " + trials + ", but a run has at least 1.");
        }
        if (!bind.isLoopbackAddress() && exposure.demo()) {
            throw new IllegalArgumentException(
                    "--demo asks nobody who they are, so it listens on this computer only. Leave --bind"
                            + " out, or start without --demo.");
        }
        if (oidc != null && exposure.demo()) {
            throw new IllegalArgumentException(
                    "--demo asks nobody who they are, so --oidc would be of no use. Leave one of them out.");
        }
        if (!bind.isLoopbackAddress() && !exposure.isSecure()) {
            throw new IllegalArgumentException(
                    "--bind " + bind.getHostAddress() + " is reached from other computers, so passwords"
                            + " would travel in the clear. Give --tls FILE.p12, or --public-url https://… of a proxy before it that"
                            + " speaks TLS.");
        }
    }

    /** On this computer only, without sign-in. */
    public static Arguments demo(Path data, int port, boolean sample, long trials) {
        return new Arguments(
                data, port, sample, trials, InetAddress.getLoopbackAddress(), Exposure.DEMO, null, null, null);
    }

    /** On this computer only, with sign-in. */
    public static Arguments local(Path data, int port, boolean sample, long trials) {
        return new Arguments(
                data, port, sample, trials, InetAddress.getLoopbackAddress(), Exposure.LOCAL, null, null, null);
    }

    /** Where the rows are kept; {@link io.holdfast.service.kernel.DatabaseFailure} where a file that names it cannot be read. */
    public DatabaseAddress databaseAddress() {
        return database == null ? DatabaseAddress.own(data) : DatabaseAddress.read(database);
    }

    /** The same with a database that somebody else runs. */
    Arguments on(Path file) {
        return new Arguments(data, port, sample, trials, bind, exposure, file, keystore, oidc);
    }

    /** Reads the command line; throws {@link IllegalArgumentException} with a sentence. */
    public static Arguments parse(String... args) {
        Path data = Path.of(".holdfast");
        int port = 8080;
        boolean sample = true;
        long trials = RunRequest.DEFAULT_TRIALS;
        InetAddress bind = InetAddress.getLoopbackAddress();
        boolean demo = false;
        boolean trustsProxy = false;
        URI publicUrl = null;
        Path database = null;
        Path keystore = null;
        Path oidc = null;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--empty" -> sample = false;
                case "--demo" -> demo = true;
                case "--trust-proxy" -> trustsProxy = true;
                case "--data" -> data = Path.of(value(args, ++i));
                case "--port" -> port = number(args[i], value(args, ++i));
                case "--trials" -> trials = number(args[i], value(args, ++i));
                case "--bind" -> bind = address(value(args, ++i));
                case "--public-url" -> publicUrl = url(value(args, ++i));
                case "--database" -> database = Path.of(value(args, ++i));
                case "--tls" -> keystore = Path.of(value(args, ++i));
                case "--oidc" -> oidc = Path.of(value(args, ++i));
                default ->
                    throw new IllegalArgumentException(
                            "'" + args[i] + "' is not known. Known are --data DIR, --port N, --trials"
                                    + " N, --empty, --demo, --database FILE, --bind ADDRESS, --public-url URL, --tls FILE, --oidc FILE and --trust-proxy.");
            }
        }
        Exposure exposure = new Exposure(demo, publicUrl, keystore != null, trustsProxy);
        return new Arguments(data, port, sample, trials, bind, exposure, database, keystore, oidc);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--bind is '" + text + "', but it must be an address of this computer, as 192.0.2.7 or 0.0.0.0.",
                    e);
        }
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(badUrl(text), e);
        }
        throw new IllegalArgumentException(badUrl(text));
    }

    private static String badUrl(String text) {
        return "--public-url is '" + text + "', but it must be an address, as https://holdfast.example.org.";
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException("A value is missing behind " + args[at - 1] + ".");
        }
        return args[at];
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " is '" + text + "', but it must be a number.", e);
        }
    }
}
