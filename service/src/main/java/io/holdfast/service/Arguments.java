package io.holdfast.service;

import java.nio.file.Path;

/**
 * How the service is started.
 *
 * @param data the folder of everything that it keeps
 * @param port the port on 127.0.0.1; 0 for any free one
 * @param sample whether the sample is loaded where nothing is
 */
public record Arguments(Path data, int port, boolean sample) {

    /** Checks the port. */
    public Arguments {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port is " + port + ", but a port lies between 0 and 65535.");
        }
    }

    /** Reads the command line; throws {@link IllegalArgumentException} with a sentence. */
    public static Arguments parse(String... args) {
        Path data = Path.of(".holdfast");
        int port = 8080;
        boolean sample = true;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--empty" -> sample = false;
                case "--data" -> data = Path.of(value(args, ++i));
                case "--port" -> port = number(value(args, ++i));
                default ->
                    throw new IllegalArgumentException(
                            "'" + args[i] + "' is not known. Known are --data DIR, --port N and --empty.");
            }
        }
        return new Arguments(data, port, sample);
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException("A value is missing behind " + args[at - 1] + ".");
        }
        return args[at];
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port is '" + text + "', but it must be a number.", e);
        }
    }
}
