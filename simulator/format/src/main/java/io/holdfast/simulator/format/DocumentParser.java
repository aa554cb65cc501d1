package io.holdfast.simulator.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.simulator.format.Violation.Code;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads YAML 1.2 or JSON in UTF-8, with or without byte order mark, into {@link Located} parts. */
final class DocumentParser {

    /** How deep mappings and lists may be nested. */
    static final int DEEPEST = 100;

    /** In the file, in its list. */
    private static final int DEPTH_OF_ENTRIES = 2;

    private final Reading reading;

    DocumentParser(Reading reading) {
        this.reading = reading;
    }

    /** The document, or an empty mapping and a violation where it cannot be read. */
    Located parse(byte[] bytes) {
        try {
            String text = decode(bytes);
            if (text.isBlank()) {
                throw new Unreadable(0, 0, Message.of("unreadable.empty"));
            }
            return text.stripLeading().startsWith("{") ? jsonOrFlow(text) : new YamlDocument(reading).parse(text);
        } catch (CharacterCodingException e) {
            return refuse(new Unreadable(0, 0, Message.of("unreadable.utf8")));
        } catch (Unreadable e) {
            return refuse(e);
        }
    }

    /** An entry of one of the lists, or nothing and a violation where a document could not hold it. */
    @Nullable
    Located parseEntry(JsonNode entry, String path) {
        try {
            return new JsonDocument(reading).parse(entry.toString(), DEPTH_OF_ENTRIES);
        } catch (Unreadable e) {
            reading.add(Code.UNREADABLE, path, e.line(), e.column(), "", e.text());
            return null;
        }
    }

    /** A file that begins with a brace is JSON; where it is not, it may be YAML written in one flow mapping. */
    private Located jsonOrFlow(String text) throws Unreadable {
        try {
            return new JsonDocument(reading).parse(text);
        } catch (Unreadable asJson) {
            Reading apart = new Reading((path, keys) -> {});
            try {
                Located flow = new YamlDocument(apart).parse(text);
                reading.violations().addAll(apart.violations());
                return flow;
            } catch (Unreadable asYaml) {
                asJson.addSuppressed(asYaml);
                throw asJson;
            }
        }
    }

    private Located refuse(Unreadable e) {
        reading.add(Code.UNREADABLE, "$", e.line(), e.column(), "", e.text());
        return new Located.Mapping(Map.of(), e.line(), e.column());
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
}
