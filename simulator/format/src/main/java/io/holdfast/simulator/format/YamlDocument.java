package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Reads YAML into {@link Located} parts, with plain words as YAML 1.2 means them ({@code no} is a text, {@code 1e3} a number).
 * Anchors, aliases and merge keys ({@code <<}) are read; what aliases stand for is bounded.
 */
final class YamlDocument {

    /** How many values all aliases of a file together may stand for. */
    static final long MOST_ALIASED = 1_000_000;

    private static final int LARGEST = 512 * 1024 * 1024;

    /** What an anchor names, and how many values it stands for. */
    private record Anchored(Located value, long size) {}

    private final Reading reading;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long values;
    private long aliased;

    YamlDocument(Reading reading) {
        this.reading = reading;
    }

    Located parse(String text) throws Unreadable {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(LARGEST);
            Iterator<Event> events =
                    new Yaml(options).parse(new StringReader(text)).iterator();
            return document(events);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw Unreadable.syntax(
                    mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? 0 : mark.getColumn() + 1,
                    String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw Unreadable.syntax(0, 0, String.valueOf(e.getMessage()));
        }
    }

    private Located document(Iterator<Event> events) throws Unreadable {
        events.next(); // the stream's start
        Event start = events.next();
        if (!(start instanceof DocumentStartEvent)) {
            throw new Unreadable(0, 0, Message.of("unreadable.empty"));
        }
        Located root = value(events, events.next(), "$", 0);
        events.next(); // the document's end
        Event after = events.next();
        if (after instanceof DocumentStartEvent) {
            throw Unreadable.severalDocuments(line(after), column(after));
        }
        return root;
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().getColumn() + 1;
    }

    private Located value(Iterator<Event> events, Event event, String path, int depth) throws Unreadable {
        if (depth > DocumentParser.DEEPEST) {
            throw Unreadable.tooDeep(line(event), column(event));
        }
        long before = values++;
        Located value = switch (event) {
            case AliasEvent alias -> alias(alias, path);
            case MappingStartEvent start -> mapping(events, start, path, depth);
            case SequenceStartEvent start -> sequence(events, start, path, depth);
            case ScalarEvent scalar -> scalar(scalar, path);
            default -> throw Unreadable.syntax(line(event), column(event), "a value is missing");
        };
        if (!(event instanceof AliasEvent) && event instanceof NodeEvent node && node.getAnchor() != null) {
            anchors.put(node.getAnchor(), new Anchored(value, values - before));
        }
        return value;
    }

    private Located alias(AliasEvent alias, String path) throws Unreadable {
        Anchored found = anchors.get(alias.getAnchor());
        if (found == null) {
            String name = "*" + alias.getAnchor();
            Message text = Message.of(
                    "unreadable.alias",
                    "value",
                    alias.getAnchor(),
                    "didYouMean",
                    Suggestion.meant(alias.getAnchor(), anchors.keySet()));
            reading.add(Code.UNREADABLE, path, line(alias), column(alias), name, text);
            return new Located.Scalar("", null, line(alias), column(alias));
        }
        values += found.size();
        aliased += found.size();
        if (aliased > MOST_ALIASED) {
            throw new Unreadable(
                    line(alias), column(alias), Message.of("unreadable.alias-expansion", "most", MOST_ALIASED));
        }
        return found.value();
    }

    private Located mapping(Iterator<Event> events, MappingStartEvent start, String path, int depth) throws Unreadable {
        checkTag(start, start.getTag(), path);
        Map<String, Located> fields = new LinkedHashMap<>();
        List<Located> merged = new ArrayList<>();
        for (Event key = events.next(); !key.is(Event.ID.MappingEnd); key = events.next()) {
            if (!(key instanceof ScalarEvent scalar)) {
                throw new Unreadable(line(key), column(key), Message.of("unreadable.key"));
            }
            String name = scalar.getValue();
            Located value = value(events, events.next(), path + "." + name, depth + 1);
            if (name.equals("<<") && scalar.isPlain()) {
                merged.add(value);
            } else if (fields.putIfAbsent(name, value) != null) {
                Message text = Message.of("duplicate-key", "key", name);
                reading.add(Code.DUPLICATE_KEY, path + "." + name, line(key), column(key), name, text);
            }
        }
        merged.forEach(each -> merge(each, fields, path));
        return new Located.Mapping(fields, line(start), column(start));
    }

    /** A merge key gives the keys that the mapping does not have itself; of several, the first wins. */
    private void merge(Located from, Map<String, Located> fields, String path) {
        switch (from) {
            case Located.Mapping mapping -> mapping.fields().forEach(fields::putIfAbsent);
            case Located.Sequence sequence -> sequence.items().forEach(each -> merge(each, fields, path));
            case Located.Scalar scalar ->
                reading.add(
                        Code.WRONG_KIND,
                        path + ".<<",
                        scalar.line(),
                        scalar.column(),
                        scalar.shown(),
                        Message.of("wrong-kind.mapping", "value", scalar.shown()));
        }
    }

    private Located sequence(Iterator<Event> events, SequenceStartEvent start, String path, int depth)
            throws Unreadable {
        checkTag(start, start.getTag(), path);
        List<Located> items = new ArrayList<>();
        for (Event item = events.next(); !item.is(Event.ID.SequenceEnd); item = events.next()) {
            items.add(value(events, item, path + "[" + items.size() + "]", depth + 1));
        }
        return new Located.Sequence(items, line(start), column(start));
    }

    private Located scalar(ScalarEvent event, String path) {
        checkTag(event, event.getTag(), path);
        String text = event.getValue();
        String tag = event.getTag();
        boolean untagged = tag == null || tag.equals("!");
        boolean isText = untagged ? !event.isPlain() : tag.endsWith(":str");
        return isText
                ? new Located.Scalar(text, text, line(event), column(event))
                : YamlWords.resolve(text, line(event), column(event));
    }

    private void checkTag(Event event, @org.jspecify.annotations.Nullable String tag, String path) {
        if (tag != null && !tag.equals("!") && !YamlWords.isKnownTag(tag)) {
            Message text = Message.of("unreadable.tag", "value", tag);
            reading.add(Code.UNREADABLE, path, line(event), column(event), tag, text);
        }
    }
}
