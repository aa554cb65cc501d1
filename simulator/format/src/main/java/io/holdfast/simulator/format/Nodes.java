package io.holdfast.simulator.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the small parts of a model as a tree; what is not given is left out. */
final class Nodes {

    private final JsonNodeFactory factory;

    Nodes(JsonNodeFactory factory) {
        this.factory = factory;
    }

    ObjectNode object() {
        return factory.objectNode();
    }

    ArrayNode array() {
        return factory.arrayNode();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A number in its shortest form: whole numbers without a point. */
    JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? factory.numberNode((long) value)
                : factory.numberNode(value);
    }

    ArrayNode numbers(double... values) {
        ArrayNode array = array();
        for (double value : values) {
            array.add(number(value));
        }
        return array;
    }

    void put(ObjectNode node, String key, @Nullable String value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    void put(ObjectNode node, String key, @Nullable Id value) {
        if (value != null) {
            node.put(key, value.value());
        }
    }

    void put(ObjectNode node, String key, @Nullable Double value) {
        if (value != null) {
            node.set(key, number(value));
        }
    }

    void putUnless(ObjectNode node, String key, double value, double usual) {
        if (value != usual) {
            node.set(key, number(value));
        }
    }

    void putIds(ObjectNode node, String key, @Nullable List<Id> ids) {
        if (ids != null && !ids.isEmpty()) {
            ArrayNode array = node.putArray(key);
            ids.forEach(id -> array.add(id.value()));
        }
    }

    void putTexts(ObjectNode node, String key, @Nullable List<String> texts) {
        if (texts != null && !texts.isEmpty()) {
            ArrayNode array = node.putArray(key);
            texts.forEach(array::add);
        }
    }

    void put(ObjectNode node, String key, @Nullable Amount amount) {
        if (amount != null) {
            ObjectNode inner = node.putObject(key);
            inner.put("unit", amount.unit());
            inner.set("amount", number(amount.amount()));
        }
    }

    void put(ObjectNode node, String key, @Nullable UncertainHours hours) {
        if (hours != null) {
            node.set(key, duration(hours));
        }
    }

    JsonNode duration(UncertainHours hours) {
        boolean bare = hours.provenance().equals(Provenance.UNSAID);
        if (bare && hours.distribution() instanceof Distribution.Fixed fixed) {
            return number(fixed.hours());
        }
        ObjectNode node = object();
        form(node, hours.distribution());
        Provenance provenance = hours.provenance();
        if (provenance.evidence() != null) {
            node.put("evidence", word(provenance.evidence()));
        }
        if (provenance.observations() != null) {
            node.put("observations", provenance.observations());
        }
        put(node, "source", provenance.source());
        put(node, "weight", provenance.weight());
        put(node, "freedom", provenance.freedom());
        return node;
    }

    private void form(ObjectNode node, Distribution distribution) {
        switch (distribution) {
            case Distribution.Fixed d -> node.set("fixed", number(d.hours()));
            case Distribution.Uniform d -> node.set("uniform", numbers(d.min(), d.max()));
            case Distribution.Triangular d -> node.set("triangular", numbers(d.min(), d.mode(), d.max()));
            case Distribution.Pert d -> node.set("pert", numbers(d.min(), d.mode(), d.max()));
            case Distribution.Exponential d -> node.putObject("exponential").set("mean", number(d.mean()));
            case Distribution.Lognormal d -> two(node, "lognormal", "median", d.median(), "p90", d.p90());
            case Distribution.Normal d -> two(node, "normal", "mean", d.mean(), "sd", d.sd());
            case Distribution.Weibull d -> two(node, "weibull", "shape", d.shape(), "scale", d.scale());
            case Distribution.Gamma d -> two(node, "gamma", "shape", d.shape(), "scale", d.scale());
            case Distribution.Empirical d ->
                node.set(
                        "empirical",
                        numbers(d.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
            case Distribution.Quantiles d -> {
                ArrayNode points = node.putArray("quantiles");
                d.points().forEach(point -> points.add(numbers(point.probability(), point.hours())));
            }
        }
    }

    private void two(ObjectNode node, String form, String first, double a, String second, double b) {
        ObjectNode inner = node.putObject(form);
        inner.set(first, number(a));
        inner.set(second, number(b));
    }

    void label(ObjectNode node, Label label) {
        put(node, "name", label.name());
        if (!label.names().isEmpty()) {
            ObjectNode inner = node.putObject("names");
            label.names().forEach(inner::put);
        }
        put(node, "owner", label.owner());
        putTexts(node, "tags", label.tags());
        put(node, "note", label.note());
        put(node, "externalKey", label.externalKey());
        extras(node, label.extras());
    }

    /** Puts extra keys back where they stood: a key that begins with a slash is a path below this node. */
    void extras(ObjectNode node, Map<String, Object> extras) {
        extras.forEach((key, value) -> {
            if (key.startsWith("/")) {
                List<String> steps = Arrays.asList(key.substring(1).split("/", -1));
                JsonNode at = node;
                for (String step : steps.subList(0, steps.size() - 1)) {
                    at = at == null ? null : openChild(at, step);
                }
                if (at instanceof ObjectNode target) {
                    target.set(unescape(steps.getLast()), plain(value));
                }
            } else {
                node.set(key, plain(value));
            }
        });
    }

    /** A step of a path; a bare number on the way is written out as a fixed duration, so that it can take keys. */
    private @Nullable JsonNode openChild(JsonNode node, String step) {
        JsonNode found = child(node, step);
        if (found != null && found.isNumber() && node instanceof ObjectNode owner) {
            ObjectNode open = owner.putObject(step);
            open.set("fixed", found);
            return open;
        }
        return found;
    }

    /** A step of a path: a key, or a key with positions as in {@code hits[0]}. */
    private static @Nullable JsonNode child(JsonNode node, String step) {
        int bracket = step.indexOf('[');
        if (bracket < 0) {
            return node.get(unescape(step));
        }
        JsonNode list = node.get(unescape(step.substring(0, bracket)));
        int position = Integer.parseInt(step.substring(bracket + 1, step.indexOf(']')));
        return list == null ? null : list.get(position);
    }

    private static String unescape(String step) {
        return step.replace("~2", "[").replace("~1", "/").replace("~0", "~");
    }

    /** Plain Java as a tree. */
    JsonNode plain(@Nullable Object value) {
        return switch (value) {
            case null -> factory.nullNode();
            case String text -> factory.textNode(text);
            case Boolean flag -> factory.booleanNode(flag);
            case BigDecimal number -> factory.numberNode(number);
            case Number number -> number(number.doubleValue());
            case Map<?, ?> map -> {
                ObjectNode node = object();
                map.forEach((key, inner) -> node.set(String.valueOf(key), plain(inner)));
                yield node;
            }
            case Collection<?> list -> {
                ArrayNode node = array();
                list.forEach(inner -> node.add(plain(inner)));
                yield node;
            }
            default -> factory.textNode(value.toString());
        };
    }
}
