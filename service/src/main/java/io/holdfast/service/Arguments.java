package io.holdfast.service;

import io.holdfast.simulator.engine.RunRequest;
import java.nio.file.Path;

/**
 * How the service is started.
 *
 * @param data the folder of everything that it keeps
 * @param port the port on 127.0.0.1; 0 for any free one
 * @param sample whether the sample is loaded where nothing is
 * @param trials how many trials the sample's first runs have
 */
public record Arguments(Path data, int port, boolean sample, long trials) {

    /** Checks the port. */
    public Arguments {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port is " + port + ", but a port lies between 0 and 65535.");
        }
        if (trials < 1) {
            throw new IllegalArgumentException("--trials is " + trials + ", but a run has at least 1.");
        }
    }

    /** Reads the command line; throws {@link IllegalArgumentException} with a sentence. */
    public static Arguments parse(String... args) {
        Path data = Path.of(".holdfast");
        int port = 8080;
        boolean sample = true;
        long trials = RunRequest.DEFAULT_TRIALS;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--empty" -> sample = false;
                case "--data" -> data = Path.of(value(args, ++i));
                case "--port" -> port = number(args[i], value(args, ++i));
                case "--trials" -> trials = number(args[i], value(args, ++i));
                default ->
                    throw new IllegalArgumentException(
                            "'" + args[i] + "' is not known. Known are --data DIR, --port N, --trials N and --empty.");
            }
        }
        return new Arguments(data, port, sample, trials);
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
