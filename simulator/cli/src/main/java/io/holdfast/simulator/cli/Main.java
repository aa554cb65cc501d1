package io.holdfast.simulator.cli;

import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.model.BrokenRule;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit status 0 success, 1 findings of severity error, 2 a bad command line or model. Results alone go to
 * standard output, everything else to standard error.
 */
@Command(
        name = "holdfast",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Simulates and checks continuity models.",
        subcommands = {
            SimulateCommand.class,
            YearCommand.class,
            RareCommand.class,
            DrillCommand.class,
            CheckCommand.class,
            FitCommand.class,
            LearnCommand.class,
            ConvertCommand.class,
            SchemaCommand.class
        })
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private CommandSpec spec;

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = run(System.in, out, err, args);
        out.flush();
        System.exit(status);
    }

    /** Runs the command line on given streams and answers the exit status. */
    static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Main(), commands(in));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((exception, arguments) -> {
            err.println("holdfast: " + exception.getMessage());
            CommandLine failed = exception.getCommandLine();
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, err)) {
                err.println("Usage: " + failed.getHelp().synopsis(0).strip());
            }
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((exception, failed, arguments) -> {
            err.println("holdfast: " + reason(exception));
            return CommandLine.ExitCode.USAGE;
        });
        int status = line.execute(args);
        out.flush();
        err.flush();
        return status;
    }

    private static String reason(Exception exception) {
        return switch (exception) {
            case CommandFailure failure -> String.valueOf(failure.getMessage());
            case BrokenRule broken -> String.valueOf(broken.getMessage());
            default ->
                "The program met a case that it does not handle (" + exception
                        + "). Please report it with the command line and, where you may, the model.";
        };
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "No command is given. Commands: simulate, year, rare, drill, check, fit, learn, convert, schema. Try --help.");
    }

    /** Makes the commands, each with standard input. */
    static CommandLine.IFactory commands(InputStream in) {
        return new Commands(in);
    }

    /** The factory of the commands. */
    private record Commands(InputStream in) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == ModelFile.class
                    ? type.cast(new ModelFile(in))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    /** The version line. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"holdfast " + Simulation.VERSION};
        }
    }
}
