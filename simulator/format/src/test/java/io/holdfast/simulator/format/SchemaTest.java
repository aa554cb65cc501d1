package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The published schema and the reader say the same. */
class SchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Path.of("../../service/src/main/resources/sample/operator.yaml");

    static List<Error> errors(PublishedSchema schema, JsonNode document) throws JsonProcessingException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(schema.text()))
                .validate(document);
    }

    /** A YAML or JSON text as the tree that any YAML 1.2 reader makes of it. */
    private static JsonNode tree(String text) {
        Reading reading = new Reading((path, keys) -> {});
        Located root = new DocumentParser(reading).parse(text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.violations()).isEmpty();
        return JSON.valueToTree(root.plain());
    }

    private static List<Error> errors(String model) throws JsonProcessingException {
        return errors(PublishedSchema.MODEL, tree(model));
    }

    @ParameterizedTest
    @EnumSource(PublishedSchema.class)
    void isItselfAValidSchema(PublishedSchema schema) throws JsonProcessingException {
        JsonNode node = JSON.readTree(schema.text());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(node))
                .isEmpty();
    }

    @Test
    void acceptsEveryValidSample() throws IOException {
        assertThat(errors(Models.SMALL)).isEmpty();
        assertThat(errors(Models.everyKey())).isEmpty();
        assertThat(errors(Files.readString(SAMPLE))).isEmpty();
        for (long seed = 0; seed < 300; seed++) {
            assertThat(errors(ModelWriter.toJson(RandomModels.draw(seed))))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            holdfast: 1                    | holdfast: 2                    | $.holdfast
            holdfast: 1                    | holdfast: "1"                  | $.holdfast
            holdfast: 1                    | x-none: 1                      | $.holdfast
            sites: [{id: tpe,              | sites: [{                      | $.sites[0].id
            lat: 25.04, lon: 121.56        | lat: 25.04                     | $.sites[0]
            lat: 25.04                     | lat: 95                        | $.sites[0].lat
            lon: 121.56                    | lon: -190                      | $.sites[0].lon
            sites: [{                      | sites: {tpe: {                 | $.sites
            size: 2                        | size: -2                       | $.teams[0].size
            size: 2                        | size: 2.5                      | $.teams[0].size
            size: 2                        | size: two                      | $.teams[0].size
            size: 2, mobilise              | mobilise                       | $.teams[0].size
            size: 2                        | size: 2, people: perhaps       | $.teams[0].people
            [0.25, 0.5, 2]                 | [0.25, 0.5]                    | $.teams[0].mobilise.pert
            [0.25, 0.5, 2]                 | [0.25, 0.5, two]               | $.teams[0].mobilise.pert[2]
            [0.25, 0.5, 2]                 | [-1, 0.5, 2]                   | $.teams[0].mobilise.pert
            {pert: [0.25, 0.5, 2],         | {perth: [0.25, 0.5, 2],        | $.teams[0].mobilise
            {pert: [0.25, 0.5, 2],         | {fixed: 1, pert: [0.2, 0.5, 2],| $.teams[0].mobilise
            evidence: measured             | evidence: guessed              | $.teams[0].mobilise.evidence
            evidence: measured             | observations: -1               | $.teams[0].mobilise.observations
            mobilise: {                    | mobiliseOffHours: -1, mobilise: { | $.teams[0].mobiliseOffHours
            kind: power, site: tpe         | site: tpe                      | $.assets[0].kind
            id: power                      | id: Power Feed                 | $.assets[0].id
            id: power                      | id: -5                         | $.assets[0].id
            id: power,                     | id: [power],                   | $.assets[0].id
            kind: power,                   | kind: power, tier: 0,          | $.assets[0].tier
            kind: power,                   | kind: power, failure: {shape: 1}, | $.assets[0].failure.mtbf
            kind: power,                   | kind: power, failure: {mtbf: 0},  | $.assets[0].failure.mtbf
            kind: power,                   | kind: power, commonCause: {group: g, beta: 2}, | $.assets[0].commonCause.beta
            kind: power,                   | kind: power, capacity: 5,      | $.assets[0].capacity
            kind: power,                   | kind: power, capacity: {unit: tps}, | $.assets[0].capacity.amount
            kind: power,                   | kind: power, demand: {unit: tps, amount: -1}, | $.assets[0].demand.amount
            kind: power,                   | kind: power, restart: 'soon',  | $.assets[0].restart
            kind: power,                   | kind: power, restart: {empirical: []}, | $.assets[0].restart.empirical
            kind: power,                   | kind: power, restart: {quantiles: []}, | $.assets[0].restart.quantiles
            kind: power,                   | kind: power, restart: {quantiles: [[2, 1]]}, | $.assets[0].restart.quantiles[0]
            kind: power,                   | kind: power, restart: {exponential: {mean: 0}}, | $.assets[0].restart.exponential
            kind: power,                   | kind: power, restart: {exponential: 3}, | $.assets[0].restart.exponential
            kind: power,                   | kind: power, restart: {lognormal: {median: 6}}, | $.assets[0].restart.lognormal.p90
            kind: power,                   | kind: power, restart: {weibull: {shape: -1, scale: 1}}, | $.assets[0].restart.weibull
            kind: power,                   | kind: power, restart: {normal: {mean: 1, sd: -1}}, | $.assets[0].restart.normal
            kind: power,                   | kind: power, restart: {uniform: [1, 2, 3]}, | $.assets[0].restart.uniform
            kind: power,                   | kind: power, restart: {},      | $.assets[0].restart
            rto: 4                         | rto: -4                        | $.assets[1].objectives.rto
            rto: 4                         | mbco: 50                       | $.assets[1].objectives.mbco
            rto: 4                         | rpoVolume: 4                   | $.assets[1].objectives.rpoVolume
            method: restore                | method: restart                | $.assets[1].recovery[0].method
            method: restore, duration      | duration                       | $.assets[1].recovery[0].method
            method: restore, duration      | method: restore, durations     | $.assets[1].recovery[0].duration
            usable: 0.98                   | usable: 98                     | $.assets[1].recovery[0].data.usable
            every: 24                      | every: 0                       | $.assets[1].recovery[0].data
            every: 24                      | every: 24, lag: 1              | $.assets[1].recovery[0].data
            data: {every: 24,              | data: {                        | $.assets[1].recovery[0].data
            crew: {dba: 1}                 | crew: {dba: 0}                 | $.assets[1].recovery[0].crew
            crew: {dba: 1}                 | crew: [dba]                    | $.assets[1].recovery[0].crew
            crew: {dba: 1}                 | answers: [broken]              | $.assets[1].recovery[0].answers[0]
            crew: {dba: 1}                 | success: 1.5                   | $.assets[1].recovery[0].success
            crew: {dba: 1}                 | automatic: 1                   | $.assets[1].recovery[0].automatic
            atLeast: 1,                    | atLeast: 0,                    | $.services[0].needs[1].atLeast
            atLeast: 1,                    | atLeast: 1, minimum: 0.5,      | $.services[0].needs[1].atLeast
            of: [power], holdsFor          | all: [power], holdsFor         | $.assets[1].needs[0].of
            of: [power], holdsFor          | of: [], holdsFor               | $.assets[1].needs[0].of
            of: [power], holdsFor          | soft: 2, of: [power], holdsFor | $.assets[1].needs[0].soft
            [0.5, 0.5]                     | [0.5, 5]                       | $.services[0].needs[2].shares
            shares: [0.5, 0.5], minimum    | minimum                        | $.services[0].needs[2].shares
            {id: s,                        | {id: s, sla: {availability: 99}, | $.services[0].sla.availability
            {id: s,                        | {id: s, sla: {per: day},       | $.services[0].sla.per
            {id: s,                        | {id: s, sla: {credits: [[0.9]]}, | $.services[0].sla.credits[0]
            {id: s,                        | {id: s, impact: {loss: [[0, -5]]}, | $.services[0].impact.loss[0]
            {id: s,                        | {id: s, impact: {proRata: 1},  | $.services[0].impact.proRata
            state: destroyed               | state: destroied               | $.scenarios[0].hits[0].state
            , state: destroyed             |                                | $.scenarios[0].hits[0].state
            state: destroyed               | state: outage                  | $.scenarios[0].lasts
            {sites: [tpe], state           | {state                         | $.scenarios[0].hits[0]
            sites: [tpe], state            | sites: tpe, state              | $.scenarios[0].hits[0].sites
            sites: [tpe], state            | within: {km: 1}, state         | $.scenarios[0].hits[0].within.lat
            state: destroyed               | probability: 3, state: damaged | $.scenarios[0].hits[0].probability
            detect: 0.5                    | origin: weather                | $.scenarios[0].origin
            detect: 0.5                    | frequency: -1                  | $.scenarios[0].frequency
            detect: 0.5                    | staff: 60                      | $.scenarios[0].staff
            detect: 0.5                    | demand: -1                     | $.scenarios[0].demand
            detect: 0.5                    | when: night                    | $.scenarios[0].when
            detect: 0.5                    | horizon: 0                     | $.scenarios[0].horizon
            scenarios:                     | drills: [{id: d, types: [party]}] %scenarios: | $.drills[0].types[0]
            scenarios:                     | drills: [{id: d, steps: [[a]]}] %scenarios: | $.drills[0].steps[0]
            scenarios:                     | contacts: [{id: c, reach: 9}] %scenarios: | $.contacts[0].reach
            scenarios:                     | plans: [{covers: [db]}] %scenarios: | $.plans[0].id
            """)
    void schemaAndReaderRefuseTheSameBrokenStructure(String right, String wrong, String path)
            throws JsonProcessingException {
        String broken = broken(right, wrong);
        assertThat(Models.violations(broken)).extracting(Violation::path).contains(path);
        assertThat(Models.violations(broken)).allSatisfy(violation -> {
            assertThat(violation.line()).isPositive();
            assertThat(violation.message()).matches("(?s).*[.?]");
            assertThat(violation.message(Language.ZH_HANT)).matches("(?s).*[。？]");
        });
        assertThat(errors(broken)).as(broken).isNotEmpty();
    }

    private static String broken(String right, String wrong) {
        String replacement = wrong == null ? "" : wrong.replace(" %", "\n");
        String changed = Models.SMALL.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(replacement));
        assertThat(changed).isNotEqualTo(Models.SMALL);
        return changed.replace(
                        "sites: {tpe: {id: tpe, lat: 25.04, lon: 121.56}]",
                        "sites: {tpe: {id: tpe, lat: 25.04, lon: 121.56}}")
                .replaceAll("(sla|impact|failure|commonCause|restart|capacity): (\\{[^\\n]*}), needs", "$1: $2, needs");
    }

    /** What only the reader can say: it needs more than the structure. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crew: {dba: 1}    | crew: {dba: 3}      | OUT_OF_RANGE   | $.assets[1].recovery[0].crew.dba
            crew: {dba: 1}    | crew: {dbb: 1}      | UNDEFINED_NAME | $.assets[1].recovery[0].crew.dbb
            sites: [tpe]      | sites: [tpx]        | UNDEFINED_NAME | $.scenarios[0].hits[0].sites[0]
            site: tpe         | site: db            | UNDEFINED_NAME | $.assets[0].site
            - id: db          | - id: power         | DUPLICATE_ID   | $.assets[1].id
            id: lost          | id: dba             | DUPLICATE_ID   | $.scenarios[0].id
            [0.25, 0.5, 2]    | [0.25, 3, 2]        | OUT_OF_RANGE   | $.teams[0].mobilise.pert
            p90: 14           | p90: 5              | OUT_OF_RANGE   | $.assets[1].recovery[0].duration.lognormal
            atLeast: 1        | atLeast: 3          | OUT_OF_RANGE   | $.services[0].needs[1].atLeast
            [0.5, 0.5]        | [0.5, 0.5, 0.5]     | OUT_OF_RANGE   | $.services[0].needs[2]
            detect: 0.5       | detect: {quantiles: [[0.5, 2], [0.9, 1]]} | OUT_OF_RANGE | $.scenarios[0].detect.quantiles
            detect: 0.5       | detect: {quantiles: [[0.5, 2], [0.4, 3]]} | OUT_OF_RANGE | $.scenarios[0].detect.quantiles
            detect: 0.5       | detect: {uniform: [2, 1]} | OUT_OF_RANGE | $.scenarios[0].detect.uniform
            {id: s,           | {id: s, impact: {loss: [[4, 1], [4, 2]]}, | OUT_OF_RANGE | $.services[0].impact
            x-kept            | timeZone: Mars/Base %x-kept | UNKNOWN_WORD | $.timeZone
            """)
    void readerRefusesWhatBreaksMoreThanStructure(String right, String wrong, Violation.Code code, String path) {
        assertThat(Models.violations(broken(right, wrong))).anySatisfy(violation -> {
            assertThat(violation.code()).isEqualTo(code);
            assertThat(violation.path()).isEqualTo(path);
        });
    }

    @Test
    void allowsLognormalWithoutSpread() throws JsonProcessingException {
        String equal = Models.SMALL.replace("p90: 14", "p90: 6");
        assertThat(Models.model(equal)).isNotNull();
        assertThat(errors(equal)).isEmpty();
    }

    @Test
    void knowsTheSameKeysAsTheReaderInBothDirections() throws JsonProcessingException {
        Map<String, Set<String>> reader = new TreeMap<>();
        ModelReader.read(
                Models.everyKey().getBytes(StandardCharsets.UTF_8),
                (path, keys) -> reader.computeIfAbsent(path.replaceAll("\\[\\d+]", "[]"), any -> new TreeSet<>())
                        .addAll(keys));
        assertThat(reader).hasSizeGreaterThan(40);
        JsonNode root = JSON.readTree(PublishedSchema.MODEL.text());
        reader.forEach((path, keys) ->
                assertThat(new TreeSet<>(properties(root, path))).as(path).isEqualTo(keys));
        Set<String> unread = new TreeSet<>(objectsOf(root));
        reader.keySet().forEach(path -> unread.remove(nameOf(root, path)));
        assertThat(unread)
                .as("parts of the schema that the model with every key does not reach")
                .isEmpty();
    }

    private static Set<String> properties(JsonNode root, String path) {
        Set<String> found = new HashSet<>();
        at(root, path).forEach(node -> node.path("properties").fieldNames().forEachRemaining(found::add));
        return found;
    }

    /** The schemas with properties that hold at a path such as {@code $.assets[].needs[]}. */
    private static List<JsonNode> at(JsonNode root, String path) {
        List<JsonNode> now = flat(root, root);
        for (String step : path.substring(1).replace("[]", ".[]").split("\\.", -1)) {
            if (!step.isEmpty()) {
                List<JsonNode> next = new ArrayList<>();
                for (JsonNode node : now) {
                    JsonNode child = step.equals("[]")
                            ? node.path("items")
                            : node.path("properties").path(step);
                    if (child.isObject()) {
                        next.addAll(flat(root, child));
                    }
                }
                now = next;
            }
        }
        return now.stream().filter(node -> node.has("properties")).toList();
    }

    private static List<JsonNode> flat(JsonNode root, JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        all.add(node);
        if (node.has("$ref")) {
            all.addAll(flat(root, root.at(node.get("$ref").asText().substring(1))));
        }
        node.path("anyOf").forEach(each -> all.addAll(flat(root, each)));
        return all;
    }

    private static Set<String> objectsOf(JsonNode root) {
        Set<String> names = new TreeSet<>();
        root.path("$defs").properties().forEach(entry -> {
            if (flat(root, entry.getValue()).stream().anyMatch(node -> node.has("properties"))) {
                names.add(entry.getKey());
            }
        });
        names.remove("needs");
        return names;
    }

    private static String nameOf(JsonNode root, String path) {
        List<JsonNode> nodes = at(root, path);
        return root.path("$defs").properties().stream()
                .filter(entry -> flat(root, entry.getValue()).stream().anyMatch(nodes::contains))
                .filter(entry -> !entry.getKey().equals("needs"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
