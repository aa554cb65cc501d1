package io.holdfast.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.ApiDescription.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws values from a schema: such as fit, such as lie at the edge, and such as nobody sends in good faith. */
final class HostileValues {

    /** Texts that have hurt programs before. None of them looks like what a program lets slip about itself. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "x\uDFFFy",
            "\uFEFF",
            "\u202Egnp.exe",
            "e\u0301\u0327\u0489".repeat(40),
            "👩‍👩‍👧‍👦",
            "匯流排",
            "%",
            "%00",
            "%zz",
            "' OR '1'='1",
            "'; DROP TABLE run; --",
            "\" UNION ALL x",
            "$$; COMMIT; --",
            "<script>alert(1)</script>",
            "=1+1",
            "@SUM(A1)",
            "../../../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "..\\..\\windows\\win.ini",
            "${jndi:ldap://127.0.0.1:1/x}",
            "{{7*7}}",
            "#{7*7}",
            "a\r\nSet-Cookie: x=y",
            "A".repeat(300),
            "A".repeat(5_000),
            "(".repeat(900),
            "-1",
            "0",
            "1",
            "1e309",
            "-0",
            "NaN",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "99999999999999999999999999",
            "0x10",
            "1,2",
            "true",
            "null",
            "undefined",
            "*",
            "en",
            "zh-Hant",
            "xx-YY",
            "json",
            "-name",
            "needs",
            "2026-02-30T25:00:00Z",
            "2026-11-26T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "+294277-01-01T00:00:00Z",
            "1970-01-01");

    private static final List<Long> NUMBERS = List.of(
            0L,
            1L,
            2L,
            3L,
            7L,
            20L,
            21L,
            50L,
            100L,
            500L,
            501L,
            1899L,
            1900L,
            2026L,
            2027L,
            2200L,
            2201L,
            -1L,
            65_536L,
            2_147_483_647L,
            -2_147_483_648L,
            2_147_483_648L,
            Long.MAX_VALUE,
            Long.MIN_VALUE);

    /** Runs stay small: what is asked for is refused or soon over. */
    private static final List<Long> TRIALS =
            List.of(1L, 10L, 100L, 0L, -1L, 10_000_001L, Long.MAX_VALUE, Long.MIN_VALUE);

    private static final JsonMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ApiDescription api;
    private final RandomGenerator random;

    HostileValues(ApiDescription api, RandomGenerator random) {
        this.api = api;
        this.random = random;
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String text() {
        return one(TEXTS);
    }

    /** A value of a parameter as a text; {@code known} are some that there are. */
    String parameter(Parameter parameter, List<String> known) {
        if (!known.isEmpty() && chance(0.5)) {
            return one(known);
        }
        return chance(0.4)
                ? text()
                : value(parameter.schema(), parameter.name(), Map.of()).asText();
    }

    /** A value of a schema; {@code known} are, by the name of a field, some that there are. */
    JsonNode value(JsonNode schema, String name, Map<String, List<String>> known) {
        if (chance(0.15)) {
            return anything(0);
        }
        JsonNode resolved = api.resolve(schema);
        if (resolved.path("nullable").asBoolean() && chance(0.2)) {
            return NODES.nullNode();
        }
        return switch (resolved.path("type").asText()) {
            case "integer" -> NODES.numberNode(one(name.equals("trials") ? TRIALS : NUMBERS));
            case "number" -> number();
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> list(resolved.path("items"), name, known);
            case "object" -> object(resolved, known);
            default -> NODES.textNode(textOf(resolved, name, known));
        };
    }

    private JsonNode number() {
        return chance(0.5)
                ? NODES.numberNode(one(List.of(0.0, -0.0, 0.5, 1.0, -1.0, 8760.0, 1e-300, 1e300, Double.MAX_VALUE)))
                : NODES.numberNode(one(NUMBERS));
    }

    private String textOf(JsonNode schema, String name, Map<String, List<String>> known) {
        List<String> there = known.getOrDefault(name, List.of());
        if (!there.isEmpty() && chance(0.6)) {
            return one(there);
        }
        JsonNode allowed = schema.path("enum");
        if (!allowed.isEmpty() && chance(0.7)) {
            return allowed.path(random.nextInt(allowed.size())).asText();
        }
        return chance(0.3) ? "fuzz-" + random.nextInt(50) : text();
    }

    private ArrayNode list(JsonNode items, String name, Map<String, List<String>> known) {
        ArrayNode list = NODES.arrayNode();
        int size = chance(0.05) ? 200 : random.nextInt(4);
        for (int i = 0; i < size; i++) {
            list.add(value(items, name, known));
        }
        return list;
    }

    private ObjectNode object(JsonNode schema, Map<String, List<String>> known) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").properties().forEach(each -> {
            if (each.getKey().equals("trials") || chance(0.9)) {
                object.set(each.getKey(), value(each.getValue(), each.getKey(), known));
            }
        });
        if (chance(0.1)) {
            object.set(text(), anything(0));
        }
        return object;
    }

    /** Anything that JSON can say. */
    JsonNode anything(int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(one(TRIALS));
            case 3 -> NODES.numberNode(new java.math.BigDecimal("-1e4000"));
            case 4, 5 -> NODES.textNode(text());
            case 6 -> NODES.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
            default -> NODES.objectNode().set(text(), anything(depth + 1));
        };
    }

    /** Puts something else in one place of a tree, or takes the place away. */
    JsonNode disturbed(JsonNode tree) {
        JsonNode copy = tree.deepCopy();
        for (int times = random.nextInt(3); times >= 0; times--) {
            disturb(copy);
        }
        return copy;
    }

    private void disturb(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            String field =
                    one(object.properties().stream().map(Map.Entry::getKey).toList());
            JsonNode inside = object.path(field);
            if (inside.isContainerNode() && !inside.isEmpty() && chance(0.7)) {
                disturb(inside);
            } else if (chance(0.15)) {
                object.remove(field);
            } else {
                object.set(chance(0.1) ? text() : field, anything(0));
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            if (array.get(at).isContainerNode() && chance(0.8)) {
                disturb(array.get(at));
            } else {
                array.set(at, anything(0));
            }
        }
    }

    /** A tree as bytes; some of them broken on the way. */
    byte[] bytes(JsonNode tree) {
        String written;
        try {
            written = (chance(0.5) ? ESCAPED : Http.JSON).writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a tree can be written", e);
        }
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        return chance(0.1) ? broken(bytes) : bytes;
    }

    /** Bytes with a piece gone, changed, doubled, or wholly other. */
    byte[] broken(byte[] bytes) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String other = switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at);
            case 1 ->
                text.substring(0, at) + (char) random.nextInt(256) + text.substring(Math.min(at + 1, text.length()));
            case 2 -> text.substring(0, at) + text;
            case 3 -> "[".repeat(3_000);
            case 4 -> "{\"a\":".repeat(3_000);
            case 5 -> "";
            case 6 -> "\u00EF\u00BB\u00BF" + text;
            default -> "\u00FE\u00FF\u0000{\u0000}";
        };
        return other.getBytes(StandardCharsets.ISO_8859_1);
    }
}
