package io.holdfast.service.drillrun.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.service.drillrun.EventKind;
import io.holdfast.service.drillrun.RunEvent;
import io.holdfast.service.drillrun.RunScript;
import io.holdfast.service.drillrun.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A state is a function of the set of events, here and in the page. */
class RunFoldTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Instant START = Instant.parse("2026-12-05T02:00:00Z");
    private static final RunScript SCRIPT = new RunScript(
            List.of(
                    new RunScript.Step("freeze", null),
                    new RunScript.Step("move", "ims-core"),
                    new RunScript.Step("calls", "ims-core")),
            List.of(new RunScript.Inject("duty", 12)),
            List.of(new RunScript.Notification("noc", 15.0)),
            List.of("in-time"),
            List.of(new RunScript.StopCriterion("failed", 2.0, false)));

    /** A random set of events about what the script has, some of them at the same moment. */
    private static List<RunEvent> events(Random random) {
        List<RunEvent> events = new ArrayList<>();
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            EventKind kind = List.of(EventKind.values()).get(random.nextInt(EventKind.values().length));
            Instant at = START.plusSeconds(random.nextInt(30) * 60L);
            UUID withdraws = events.isEmpty()
                    ? null
                    : events.get(random.nextInt(events.size())).id();
            events.add(new RunEvent(
                    new UUID(random.nextLong(), random.nextLong()),
                    i + 1,
                    at,
                    random.nextInt(5) * 1000L - 2000,
                    kind,
                    SCRIPT.steps().get(random.nextInt(3)).id(),
                    "duty",
                    "noc",
                    kind == EventKind.MEASURED ? "failed" : "in-time",
                    "said " + i,
                    (double) random.nextInt(4),
                    kind == EventKind.STEP_PROBLEM && random.nextBoolean() ? "failed" : "met",
                    "person " + random.nextInt(3),
                    (long) i,
                    kind == EventKind.WITHDRAWN ? withdraws : null,
                    at.plusSeconds(random.nextInt(120)),
                    "phone-" + random.nextInt(4)));
        }
        return events;
    }

    @Test
    @Tag("row:D2")
    void theSameSetOfEventsIsTheSameStateHoweverItComes() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            List<RunEvent> events = events(random);
            RunState whole = RunFold.of(SCRIPT, events);
            List<RunEvent> other = new ArrayList<>(events);
            Collections.shuffle(other, random);
            assertThat(RunFold.of(SCRIPT, other)).as("permutation %s", seed).isEqualTo(whole);
            other.addAll(events.subList(0, events.size() / 2));
            Collections.shuffle(other, random);
            assertThat(RunFold.of(SCRIPT, other)).as("duplicates %s", seed).isEqualTo(whole);
        }
    }

    /** Phones keep what they made and send it in parts, whenever they can: the last state is that of all of them at once. */
    @Test
    void partsThatMergeLaterAreTheWhole() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<RunEvent> events = events(random);
            List<List<RunEvent>> phones = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            events.forEach(event -> phones.get(random.nextInt(3)).add(event));
            List<RunEvent> stored = new ArrayList<>();
            while (phones.stream().anyMatch(phone -> !phone.isEmpty())) {
                List<RunEvent> phone = phones.get(random.nextInt(3));
                int sent = random.nextInt(phone.size() + 1);
                List<RunEvent> part = phone.subList(0, sent);
                stored.addAll(part);
                if (random.nextBoolean()) { // the answer came, else the same is sent again
                    part.clear();
                }
            }
            assertThat(RunFold.of(SCRIPT, stored)).as("parts %s", seed).isEqualTo(RunFold.of(SCRIPT, events));
        }
    }

    @Test
    @Tag("row:D16")
    void theServiceSaysWhatThePageSays() throws Exception {
        JsonNode cases = JSON.readTree(Files.readString(Path.of("../web-ui/src/features/drillrun/fold-cases.json")));
        assertThat(cases).isNotEmpty();
        for (JsonNode each : cases) {
            List<RunEvent> events = new ArrayList<>();
            for (JsonNode event : each.path("events")) {
                events.add(event(event));
            }
            RunState state = RunFold.of(JSON.treeToValue(each.path("script"), RunScript.class), events);
            assertThat(plain(JSON.valueToTree(state)))
                    .as(each.path("name").asText())
                    .isEqualTo(plain(each.path("state")));
        }
    }

    private static RunEvent event(JsonNode event) {
        return new RunEvent(
                UUID.fromString(event.path("id").asText()),
                event.path("number").asInt(),
                Instant.parse(event.path("at").asText()),
                event.path("offsetMillis").asLong(),
                EventKind.findByWord(event.path("kind").asText()).orElseThrow(),
                text(event, "step"),
                text(event, "inject"),
                text(event, "notification"),
                text(event, "criterion"),
                text(event, "text"),
                event.has("value") ? event.path("value").asDouble() : null,
                text(event, "outcome"),
                text(event, "person"),
                event.has("evidence") ? event.path("evidence").asLong() : null,
                Optional.ofNullable(text(event, "withdraws"))
                        .map(UUID::fromString)
                        .orElse(null),
                Instant.parse(event.path("receivedAt").asText()),
                event.path("by").asText());
    }

    private static @Nullable String text(JsonNode event, String key) {
        return event.hasNonNull(key) ? event.path(key).asText() : null;
    }

    /** Moments as milliseconds, as the page has them, and whole numbers alike. */
    private static JsonNode plain(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JSON.createObjectNode();
            node.properties()
                    .forEach(entry -> copy.set(
                            entry.getKey(),
                            plain(
                                    entry.getKey().matches("at|from|until|.*At")
                                                    && entry.getValue().isNumber()
                                            ? moment(entry.getValue())
                                            : entry.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            node.forEach(each -> copy.add(plain(each)));
            return copy;
        }
        return node.isNumber() ? JSON.getNodeFactory().numberNode(node.asDouble()) : node;
    }

    /** Jackson writes moments as seconds with decimals, the page has milliseconds. */
    private static JsonNode moment(JsonNode number) {
        return number.isIntegralNumber()
                ? number
                : LongNode.valueOf(number.decimalValue().movePointRight(3).longValueExact());
    }
}
