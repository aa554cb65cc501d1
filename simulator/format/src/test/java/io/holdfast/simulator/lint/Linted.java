package io.holdfast.simulator.lint;

import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.format.Language;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Model files held against the rules. */
final class Linted {

    static final DrillDay DAY = new DrillDay("2026-11-26");

    private Linted() {}

    /** The model that breaks no rule. */
    static String sound() {
        try (InputStream in = Linted.class.getResourceAsStream("/models/sound.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text with a part replaced that must stand in it once. */
    static String planted(String text, String before, String after) {
        int at = text.indexOf(before);
        if (at < 0 || text.indexOf(before, at + 1) >= 0) {
            throw new AssertionError("'" + before + "' must stand once in the model");
        }
        return text.replace(before, after);
    }

    static List<Conflict> conflicts(String text) {
        return Linter.of(read(text), DAY);
    }

    static ReadOutcome.Read read(String text) {
        return switch (ModelReader.read(text.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> read;
            case ReadOutcome.Refused refused ->
                throw new AssertionError(Texts.refusal("model", refused.violations(), 10, Language.EN));
        };
    }

    /** Code and first element of each conflict; those of a rule that no element breaks stand alone. */
    static List<String> found(String text) {
        return conflicts(text).stream().map(Linted::name).toList();
    }

    static String name(Conflict conflict) {
        return conflict.rule().code()
                + (conflict.finding().elements().isEmpty()
                        ? ""
                        : " " + conflict.finding().elements().getFirst());
    }
}
