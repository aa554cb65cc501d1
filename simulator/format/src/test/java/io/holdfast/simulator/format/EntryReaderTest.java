package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.ElementType;
import io.holdfast.simulator.model.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changing entries gives the model, the fingerprint and the complaints that reading the changed file as a whole gives. */
class EntryReaderTest {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .configure(JsonNodeFeature.WRITE_PROPERTIES_SORTED, true)
            .build();

    private static final List<String> SECTIONS = List.of("assets", "services", "processes", "scenarios");

    /** Some changes of one document, each also made in the document itself. */
    private static final class Edited {

        private final Random random;
        private final ObjectNode document;
        private final List<EntryEdit> edits = new ArrayList<>();
        private final Set<Id> touched = new java.util.HashSet<>();

        Edited(ContinuityModel model, long seed) {
            random = new Random(seed);
            document = ModelWriter.toTree(model);
        }

        private static EntryEdit edit(String section, @Nullable Id stored, JsonNode entry, String path) {
            return section.equals("scenarios")
                    ? new EntryEdit.OfScenario(stored, entry, path)
                    : new EntryEdit.OfElement(
                            switch (section) {
                                case "assets" -> ElementType.ASSET;
                                case "services" -> ElementType.SERVICE;
                                default -> ElementType.PROCESS;
                            },
                            stored,
                            entry,
                            path);
        }

        /** Changes every entry that the dice choose; where broken, also in ways that are not right. */
        void change(boolean broken) {
            for (String section : SECTIONS) {
                if (document.get(section) instanceof ArrayNode list) {
                    for (int i = 0; i < list.size(); i++) {
                        if (random.nextInt(3) == 0) {
                            ObjectNode entry = (ObjectNode) list.get(i);
                            Id id = Id.of(entry.path("id").asText());
                            change(entry, broken && random.nextBoolean());
                            touched.add(id);
                            edits.add(edit(section, id, entry.deepCopy(), "$." + section + "[" + i + "]"));
                        }
                    }
                }
            }
        }

        private void change(ObjectNode entry, boolean broken) {
            if (!broken) {
                entry.put("note", "changed " + random.nextInt()).put("x-number", random.nextInt(9) / 8.0);
                return;
            }
            switch (random.nextInt(4)) {
                case 0 -> entry.putArray("needs").add("nobody").add(7);
                case 1 -> entry.put("site", "nowhere").put("probability", 2);
                case 2 -> entry.put("capacity", "much").put("staff", -1);
                default -> entry.put("tags", 4).put("hits", "all");
            }
        }

        void add(String section) {
            ObjectNode entry = SORTED.createObjectNode().put("id", "added-" + section);
            switch (section) {
                case "assets" -> entry.put("kind", "host");
                case "scenarios" ->
                    entry.put("lasts", 3)
                            .putArray("hits")
                            .addObject()
                            .put("state", "outage")
                            .putArray("kinds")
                            .add("host");
                default -> entry.putArray("needs").add("added-assets");
            }
            ArrayNode list = document.withArrayProperty(section);
            list.add(entry);
            touched.add(Id.of("added-" + section));
            edits.add(edit(section, null, entry.deepCopy(), "$." + section + "[" + (list.size() - 1) + "]"));
        }

        ReadOutcome whole() {
            return ModelReader.read(document.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void givesTheModelThatTheWholeFileGives() throws Exception {
        for (long seed = 0; seed < 150; seed++) {
            ContinuityModel model = RandomModels.draw(seed);
            Edited edited = new Edited(model, seed);
            edited.change(false);
            SECTIONS.forEach(edited::add);
            ContinuityModel changed = read(EntryReader.change(model, edited.edits));
            assertThat(changed)
                    .as("seed %d", seed)
                    .isEqualTo(read(edited.whole()))
                    .isNotEqualTo(model);
            CanonicalModel kept = CanonicalModel.of(model).with(changed, edited.touched);
            assertThat(kept.digest())
                    .as("seed %d", seed)
                    .isEqualTo(ModelDigest.of(changed))
                    .isEqualTo(digest(changed));
        }
    }

    /** The fingerprint as its definition says it, of the whole text at once. */
    private static String digest(ContinuityModel model) throws Exception {
        byte[] text = SORTED.writeValueAsString(ModelWriter.toTree(model)).getBytes(StandardCharsets.UTF_8);
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }

    @Test
    void complainsAsTheWholeFileDoes() {
        int complaints = 0;
        for (long seed = 0; seed < 150; seed++) {
            ContinuityModel model = RandomModels.draw(seed);
            Edited edited = new Edited(model, seed);
            edited.change(true);
            List<String> wanted = complaints(edited.whole());
            assertThat(complaints(EntryReader.change(model, edited.edits)))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(wanted);
            complaints += wanted.size();
        }
        assertThat(complaints).isGreaterThan(500);
    }

    private static List<String> complaints(ReadOutcome outcome) {
        return outcome instanceof ReadOutcome.Refused refused
                ? refused.violations().stream()
                        .map(each -> each.path() + " " + each.code() + " " + each.value() + " " + each.message())
                        .collect(Collectors.toList())
                : List.of();
    }

    private static ContinuityModel read(ReadOutcome outcome) {
        return switch (outcome) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    private static ContinuityModel small() {
        return Models.model("""
                holdfast: 1
                sites: [{id: tpe}]
                teams: [{id: dba, size: 2}]
                assets:
                  - {id: db, kind: database, recovery: [{id: by-hand, method: repair, duration: 1, crew: {dba: 1}}]}
                  - {id: web, kind: application, needs: [{id: both, of: [db]}]}
                plans: [{id: order, covers: [web], sequence: [web, db]}]
                """);
    }

    private static List<String> refusals(String section, @Nullable String stored, String entry)
            throws JsonProcessingException {
        return complaints(EntryReader.change(
                small(),
                List.of(Edited.edit(section, stored == null ? null : Id.of(stored), SORTED.readTree(entry), "$"))));
    }

    @Test
    void keepsIdsUniqueAmongAllThatStays() throws Exception {
        for (String taken : List.of("tpe", "dba", "db", "by-hand", "both", "order")) {
            assertThat(refusals("services", null, "{\"id\": \"" + taken + "\"}"))
                    .as(taken)
                    .singleElement()
                    .asString()
                    .contains("$.id DUPLICATE_ID " + taken, "in the register");
        }
        assertThat(
                        refusals(
                                "assets",
                                "web",
                                "{\"id\": \"web\", \"kind\": \"application\", \"needs\": [{\"id\": \"both\", \"of\": [\"db\"]}]}"))
                .isEmpty();
    }

    @Test
    void keepsCrewsWithinTheirTeams() throws Exception {
        assertThat(
                        refusals(
                                "assets",
                                "web",
                                "{\"id\": \"web\", \"kind\": \"application\", \"recovery\": [{\"method\": \"repair\", \"duration\": 1, \"crew\": {\"dba\": 3}}]}"))
                .singleElement()
                .asString()
                .contains("$.recovery[0].crew.dba OUT_OF_RANGE");
    }

    @Test
    void removesWhatIsGoneAndSaysWhetherItsIdStandsElsewhere() {
        ContinuityModel model = small();
        ContinuityModel without = read(EntryReader.change(
                model, List.of(new EntryEdit.OfElement(ElementType.ASSET, Id.of("web"), null, "$"))));
        assertThat(without.elements()).singleElement().extracting("id").isEqualTo(Id.of("db"));
        CanonicalModel canonical = CanonicalModel.of(model);
        assertThat(canonical.mentions(Id.of("web"), Set.of(Id.of("web")))).isTrue();
        assertThat(canonical.mentions(Id.of("web"), Set.of(Id.of("web"), Id.of("order"))))
                .isFalse();
        assertThat(canonical.mentions(Id.of("we"), Set.of())).isFalse();
        assertThat(canonical.with(without, Set.of(Id.of("web"))).digest()).isEqualTo(ModelDigest.of(without));
    }

    @Test
    void nestsAsDeepAsAFileCanAndNoDeeper() throws Exception {
        for (int depth = 95; depth < 102; depth++) {
            String entry = "{\"id\": \"a\", \"x-deep\": " + "[".repeat(depth) + "]".repeat(depth) + "}";
            String file = "{\"holdfast\": 1, \"services\": [" + entry + "]}";
            boolean refused = ModelReader.read(file.getBytes(StandardCharsets.UTF_8)) instanceof ReadOutcome.Refused;
            assertThat(refused).as("depth %d", depth).isEqualTo(depth > 98);
            assertThat(refusals("services", null, entry).isEmpty()).isNotEqualTo(refused);
        }
    }
}
