package io.holdfast.simulator.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model as JSON with the keys of every mapping sorted, entry by entry: what {@link ModelDigest} is the fingerprint of. After a
 * change of some entries only those are written anew. Immutable; for any number of threads. Memory: the length of the file.
 */
public final class CanonicalModel {

    /** What stands at a key of the file: entries by id in a list, or one text. */
    private record Part(boolean isList, List<byte[]> texts) {}

    private final SortedMap<String, Part> parts;
    private final Map<Id, byte[]> byId;

    private CanonicalModel(SortedMap<String, Part> parts, Map<Id, byte[]> byId) {
        this.parts = parts;
        this.byId = byId;
    }

    /** The texts of a model. */
    public static CanonicalModel of(ContinuityModel model) {
        return of(model, Map.of());
    }

    /**
     * The texts of a model that differs from this one in some entries of its lists only.
     *
     * @param changed the ids of all entries that differ, are new or are gone
     */
    public CanonicalModel with(ContinuityModel model, Set<Id> changed) {
        Map<Id, byte[]> known = new HashMap<>(byId);
        known.keySet().removeAll(changed);
        return of(model, known);
    }

    private static CanonicalModel of(ContinuityModel model, Map<Id, byte[]> known) {
        SortedMap<String, Part> parts = new TreeMap<>();
        Map<Id, byte[]> byId = new HashMap<>();
        ModelWriter.head(model)
                .properties()
                .forEach(each -> parts.put(each.getKey(), new Part(false, List.of(bytes(each.getValue())))));
        ModelWriter.sections(model, (key, entries) -> {
            List<byte[]> texts = new ArrayList<>(entries.size());
            entries.forEach(entry -> {
                byte[] text = known.get(entry.id());
                byte[] now = text == null ? bytes(entry.tree().get()) : text;
                byId.put(entry.id(), now);
                texts.add(now);
            });
            parts.put(key, new Part(true, texts));
        });
        return new CanonicalModel(parts, byId);
    }

    private static byte[] bytes(JsonNode tree) {
        return ModelWriter.toCanonicalJson(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** The fingerprint of the model. Cost: one pass over the texts. */
    public String digest() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            char before = '{';
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                hash.update((byte) before);
                hash.update(bytes(TextNode.valueOf(part.getKey())));
                hash.update((byte) ':');
                update(hash, part.getValue());
                before = ',';
            }
            hash.update((byte) '}');
            return "sha256:" + HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest hash, Part part) {
        if (!part.isList()) {
            hash.update(part.texts().getFirst());
            return;
        }
        byte before = '[';
        for (byte[] text : part.texts()) {
            hash.update(before);
            hash.update(text);
            before = ',';
        }
        hash.update((byte) ']');
    }

    /**
     * Whether the text of an id stands anywhere but in the entries of these ids: where it does not, nothing else can name it; where
     * it does, something names it or only has the same text. Cost: one pass over the texts.
     */
    public boolean mentions(Id id, Set<Id> except) {
        byte[] quoted = ('"' + id.value() + '"').getBytes(StandardCharsets.UTF_8);
        return byId.entrySet().stream()
                .filter(each -> !except.contains(each.getKey()))
                .anyMatch(each -> contains(each.getValue(), quoted));
    }

    private static boolean contains(byte[] text, byte[] wanted) {
        for (int at = 0; at <= text.length - wanted.length; at++) {
            if (text[at] == wanted[0] && Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an entry says the same in two models; both have it. */
    public boolean isSame(CanonicalModel other, Id id) {
        return Arrays.equals(byId.get(id), other.byId.get(id));
    }
}
