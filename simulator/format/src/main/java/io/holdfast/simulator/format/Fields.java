package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import io.holdfast.simulator.model.BrokenRule;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one mapping. Every reader notes a violation and answers null where the value is not right. Keys that
 * nobody asked for are what the file has of its own.
 */
final class Fields {

    private final Located node;
    private final Map<String, Located> values;
    private final String path;
    private final Reading reading;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, Object> nested = new LinkedHashMap<>();

    Fields(Located node, String path, Reading reading) {
        this.node = node;
        this.path = path;
        this.reading = reading;
        if (node instanceof Located.Mapping mapping) {
            values = mapping.fields();
        } else {
            values = Map.of();
            violation(Code.WRONG_KIND, node, path, Message.of("wrong-kind.mapping", "value", node.shown()));
        }
    }

    String path() {
        return path;
    }

    Located node() {
        return node;
    }

    void violation(Code code, Located at, String where, Message text) {
        reading.add(code, where, at.line(), at.column(), at.shown(), text);
    }

    void violation(Code code, String key, Message text) {
        Located value = values.get(key);
        violation(code, value == null ? node : value, path + "." + key, text);
    }

    /** Builds a value; what its constructor refuses becomes a violation, at the key that the rule names. */
    <T> @Nullable T build(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (BrokenRule e) {
            String key = e.facts().getOrDefault("what", "").split(" ", 2)[0];
            Located named = values.get(key);
            broken(e, named == null ? node : named, named == null ? path : path + "." + key);
            return null;
        }
    }

    /** The same, with a place for the violation. */
    <T> @Nullable T build(Located at, String where, Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (BrokenRule e) {
            broken(e, at, where);
            return null;
        }
    }

    private void broken(BrokenRule e, Located at, String where) {
        Message text = new Message("rule." + e.rule().word(), new LinkedHashMap<>(e.facts()));
        violation(code(e.rule()), at, where, text);
    }

    private static Code code(Rule rule) {
        return switch (rule) {
            case ID_PATTERN -> Code.BAD_ID;
            case UNIQUE_ID -> Code.DUPLICATE_ID;
            case OUTAGE_LASTS, SELECTOR, BOTH_COORDINATES -> Code.MISSING;
            case SHARE,
                    NOT_NEGATIVE,
                    POSITIVE,
                    FINITE,
                    AT_LEAST,
                    BETWEEN,
                    ASCENDING,
                    P90_AT_LEAST_MEDIAN,
                    NOT_EMPTY,
                    QUANTILES_RISE,
                    CURVE_RISES,
                    SHARE_A_MEMBER -> Code.OUT_OF_RANGE;
        };
    }

    /** The value of a key; null where it is missing or says nothing. */
    @Nullable
    Located get(String key) {
        asked.add(key);
        Located found = values.get(key);
        return found instanceof Located.Scalar scalar && scalar.value() == null ? null : found;
    }

    boolean has(String key) {
        return get(key) != null;
    }

    /** The value of a key that must be there; the message says what it is for. */
    @Nullable
    Located require(String key, Message wayOut) {
        Located found = get(key);
        if (found == null) {
            violation(Code.MISSING, node, path + "." + key, Message.of("missing", "key", key, "wayOut", wayOut));
        }
        return found;
    }

    @Nullable
    Located require(String key, String wayOut) {
        return require(key, Message.of("way-out." + wayOut));
    }

    @Nullable
    String text(String key) {
        Located found = get(key);
        return found == null ? null : text(found, path + "." + key);
    }

    @Nullable
    String text(Located found, String where) {
        if (found instanceof Located.Scalar scalar && scalar.value() != null) {
            return scalar.text();
        }
        violation(Code.WRONG_KIND, found, where, Message.of("wrong-kind.text", "value", found.shown()));
        return null;
    }

    @Nullable
    Double number(String key) {
        Located found = get(key);
        return found == null ? null : number(found, path + "." + key);
    }

    double number(String key, double otherwise) {
        Double found = number(key);
        return found == null ? otherwise : found;
    }

    @Nullable
    Double number(Located found, String where) {
        if (found instanceof Located.Scalar scalar && scalar.value() instanceof Double number) {
            if (Double.isFinite(number)) {
                return number + 0.0; // no negative zero
            }
            violation(Code.OUT_OF_RANGE, found, where, Message.of("out-of-range.finite", "value", found.shown()));
            return null;
        }
        boolean quoted = found instanceof Located.Scalar scalar
                && YamlWords.resolve(scalar.text(), 0, 0).value() instanceof Double;
        violation(
                Code.WRONG_KIND,
                found,
                where,
                Message.of(quoted ? "wrong-kind.quoted-number" : "wrong-kind.number", "value", found.shown()));
        return null;
    }

    /** A number between 0 and 1. */
    @Nullable
    Double share(String key) {
        Double found = number(key);
        if (found != null && !(found >= 0 && found <= 1)) {
            violation(Code.OUT_OF_RANGE, key, Message.of("rule.share", "what", key, "value", show(found)));
            return null;
        }
        return found;
    }

    double share(String key, double otherwise) {
        Double found = share(key);
        return found == null ? otherwise : found;
    }

    /** A number of at least 0. */
    @Nullable
    Double notNegative(String key) {
        Double found = number(key);
        if (found != null && found < 0) {
            violation(Code.OUT_OF_RANGE, key, Message.of("rule.not-negative", "what", key, "value", show(found)));
            return null;
        }
        return found;
    }

    @Nullable
    Integer count(String key) {
        Double found = number(key);
        if (found == null) {
            return null;
        }
        if (found != Math.rint(found) || found < 0 || found > Integer.MAX_VALUE) {
            violation(Code.OUT_OF_RANGE, key, Message.of("out-of-range.count", "key", key, "value", show(found)));
            return null;
        }
        return found.intValue();
    }

    boolean flag(String key, boolean otherwise) {
        Located found = get(key);
        if (found == null) {
            return otherwise;
        }
        if (found instanceof Located.Scalar scalar && scalar.value() instanceof Boolean value) {
            return value;
        }
        violation(Code.WRONG_KIND, key, Message.of("wrong-kind.flag", "key", key, "value", found.shown()));
        return otherwise;
    }

    @Nullable
    Id id(String key) {
        Located found = get(key);
        return found == null ? null : id(found, path + "." + key);
    }

    @Nullable
    Id id(Located found, String where) {
        String text = text(found, where);
        if (text == null) {
            return null;
        }
        if (!Id.isValid(text)) {
            violation(Code.BAD_ID, found, where, Message.of("rule.id-pattern", "value", found.shown()));
            return null;
        }
        return Id.of(text);
    }

    /** One of the words of an enum, written in lower case with hyphens. */
    <E extends Enum<E>> @Nullable E word(String key, Class<E> type) {
        Located found = get(key);
        return found == null ? null : word(found, path + "." + key, type);
    }

    <E extends Enum<E>> @Nullable E word(Located found, String where, Class<E> type) {
        return word(found, where, type, text -> text);
    }

    /** The same, after the written word was brought to its usual spelling. */
    <E extends Enum<E>> @Nullable E word(
            Located found, String where, Class<E> type, UnaryOperator<String> usualSpelling) {
        String text = text(found, where);
        if (text == null) {
            return null;
        }
        List<String> known = new ArrayList<>();
        for (E each : type.getEnumConstants()) {
            String word = Nodes.word(each);
            if (word.equals(usualSpelling.apply(text))) {
                return each;
            }
            known.add(word);
        }
        unknownWord(found, where, text, known);
        return null;
    }

    void unknownWord(Located found, String where, String text, List<String> known) {
        violation(
                Code.UNKNOWN_WORD,
                found,
                where,
                Message.of(
                        "unknown-word",
                        "value",
                        found.shown(),
                        "didYouMean",
                        Suggestion.meant(text.toLowerCase(Locale.ROOT), known),
                        "known",
                        String.join(", ", known)));
    }

    /** The items of a list; a missing one is empty. */
    List<Located> items(String key) {
        Located found = get(key);
        if (found == null) {
            return List.of();
        }
        if (found instanceof Located.Sequence sequence) {
            return sequence.items();
        }
        violation(Code.WRONG_KIND, key, Message.of("wrong-kind.list", "key", key, "value", found.shown()));
        return List.of();
    }

    /** What each item gives, without those that are not right. */
    <T> List<T> list(String key, BiFunction<Located, String, @Nullable T> reader) {
        List<T> result = new ArrayList<>();
        List<Located> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            T value = reader.apply(items.get(i), path + "." + key + "[" + i + "]");
            if (value != null) {
                result.add(value);
            }
        }
        return result;
    }

    <T> @Nullable List<T> listOrNull(String key, BiFunction<Located, String, @Nullable T> reader) {
        return has(key) ? list(key, reader) : null;
    }

    List<String> texts(String key) {
        return list(key, this::text);
    }

    /** The mapping under a key, or null. */
    @Nullable
    Fields object(String key) {
        Located found = get(key);
        return found == null ? null : new Fields(found, path + "." + key, reading);
    }

    Fields at(Located item, String where) {
        return new Fields(item, where, reading);
    }

    /** Keeps what a nested mapping has of its own, so that it is written back there. */
    void keep(String key, @Nullable Fields inner) {
        if (inner != null) {
            inner.extras()
                    .forEach((name, value) ->
                            nested.put("/" + key + (name.startsWith("/") ? name : "/" + escape(name)), value));
        }
    }

    /** A key as a step of a path. */
    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1").replace("[", "~2");
    }

    /** Keys that nobody asked for, and what nested mappings have of their own. Asked for last. */
    Map<String, Object> extras() {
        reading.known(path, asked);
        Map<String, Object> extras = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!asked.contains(key)) {
                noteIfNear(key, value);
                Object plain = value.plain();
                if (plain != null) {
                    extras.put(key.startsWith("/") ? "/" + escape(key) : key, plain);
                }
            }
        });
        extras.putAll(nested);
        return extras;
    }

    private void noteIfNear(String key, Located value) {
        if (!key.startsWith("x-")) {
            Suggestion.findNearest(key, asked)
                    .ifPresent(near -> reading.unknown(new UnknownKey(path + "." + key, value.line(), key, near)));
        }
    }

    /** A number as a person writes it. */
    static String show(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
