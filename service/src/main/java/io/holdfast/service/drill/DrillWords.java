package io.holdfast.service.drill;

import io.holdfast.simulator.model.Drill;
import java.util.List;
import java.util.Locale;

/** The words of drill types in tables, addresses and answers: the format's own. */
public final class DrillWords {

    private DrillWords() {}

    /** {@code desktop}, {@code data-recovery}, {@code scenario} or {@code live-failover}. */
    public static String word(Drill.Type type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of several types, in their order. */
    public static List<String> words(List<Drill.Type> types) {
        return types.stream().map(DrillWords::word).toList();
    }

    /** The type of a word; throws {@link IllegalArgumentException} for any other. */
    public static Drill.Type type(String word) {
        return Drill.Type.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
