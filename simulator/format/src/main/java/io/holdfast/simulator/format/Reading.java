package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What is noted while one file is read. */
final class Reading {

    private final List<Violation> violations = new ArrayList<>();
    private final Set<UnknownKey> unknownKeys = new LinkedHashSet<>();
    private final BiConsumer<String, Set<String>> knownKeys;

    /** Reads and tells of every mapping which keys were asked for, by path. */
    Reading(BiConsumer<String, Set<String>> knownKeys) {
        this.knownKeys = knownKeys;
    }

    List<Violation> violations() {
        return violations;
    }

    List<UnknownKey> unknownKeys() {
        return List.copyOf(unknownKeys);
    }

    void add(Code code, String path, int line, int column, String value, Message text) {
        violations.add(new Violation(code, path, line, column, value, text));
    }

    void unknown(UnknownKey key) {
        unknownKeys.add(key);
    }

    void known(String path, Set<String> asked) {
        knownKeys.accept(path, asked);
    }
}
