package io.holdfast.service.exchange.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values of the file's notation as texts of cells, and back without loss: numbers, true, false, lists and mappings as JSON; a
 * text as it is, unless it would be taken for one of those or a spreadsheet would not keep it, then in JSON's quotes. Lists of
 * plain texts (needs, tags, scope, ...) may be written with semicolons. An empty cell is no value.
 */
final class CellText {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Columns whose value is a list of texts. */
    private static final Set<String> LISTS = Set.of("needs", "tags", "covers", "sequence", "types", "scope");

    /** What spreadsheets drop, change or read as an escape of theirs. */
    private static final Pattern NOT_KEPT = Pattern.compile(
            "(?U)^\\s|\\s$|[\\x00-\\x08\\x0B-\\x1F\\x7F\\uD800-\\uDFFF\\uFFFE\\uFFFF]|_x[0-9A-Fa-f]{4}_");

    private static final Pattern NOT_PRINTED = Pattern.compile("[\\x7F\\uD800-\\uDFFF\\uFFFE\\uFFFF]|_(?=x)");

    private CellText() {}

    /** The text of a value under a heading. */
    static String of(String column, JsonNode value) {
        if (LISTS.contains(column) && value instanceof ArrayNode list) {
            return joined(column, list).orElseGet(() -> quoted(list));
        }
        if (value.isTextual()) {
            String text = value.asText();
            return isPlain(text) ? text : quoted(value);
        }
        return value.isNumber() ? number(value.asText()) : quoted(value);
    }

    /** The value of a text that is not empty. */
    static JsonNode read(String column, String text) {
        JsonNode value = parse(text).orElseGet(() -> TextNode.valueOf(text));
        if (!LISTS.contains(column) || value.isArray()) {
            return value;
        }
        ArrayNode list = JSON.createArrayNode();
        if (value.isObject()) {
            return list.add(value);
        }
        Arrays.stream((value.isTextual() ? value.asText() : text).split("[;\\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(list::add);
        return list;
    }

    /** A number in its shortest form, however it was spelt. */
    static String number(String text) {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        boolean small = number.scale() <= 12 && number.precision() - number.scale() <= 15;
        return small ? number.toPlainString() : number.toString();
    }

    /** The number that a text stands for, where it is one. */
    static Optional<BigDecimal> findNumber(String text) {
        return parse(text).filter(JsonNode::isNumber).map(number -> new BigDecimal(number.asText()));
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && parse(text).isEmpty()
                && !NOT_KEPT.matcher(text).find();
    }

    private static Optional<String> joined(String column, ArrayNode list) {
        List<JsonNode> members = list.valueStream().toList();
        boolean plain =
                !members.isEmpty() && members.stream().allMatch(each -> each.isTextual() && isMember(each.asText()));
        String text =
                plain ? String.join("; ", members.stream().map(JsonNode::asText).toList()) : "";
        return plain && isPlain(text) && read(column, text).equals(list) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isMember(String text) {
        return !text.isBlank() && text.indexOf(';') < 0 && text.indexOf('\n') < 0 && text.equals(text.strip());
    }

    /** JSON in characters that every spreadsheet keeps. */
    private static String quoted(JsonNode value) {
        return NOT_PRINTED
                .matcher(value.toString())
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            JsonNode value = JSON.readTree(text);
            return value == null || value.isMissingNode() ? Optional.empty() : Optional.of(value);
        } catch (JsonProcessingException | NumberFormatException e) {
            return Optional.empty(); // plain text, or a number that nobody can hold
        }
    }
}
