package io.holdfast.service.exchange.internal;

import io.holdfast.service.register.Section;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ids of imported things: {@code source.key}, the key in lower case with every other character turned to a hyphen. A key
 * that was imported before into the same list keeps its id. Where several keys come to the same id, or the id belongs to something else, the key
 * that is written exactly like the id keeps it, and every other one gets six digits of its SHA-256 behind it: the same key
 * gets the same id whatever stands around it in the file.
 */
final class IdBook {

    /** What stands behind the id of an imported site to name its entry among the places. */
    static final String PLACE = ".place";

    private final Map<String, Id> ids = new LinkedHashMap<>();

    /** Gives every key of a list its id. */
    IdBook(
            String source,
            Section section,
            Collection<String> keys,
            ContinuityModel current,
            Report report,
            String file) {
        Map<String, Id> known = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Section each : Section.values()) {
            labels(current, each).forEach((id, label) -> {
                String key = label.externalKey();
                taken.add(id.value());
                if (each == section && key != null && id.value().startsWith(source + ".")) {
                    known.putIfAbsent(key, id);
                }
            });
        }
        Map<Id, List<String>> wanted = new TreeMap<>();
        for (String key : keys) {
            Id before = known.get(key);
            if (before != null) {
                ids.put(key, before);
            } else {
                wanted.computeIfAbsent(Id.imported(source, key), id -> new java.util.ArrayList<>())
                        .add(key);
            }
        }
        wanted.forEach((id, rivals) -> settle(source, id, rivals, taken, report, file));
    }

    /** What the entries of a list are called, in the order of the register. */
    private static Map<Id, Label> labels(ContinuityModel model, Section section) {
        Map<Id, Label> labels = new LinkedHashMap<>();
        switch (section) {
            case SITE -> model.sites().forEach(each -> labels.put(each.id(), each.label()));
            case TEAM -> model.teams().forEach(each -> labels.put(each.id(), each.label()));
            case CONTACT -> model.contacts().forEach(each -> labels.put(each.id(), each.label()));
            case ASSET -> elements(model, ElementType.ASSET, labels);
            case SERVICE -> elements(model, ElementType.SERVICE, labels);
            case PROCESS -> elements(model, ElementType.PROCESS, labels);
            case PLAN -> model.plans().forEach(each -> labels.put(each.id(), each.label()));
            case SCENARIO -> model.scenarios().forEach(each -> labels.put(each.id(), each.label()));
            case DRILL -> model.drills().forEach(each -> labels.put(each.id(), each.label()));
        }
        return labels;
    }

    private static void elements(ContinuityModel model, ElementType type, Map<Id, Label> labels) {
        model.elements().stream()
                .filter(each -> each.type() == type)
                .forEach(each -> labels.put(each.id(), each.label()));
    }

    private void settle(String source, Id id, List<String> rivals, Set<String> taken, Report report, String file) {
        boolean free = !taken.contains(id.value());
        for (String key : rivals) {
            boolean exact = id.value().equals(source + "." + key);
            if (free && (rivals.size() == 1 || exact)) {
                ids.put(key, id);
            } else {
                Id other = Id.of(id.value() + "-" + fingerprint(key));
                ids.put(key, other);
                report.warning(
                        "id-changed",
                        file,
                        "Where several keys come to the same id, the key's fingerprint tells them apart, as '" + key
                                + "' becomes '" + other + "'.");
            }
        }
    }

    /** Six digits of the SHA-256 of a key. */
    static String fingerprint(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The id of a key that the book was made with. */
    Id getId(String key) {
        Id id = ids.get(key);
        if (id == null) {
            throw new IllegalArgumentException("No id for key '" + key + "'");
        }
        return id;
    }
}
