package io.holdfast.simulator.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads YAML or JSON into {@link Located} parts. Limits depth and size; knows no tags, anchors or aliases. */
final class DocumentParser {

    private static final int DEEPEST = 100;
    private static final int LARGEST = 512 * 1024 * 1024;

    private final List<Violation> violations;

    DocumentParser(List<Violation> violations) {
        this.violations = violations;
    }

    /** The document, or an empty mapping and a violation where it cannot be read. */
    Located parse(byte[] bytes) {
        try {
            String text = decode(bytes);
            if (text.isBlank()) {
                return unreadable(0, 0, "The file is empty. Begin it with 'holdfast: 1'.");
            }
            boolean json = text.stripLeading().startsWith("{");
            try (JsonParser parser =
                    json ? jsonFactory().createParser(text) : yamlFactory().createParser(text)) {
                parser.nextToken();
                Located root = value(parser, "$", 0, !json);
                if (parser.nextToken() != null) {
                    return unreadable(
                            parser.currentTokenLocation(), "The file holds more than one document; keep one.");
                }
                return root;
            }
        } catch (CharacterCodingException e) {
            return unreadable(0, 0, "The file is not text in UTF-8. Save it as UTF-8 and try again.");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String what = firstLine(e.getOriginalMessage());
            return place == null
                    ? unreadable(0, 0, "The file is neither YAML nor JSON: " + what + ".")
                    : unreadable(place, "The file is neither YAML nor JSON from here on: " + what + ".");
        } catch (IOException | RuntimeException e) {
            return unreadable(
                    0, 0, "The file is neither YAML nor JSON: " + firstLine(String.valueOf(e.getMessage())) + ".");
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    private Located unreadable(JsonLocation place, String message) {
        return unreadable(place.getLineNr(), place.getColumnNr(), message);
    }

    private Located unreadable(int line, int column, String message) {
        violations.add(new Violation(Violation.Code.UNREADABLE, "$", line, column, "", message));
        return new Located.Mapping(Map.of(), line, column);
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(1 << 20)
                .build();
    }

    private static JsonFactory jsonFactory() {
        return JsonFactory.builder().streamReadConstraints(constraints()).build();
    }

    private static JsonFactory yamlFactory() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        return YAMLFactory.builder()
                .loaderOptions(options)
                .streamReadConstraints(constraints())
                .build();
    }

    private Located value(JsonParser parser, String path, int depth, boolean yaml) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        JsonToken token = parser.currentToken();
        if (token == null) {
            return new Located.Scalar("", null, false, line, column);
        }
        if (parser instanceof YAMLParser yamlParser && yamlParser.isCurrentAlias()) {
            violations.add(new Violation(
                    Violation.Code.UNREADABLE,
                    path,
                    line,
                    column,
                    "*" + parser.getText(),
                    "Aliases are not read; write the value out where it is meant."));
            return new Located.Scalar("", null, false, line, column);
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser, path, depth, yaml, line, column);
            case START_ARRAY -> sequence(parser, path, depth, yaml, line, column);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Located.Scalar(parser.getText(), parser.getDoubleValue(), true, line, column);
            case VALUE_TRUE, VALUE_FALSE ->
                new Located.Scalar(parser.getText(), token == JsonToken.VALUE_TRUE, false, line, column);
            case VALUE_NULL -> new Located.Scalar("", null, false, line, column);
            default -> new Located.Scalar(parser.getText(), parser.getText(), yaml, line, column);
        };
    }

    private Located mapping(JsonParser parser, String path, int depth, boolean yaml, int line, int column)
            throws IOException {
        Map<String, Located> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonLocation at = parser.currentTokenLocation();
            parser.nextToken();
            Located value = value(parser, path + "." + key, depth + 1, yaml);
            if (fields.putIfAbsent(key, value) != null) {
                violations.add(new Violation(
                        Violation.Code.DUPLICATE_KEY,
                        path + "." + key,
                        at.getLineNr(),
                        at.getColumnNr(),
                        key,
                        "Key '" + key + "' stands twice here. Keep one of them."));
            }
        }
        return new Located.Mapping(fields, line, column);
    }

    private Located sequence(JsonParser parser, String path, int depth, boolean yaml, int line, int column)
            throws IOException {
        List<Located> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, path + "[" + items.size() + "]", depth + 1, yaml));
        }
        return new Located.Sequence(items, line, column);
    }
}
