package io.holdfast.simulator.cli;

import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.Violation;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** The argument MODEL of the commands. */
final class ModelFile {

    private static final int SHOWN = 50;

    private final InputStream standardInput;

    @Parameters(index = "0", paramLabel = "MODEL", description = "the model file, YAML or JSON; - for standard input")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String file;

    ModelFile(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /** The model; throws {@link CommandFailure} with everything that is wrong with the file. */
    ContinuityModel read() {
        return switch (ModelReader.read(bytes())) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused -> throw new CommandFailure(message(refused));
        };
    }

    private String message(ReadOutcome.Refused refused) {
        int count = refused.violations().size();
        String lines = refused.violations().stream()
                .limit(SHOWN)
                .map(Violation::toLine)
                .collect(Collectors.joining("\n  "));
        String more = count > SHOWN ? "\n  and " + (count - SHOWN) + " more" : "";
        return "'" + file + "' is not a valid model, " + (count == 1 ? "1 violation" : count + " violations") + ":\n  "
                + lines + more;
    }

    private byte[] bytes() {
        try {
            if (file.equals("-")) {
                return standardInput.readAllBytes();
            }
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new CommandFailure("'" + file + "' is a folder. Name the model file in it.");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("There is no file '" + file + "'. Check the path.", e);
        } catch (IOException e) {
            throw new CommandFailure(
                    "'" + file + "' cannot be read: " + e.getMessage() + ". Check its permissions.", e);
        } catch (java.nio.file.InvalidPathException e) {
            throw new CommandFailure("'" + file + "' is not a path: " + e.getReason() + ".", e);
        }
    }
}
