package io.holdfast.simulator.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.holdfast.simulator.format.Violation.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON into {@link Located} parts. */
final class JsonDocument {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DocumentParser.DEEPEST + 8)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    private final Reading reading;

    JsonDocument(Reading reading) {
        this.reading = reading;
    }

    Located parse(String text) throws Unreadable {
        return parse(text, 0);
    }

    /** The same with what stands so deep in a document. */
    Located parse(String text, int depth) throws Unreadable {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Located root = value(parser, "$", depth);
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                throw Unreadable.severalDocuments(at.getLineNr(), at.getColumnNr());
            }
            return root;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw Unreadable.syntax(
                    at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr(), e.getOriginalMessage());
        } catch (IOException e) {
            throw Unreadable.syntax(0, 0, String.valueOf(e.getMessage()));
        }
    }

    private Located value(JsonParser parser, String path, int depth) throws IOException, Unreadable {
        JsonLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        if (depth > DocumentParser.DEEPEST) {
            throw Unreadable.tooDeep(line, column);
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(parser, path, depth, line, column);
            case START_ARRAY -> sequence(parser, path, depth, line, column);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Located.Scalar(parser.getText(), Double.valueOf(parser.getText()), line, column);
            case VALUE_TRUE, VALUE_FALSE ->
                new Located.Scalar(parser.getText(), token == JsonToken.VALUE_TRUE, line, column);
            case VALUE_NULL -> new Located.Scalar("", null, line, column);
            default -> new Located.Scalar(parser.getText(), parser.getText(), line, column);
        };
    }

    private Located mapping(JsonParser parser, String path, int depth, int line, int column)
            throws IOException, Unreadable {
        Map<String, Located> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonLocation at = parser.currentTokenLocation();
            parser.nextToken();
            Located value = value(parser, path + "." + key, depth + 1);
            if (fields.putIfAbsent(key, value) != null) {
                reading.add(
                        Code.DUPLICATE_KEY,
                        path + "." + key,
                        at.getLineNr(),
                        at.getColumnNr(),
                        key,
                        Message.of("duplicate-key", "key", key));
            }
        }
        return new Located.Mapping(fields, line, column);
    }

    private Located sequence(JsonParser parser, String path, int depth, int line, int column)
            throws IOException, Unreadable {
        List<Located> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, path + "[" + items.size() + "]", depth + 1));
        }
        return new Located.Sequence(items, line, column);
    }
}
