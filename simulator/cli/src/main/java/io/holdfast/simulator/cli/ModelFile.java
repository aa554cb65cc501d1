package io.holdfast.simulator.cli;

import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The argument MODEL of the commands, and the language in which it is talked about. */
final class ModelFile {

    /** How many violations are shown. */
    static final int SHOWN = 50;

    /** Files above this are refused before they are read. */
    private static final long LARGEST = 512L * 1024 * 1024;

    private final InputStream standardInput;

    @Parameters(index = "0", paramLabel = "MODEL", description = "the model file, YAML or JSON; - for standard input")
    @SuppressWarnings("NullAway.Init") // set by the parser before anything runs
    private String file;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            converter = LanguageTag.class,
            description = "of violations and findings: en or zh-Hant (default: en)")
    private Language language = Language.EN;

    ModelFile(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    Language language() {
        return language;
    }

    /** The model; throws {@link CommandFailure} with everything that is wrong with the file. */
    ReadOutcome.Read read() {
        return switch (ModelReader.read(file.equals("-") ? standardInput() : bytes(file))) {
            case ReadOutcome.Read read -> read;
            case ReadOutcome.Refused refused ->
                throw new CommandFailure(Texts.refusal(file, refused.violations(), SHOWN, language));
        };
    }

    private byte[] standardInput() {
        try {
            return standardInput.readAllBytes();
        } catch (IOException e) {
            throw new CommandFailure("Standard input cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** The bytes of a file that a command names; throws {@link CommandFailure} where it cannot be read. */
    static byte[] bytes(String file) {
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new CommandFailure("'" + file + "' is a folder. Name the model file in it.");
            }
            if (Files.exists(path) && Files.size(path) > LARGEST) {
                throw new CommandFailure("'" + file + "' has " + Files.size(path) / (1024 * 1024)
                        + " MiB, but a model file has at most 512. Leave out what is not part of the model.");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("There is no file '" + file + "'. Check the path.", e);
        } catch (AccessDeniedException e) {
            throw new CommandFailure("'" + file + "' may not be read. Check its permissions.", e);
        } catch (IOException e) {
            throw new CommandFailure(
                    "'" + file + "' cannot be read: " + e.getMessage() + ". Check its permissions.", e);
        } catch (InvalidPathException e) {
            throw new CommandFailure("'" + file + "' is not a path: " + e.getReason() + ".", e);
        }
    }
}
