package io.holdfast.service.exchange.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.web.Bodies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a NetBox dump (Django's JSON: a list of model, pk and fields), read one by one; only the models and fields
 * that a register is made of are kept. Memory: that part of the dump.
 */
final class NetboxDump {

    /** What the file is called in reports. */
    static final String FILE = "dump";

    private static final List<String> PORT = List.of("device");

    /** The models that are kept, each with its fields; every other one is counted and left out. */
    private static final Map<String, List<String>> KEPT = Map.ofEntries(
            Map.entry("dcim.region", List.of("name", "parent")),
            Map.entry("dcim.site", List.of("name", "region", "status", "tenant", "latitude", "longitude")),
            Map.entry("dcim.location", List.of("name", "parent", "site", "status", "tenant")),
            Map.entry("dcim.rack", List.of("name", "site", "location", "status", "tenant")),
            Map.entry(
                    "dcim.device",
                    List.of(
                            "name",
                            "site",
                            "location",
                            "rack",
                            "status",
                            "tenant",
                            "role",
                            "device_role",
                            "device_type",
                            "virtual_chassis",
                            "cluster")),
            Map.entry("dcim.devicebay", List.of("device", "installed_device")),
            Map.entry("dcim.devicerole", List.of("name")),
            Map.entry("dcim.devicetype", List.of("model")),
            Map.entry("dcim.virtualchassis", List.of("name")),
            Map.entry("dcim.powerpanel", List.of("name", "site", "location")),
            Map.entry(
                    "dcim.powerfeed",
                    List.of("name", "power_panel", "rack", "status", "type", "available_power", "tenant")),
            Map.entry("dcim.interface", PORT),
            Map.entry("dcim.frontport", PORT),
            Map.entry("dcim.rearport", PORT),
            Map.entry("dcim.consoleport", PORT),
            Map.entry("dcim.consoleserverport", PORT),
            Map.entry("dcim.powerport", PORT),
            Map.entry("dcim.poweroutlet", PORT),
            Map.entry(
                    "dcim.cable",
                    List.of("termination_a_type", "termination_a_id", "termination_b_type", "termination_b_id")),
            Map.entry("dcim.cabletermination", List.of("cable", "cable_end", "termination_type", "termination_id")),
            Map.entry("circuits.provider", List.of("name")),
            Map.entry("circuits.circuittype", List.of("name")),
            Map.entry("circuits.circuit", List.of("cid", "provider", "type", "status", "tenant", "commit_rate")),
            Map.entry("circuits.circuittermination", List.of("circuit", "site", "termination_type", "termination_id")),
            Map.entry(
                    "virtualization.cluster",
                    List.of("name", "type", "status", "tenant", "site", "scope_type", "scope_id")),
            Map.entry("virtualization.clustertype", List.of("name")),
            Map.entry(
                    "virtualization.virtualmachine",
                    List.of("name", "cluster", "device", "site", "status", "tenant", "role", "vcpus", "memory")),
            Map.entry("tenancy.tenant", List.of("name")),
            Map.entry("contenttypes.contenttype", List.of("app_label", "model")));

    private final Map<String, Map<String, DumpObject>> kept = new LinkedHashMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Report report;

    private NetboxDump(Report report) {
        this.report = report;
    }

    /** Reads a dump; violations go to the report. */
    static NetboxDump read(byte[] bytes, Report report) {
        NetboxDump dump = new NetboxDump(report);
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = mapper.createParser(bytes)) {
            dump.readAll(parser);
        } catch (JsonProcessingException e) {
            dump.unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory were not readable", e);
        }
        return dump;
    }

    private void unreadable(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        long line = at == null ? 0 : Math.max(at.getLineNr(), 0);
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        report.violation(
                "unreadable",
                Place.line(FILE, line),
                null,
                "",
                "The dump cannot be read as JSON in UTF-8" + where + ": " + Bodies.reason(e)
                        + ". Write it again with 'manage.py dumpdata', and check that the copy is complete.");
    }

    private void readAll(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            report.violation(
                    "not-a-dump",
                    new Place(FILE, 0, "$"),
                    null,
                    String.valueOf(parser.currentToken()),
                    "A dump is a list of objects, [{\"model\": …, \"pk\": …, \"fields\": {…}}, …]. Write it with"
                            + " 'manage.py dumpdata', not as an answer of the REST API.");
            return;
        }
        long index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new com.fasterxml.jackson.core.JsonParseException(parser, "The list does not end");
            }
            JsonNode node = parser.readValueAsTree();
            add(node, index++);
        }
        if (parser.nextToken() != null) {
            report.violation(
                    "not-a-dump", new Place(FILE, 0, "$"), null, "", "Something stands behind the end of the list.");
        }
        leftOut.remove("contenttypes.contenttype");
        if (!leftOut.isEmpty()) {
            long count = leftOut.values().stream().mapToLong(Integer::longValue).sum();
            report.warning(
                    "models-left-out",
                    FILE,
                    count,
                    "Objects of " + leftOut.size() + " models carry nothing that the register keeps: "
                            + String.join(
                                    ", ", leftOut.keySet().stream().limit(8).toList())
                            + (leftOut.size() > 8 ? " and " + (leftOut.size() - 8) + " more." : "."));
        }
    }

    private void add(JsonNode node, long index) {
        Place at = new Place(FILE, 0, "$[" + index + "]");
        JsonNode model = node.get("model");
        if (model == null || !model.isTextual()) {
            wrong(at, "model", node, "An object of a dump names its model, as in \"model\": \"dcim.device\".");
            return;
        }
        String name = model.asText().toLowerCase(Locale.ROOT);
        List<String> wanted = KEPT.get(name);
        if (wanted == null) {
            leftOut.merge(name, 1, Integer::sum);
            return;
        }
        JsonNode pk = node.get("pk");
        if (pk == null || !(pk.isIntegralNumber() || pk.isTextual())) {
            wrong(at, "pk", node, "An object of a dump has a primary key, as in \"pk\": 12.");
            return;
        }
        if (!(node.get("fields") instanceof ObjectNode fields)) {
            wrong(at, "fields", node, "An object of a dump has its fields, as in \"fields\": {\"name\": …}.");
            return;
        }
        keep(new DumpObject(index, name, pk.asText(), fields.retain(wanted)));
    }

    private void keep(DumpObject object) {
        DumpObject before = kept.computeIfAbsent(object.model(), key -> new LinkedHashMap<>())
                .putIfAbsent(object.pk(), object);
        if (before != null) {
            report.violation(
                    "duplicate-id",
                    object.at(),
                    "pk",
                    object.pk(),
                    "The dump has this object already at $[" + before.index() + "]. Write the dump again.");
        }
    }

    private void wrong(Place at, String field, JsonNode node, String rule) {
        JsonNode value = node.isObject() ? node.get(field) : node;
        String shown = value == null ? "" : value.toString();
        report.violation(
                "bad-object",
                at,
                field,
                shown.length() > 80 ? shown.substring(0, 80) + "…" : shown,
                rule + " Write the dump again with 'manage.py dumpdata'.");
    }

    /** All objects of a model, in the order of the dump. */
    Collection<DumpObject> all(String model) {
        return kept.getOrDefault(model, Map.of()).values();
    }

    private Optional<DumpObject> find(String model, String pk) {
        return Optional.ofNullable(kept.getOrDefault(model, Map.of()).get(pk));
    }

    /**
     * What a field of an object names. Nothing where the field is empty; a warning where the dump was written without that
     * model; a violation where the model is there and the object is not.
     */
    Optional<DumpObject> follow(DumpObject from, String field, String model) {
        JsonNode value = from.fields().get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainerNode() || value.isBoolean()) {
            report.violation(
                    "wrong-kind",
                    from.at(),
                    field,
                    value.toString(),
                    "'" + field + "' is the primary key of a " + model
                            + ". Write the dump without --natural-foreign, or with plain keys.");
            return Optional.empty();
        }
        return follow(from, field, model, value.asText());
    }

    /** The same, for a key that is already known. */
    Optional<DumpObject> follow(DumpObject from, String field, String model, String pk) {
        Optional<DumpObject> found = find(model, pk);
        if (found.isPresent()) {
            return found;
        }
        if (all(model).isEmpty()) {
            report.warning(
                    "model-missing:" + model,
                    FILE,
                    "The dump has no " + model + " at all, so what names one is imported without it, as '" + field
                            + "' of " + from.at().shown() + ".");
        } else {
            report.violation(
                    "unknown-id",
                    from.at(),
                    field,
                    pk,
                    "'" + field + "' names " + model + " " + pk
                            + ", which the dump does not have. Write the dump again, whole.");
        }
        return Optional.empty();
    }

    /** The model that a content type names, whichever way it is written; null where it is empty or cannot be known. */
    @Nullable
    String contentType(DumpObject from, String field) {
        JsonNode value = from.fields().get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isArray() && value.size() == 2) {
            return (value.get(0).asText() + "." + value.get(1).asText()).toLowerCase(Locale.ROOT);
        }
        if (value.isTextual()) {
            return value.asText().toLowerCase(Locale.ROOT);
        }
        return follow(from, field, "contenttypes.contenttype")
                .map(type -> type.text("app_label") + "." + type.text("model"))
                .orElse(null);
    }
}
