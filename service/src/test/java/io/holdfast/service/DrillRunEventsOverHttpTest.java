package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.drill.ScheduledStates;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two phones mark what happens in a drill; nothing of it is lost, doubled or changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class DrillRunEventsOverHttpTest {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d4948445200000001");

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private Guarded service;
    private Http leader;
    private Http second;
    private Http approver;
    private Http reader;
    private Instant start;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        service.clock.move(untilNoon(service.clock.instant())); // so that two hours before is the same day
        leader = service.person("leads", Role.PLANNER, null);
        second = service.person("helps", Role.OPERATOR, null);
        approver = service.person("approves", Role.APPROVER, null);
        reader = service.person("reads", Role.EXECUTIVE, null);
        start = service.clock.instant().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(2));
        String sample = Files.readString(Path.of("src/main/resources/sample/operator.yaml"));
        HttpResponse<String> put =
                leader.send("PUT", "api/model", sample, "Content-Type", "application/yaml", "If-Match", "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    }

    private static Duration untilNoon(Instant now) {
        ZonedDateTime local = now.atZone(ZoneId.of("Asia/Taipei"));
        ZonedDateTime noon = local.with(LocalTime.NOON);
        return Duration.between(local, noon.isAfter(local) ? noon : noon.plusDays(1));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Http.JSON.readTree(answer.body());
    }

    private static void refused(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
    }

    private long draft(String title) throws Exception {
        return draft(content(title));
    }

    private long draft(ObjectNode plan) throws Exception {
        return ok(leader.post("api/drill-plans", plan.toString())).path("id").asLong();
    }

    private ObjectNode content(String title) throws Exception {
        ObjectNode plan = (ObjectNode) Http.JSON.readTree("""
                {"year": 2026, "types": ["data-recovery"], "announced": true, "category": "technical",
                 "form": "simulation-parallel", "scope": ["selfcare-db"],
                 "purpose": "Show that the database of self-service comes back within its targets.",
                 "scenarioText": "The storage under the database is destroyed.",
                 "steps": [{"id": "restore", "title": "Restore aside from production", "role": "storage", "plannedMinutes": 30,
                            "ends": "selfcare-db"},
                           {"id": "check", "title": "Check integrity", "role": "dba", "plannedMinutes": 10}],
                 "resources": ["Restore server"],
                 "participants": [{"team": "dba", "person": "Wu Chia-hao", "role": "leader", "contact": "ext. 2210"}],
                 "noSuppliersReason": "Nothing here is a supplier's.",
                 "notifications": [{"id": "crisis", "to": "Crisis team", "channel": "phone", "withinMinutes": 30, "text": "We restore."}],
                 "successCriteria": [{"id": "rpo", "text": "Data no older than allowed", "kind": "within-rpo", "element": "selfcare-db"}],
                 "stopCriteria": [{"id": "load", "text": "Load of storage", "measure": "load", "unit": "%", "limit": 80}],
                 "injects": [{"id": "vendor", "atMinutes": 5, "title": "Vendor", "text": "Nobody answers.", "to": "dba", "expected": "Call the deputy."}]}
                """);
        LocalDate day = LocalDate.ofInstant(service.clock.instant(), ZoneId.of("Asia/Taipei"))
                .plusDays(9);
        plan.put("title", title)
                .putObject("timing")
                .put("date", day.toString())
                .put("start", "09:00")
                .put("minutes", 60);
        return plan;
    }

    private long approved(String title) throws Exception {
        return approved(draft(title), "{\"note\":\"please\"}");
    }

    private long approved(long id, String wish) throws Exception {
        Approving.predict(leader, id);
        Approving.approve(approver, ok(leader.post("api/drill-plans/" + id + "/approval", wish, "If-Match", "*")));
        return id;
    }

    private ObjectNode event(double minutes, String kind, String... more) {
        ObjectNode event = Http.JSON.createObjectNode();
        event.put("id", UUID.randomUUID().toString())
                .put("at", start.plusMillis(Math.round(minutes * 60_000)).toString())
                .put("kind", kind);
        for (int i = 0; i < more.length; i += 2) {
            event.put(more[i], more[i + 1]);
        }
        return event;
    }

    private static HttpResponse<String> send(Http phone, long plan, List<ObjectNode> events) throws Exception {
        ObjectNode body = Http.JSON.createObjectNode();
        ArrayNode list = body.putArray("events");
        events.forEach(list::add);
        return phone.post("api/drill-plans/" + plan + "/events", body.toString());
    }

    private JsonNode state(long plan) throws Exception {
        return reader.json("api/drill-plans/" + plan + "/run").path("state");
    }

    private String stage(long plan) throws Exception {
        return reader.json("api/drill-plans/" + plan + "/run").path("stage").asText();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    @Tag("row:D2")
    @Tag("row:D9")
    void aDrillRunsWithAnApprovedPlanAloneAndWhatHappenedIsItsState() throws Exception {
        long id = draft("Not approved yet");
        refused(send(leader, id, List.of(event(0, "started"))), 409, "drill-not-approved");
        refused(reader.get("api/drill-plans/" + id + "/run"), 404, "unknown-drill-run");
        refused(send(leader, 999_999, List.of(event(0, "started"))), 404, "unknown-drill-run");

        long plan = approved("Restore of self-service");
        assertThat(state(plan).path("status").asText()).isEqualTo("not-started");
        List<ObjectNode> events = List.of(
                event(-1, "arrived", "person", "Wu Chia-hao"),
                event(0, "started"),
                event(0, "step-started", "step", "restore"),
                event(5, "inject-delivered", "inject", "vendor"),
                event(7, "inject-answered", "inject", "vendor", "text", "Called the deputy"),
                event(8, "notified", "notification", "crisis"),
                event(9, "measured", "criterion", "load").put("value", 85),
                event(33, "step-done", "step", "restore"),
                event(34, "step-done", "step", "restore"),
                event(40, "step-done", "step", "check"),
                event(41, "criterion-judged", "criterion", "rpo", "outcome", "met")
                        .put("value", 0.5));
        assertThat(ok(send(leader, plan, events)).path("accepted")).hasSize(events.size());
        assertThat(stage(plan)).isEqualTo("running");
        JsonNode state = state(plan);
        assertThat(state.path("elements").path(0).path("rtaHours").asDouble()).isEqualTo(0.55);
        assertThat(state.path("steps").path(0).path("marks")).hasSize(3);
        assertThat(state.path("notifications").path(0).path("inTime").asBoolean())
                .isTrue();
        assertThat(state.path("measurements").path(0).path("past").asBoolean()).isTrue();
        assertThat(state.path("attendance").path(0).path("person").asText()).isEqualTo("Wu Chia-hao");

        ok(send(second, plan, List.of(event(42, "ended"))));
        assertThat(stage(plan)).isEqualTo("ended");
        assertThat(state(plan).path("endedHow").asText()).isEqualTo("completed");
        ok(send(second, plan, List.of(event(20, "note", "text", "From a phone that was away"))));
        assertThat(state(plan).path("notes").path(0).path("by").asText()).isEqualTo("helps");
    }

    @Test
    void theSameEventAgainChangesNothingAndPhonesMergeInAnyOrder() throws Exception {
        List<ObjectNode> one = List.of(
                event(0, "started"),
                event(0, "step-started", "step", "restore"),
                event(12, "stopped", "text", "Load"),
                event(15, "resumed"),
                event(30, "step-done", "step", "restore"),
                event(31, "ended"));
        List<ObjectNode> other = List.of(
                event(10, "note", "text", "Quiet"),
                event(29, "step-done", "step", "restore"),
                event(30, "step-done", "step", "check"));
        List<JsonNode> states = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            long plan = approved("Merge " + seed);
            List<ObjectNode> all = new ArrayList<>();
            one.forEach(
                    each -> all.add(each.deepCopy().put("id", UUID.randomUUID().toString())));
            other.forEach(
                    each -> all.add(each.deepCopy().put("id", UUID.randomUUID().toString())));
            List<ObjectNode> order = new ArrayList<>(all);
            Collections.shuffle(order, new Random(seed));
            for (ObjectNode each : order) { // each phone sends in its turn, and again since it heard no answer
                Http phone = all.indexOf(each) < one.size() ? leader : second;
                ok(send(phone, plan, List.of(each)));
                JsonNode again = ok(send(phone, plan, List.of(each)));
                assertThat(texts(again.path("known")))
                        .containsExactly(each.path("id").asText());
                assertThat(again.path("accepted")).isEmpty();
            }
            assertThat(stage(plan)).isEqualTo("ended");
            JsonNode heard = reader.json("api/drill-plans/" + plan + "/events?since=2");
            assertThat(heard.path("events")).hasSize(all.size() - 2);
            assertThat(heard.path("last").asInt()).isEqualTo(all.size());
            states.add(withoutIds(state(plan)));
        }
        assertThat(states.get(0).path("steps").path(0).path("endedAt").asText()).isEqualTo(at(29));
        assertThat(states).allSatisfy(each -> assertThat(each).isEqualTo(states.get(0)));
    }

    private String at(int minutes) {
        return start.plus(Duration.ofMinutes(minutes)).toString();
    }

    private static JsonNode withoutIds(JsonNode state) {
        state.findParents("event").forEach(each -> ((ObjectNode) each).remove("event"));
        return state;
    }

    @Test
    void whatBreaksARuleIsToldByItsIdAndTheOthersAreKept() throws Exception {
        long plan = approved("With mistakes");
        ObjectNode known = event(0, "started");
        ok(send(leader, plan, List.of(known)));
        ObjectNode good = event(1, "note", "text", "good");
        List<ObjectNode> bad = List.of(
                event(1, "step-done", "step", "nowhere"),
                event(1, "step-done"),
                event(1, "flown"),
                event(1, "note", "text", "x".repeat(4001)),
                event(1, "measured", "criterion", "load"),
                event(1, "criterion-judged", "criterion", "rpo", "outcome", "perhaps"),
                event(1, "note", "text", "when").put("at", "yesterday"),
                event(1, "note", "text", "key").put("colour", "red"),
                event(1, "photo"),
                event(1, "note", "text", "other").put("id", known.path("id").asText()));
        List<ObjectNode> all = new ArrayList<>(bad);
        all.add(5, good);
        JsonNode taken = ok(send(leader, plan, all));
        assertThat(texts(taken.path("accepted")))
                .containsExactly(good.path("id").asText());
        assertThat(taken.path("refused")).hasSize(bad.size());
        assertThat(taken.path("refused").findValuesAsText("code"))
                .contains("unknown-part", "bad-event", "event-differs");
        refused(leader.post("api/drill-plans/" + plan + "/events", "{\"events\": []}"), 422, "bad-events");
        refused(leader.post("api/drill-plans/" + plan + "/events", "{}"), 422, "bad-events");
        refused(send(reader, plan, List.of(event(1, "note", "text", "no"))), 403, "not-allowed");
    }

    @Test
    void aMistakeIsTakenBackAndStaysVisible() throws Exception {
        long plan = approved("Taken back");
        ObjectNode done = event(3, "step-done", "step", "restore");
        ok(send(leader, plan, List.of(event(0, "started"), done)));
        assertThat(state(plan).path("steps").path(0).path("result").asText()).isEqualTo("done");
        ok(send(
                leader,
                plan,
                List.of(event(4, "withdrawn", "withdraws", done.path("id").asText()))));
        assertThat(state(plan).path("steps").path(0).path("result").asText()).isEqualTo("waiting");
        assertThat(texts(state(plan).path("withdrawn")))
                .containsExactly(done.path("id").asText());
        ok(send(leader, plan, List.of(event(5, "rolled-back"), event(9, "ended"))));
        assertThat(state(plan).path("endedHow").asText()).isEqualTo("rolled-back");
        assertThat(leader.json("api/drill-plans/" + plan).path("stage").asText())
                .isEqualTo("ended");
    }

    /** Back from a later moment, at which the sessions of all had ended. */
    private void moveBack(Duration by) throws Exception {
        service.clock.move(by.negated());
        leader = service.session(service.signIn("leads", Guarded.PASSWORD));
        second = service.session(service.signIn("helps", Guarded.PASSWORD));
        approver = service.session(service.signIn("approves", Guarded.PASSWORD));
        reader = service.session(service.signIn("reads", Guarded.PASSWORD));
    }

    private JsonNode plan(long id) throws Exception {
        return leader.json("api/drill-plans/" + id);
    }

    private static Instant moment(JsonNode plan, String key) {
        return Instant.parse(plan.path(key).asText());
    }

    @Test
    @Tag("row:D2")
    void aDrillThatWasHeldWithoutAConnectionBeganAndEndedWhenItDid() throws Exception {
        long id = approved("Held where no radio reaches");
        List<ObjectNode> kept = List.of(event(0, "started"), event(42, "ended"));
        service.clock.move(Duration.ofHours(20));
        try {
            Http later = service.session(service.signIn("leads", Guarded.PASSWORD));
            assertThat(ok(send(later, id, kept)).path("accepted")).hasSize(2);
        } finally {
            moveBack(Duration.ofHours(20));
        }
        JsonNode plan = plan(id);
        assertThat(plan.path("stage").asText()).isEqualTo("ended");
        assertThat(moment(plan, "startedAt")).isEqualTo(start);
        assertThat(moment(plan, "endedAt")).isEqualTo(start.plus(Duration.ofMinutes(42)));

        ok(send(second, id, List.of(event(-3, "started"), event(41, "stopped"), event(45, "ended"))));
        plan = plan(id);
        assertThat(moment(plan, "startedAt")).as("of a phone that came later").isEqualTo(Instant.parse(at(-3)));
        assertThat(moment(plan, "endedAt")).isEqualTo(Instant.parse(at(42)));
        assertThat(plan.path("endedHow").asText()).isEqualTo("stopped");
    }

    @Test
    @Tag("row:D7")
    void aDrillBeganOnItsDrawnDayThoughThePhoneWasHeardTheDayAfter() throws Exception {
        ObjectNode content = content("On the drawn day");
        LocalDate today = LocalDate.ofInstant(service.clock.instant(), TAIPEI);
        content.put("announced", false).remove("timing");
        content.putObject("window")
                .put("from", today.plusDays(2).toString())
                .put("to", today.plusDays(12).toString())
                .put("earliest", "09:00")
                .put("latest", "15:00")
                .put("minutes", 60);
        content.withArray("participants")
                .addObject()
                .put("person", "Leader")
                .put("account", "leads")
                .put("role", "controller")
                .put("knows", true);
        long id = approved(draft(content), "{\"note\":\"please\"}");
        ObjectNode early = event(0, "started");
        JsonNode taken = ok(send(leader, id, List.of(early, event(1, "note", "text", "kept"))));
        assertThat(taken.path("accepted")).as("the rest of the batch").hasSize(1);
        assertThat(taken.path("refused").path(0).path("code").asText()).isEqualTo("seal-missing");
        assertThat(taken.path("refused").path(0).path("id").asText())
                .isEqualTo(early.path("id").asText());
        assertThat(plan(id).path("stage").asText()).isEqualTo("approved");

        ok(leader.post("api/drill-plans/" + id + "/seal", ""));
        JsonNode looked = ok(leader.post("api/drill-plans/" + id + "/seal/look", ""));
        Instant begins = LocalDateTime.parse(looked.path("beginsAt").asText())
                .atZone(TAIPEI)
                .toInstant();
        ObjectNode began = event(0, "started").put("at", begins.toString());
        Duration ahead = Duration.between(service.clock.instant(), begins).plusHours(20);
        service.clock.move(ahead);
        try {
            Http later = service.session(service.signIn("leads", Guarded.PASSWORD));
            ObjectNode came = event(0, "arrived", "person", "Leader")
                    .put("at", begins.plus(Duration.ofMinutes(3)).toString());
            ObjectNode over =
                    event(0, "ended").put("at", begins.plus(Duration.ofHours(1)).toString());
            assertThat(ok(send(later, id, List.of(began, came, over))).path("accepted"))
                    .hasSize(3);
            JsonNode never =
                    later.json("api/learning/drills/" + id).path("figures").path(0);
            assertThat(never.path("owner").asText()).isEqualTo("dba");
            assertThat(never.path("finished").booleanValue())
                    .as("nobody of it was marked as there")
                    .isFalse();
            String report = "api/drill-plans/" + id + "/report";
            ObjectNode said = (ObjectNode) later.json(report).path("content");
            said.putArray("attendees")
                    .addObject()
                    .put("person", "Wu Chia-hao")
                    .put("present", true)
                    .put("assessment", "able");
            ok(later.send("PUT", report, said.toString(), "Content-Type", "application/json", "If-Match", "*"));
            assertThat(later.json("api/learning/drills/" + id).path("figures"))
                    .as("the report says that somebody was")
                    .isEmpty();
        } finally {
            moveBack(ahead);
        }
        JsonNode seal = leader.json("api/drill-plans/" + id + "/seal");
        assertThat(seal.path("startedOnTheDay").asBoolean()).isTrue();
    }

    @Test
    void whatIsMarkedInADrillThatWasCalledOffIsRefusedByItsIdSoThatThePhoneCanRemoveIt() throws Exception {
        long id = approved("Called off");
        ObjectNode came = event(-5, "arrived", "person", "Wu Chia-hao");
        ok(send(leader, id, List.of(came)));
        ok(leader.post("api/drill-plans/" + id + "/cancellation", "{\"why\":\"A typhoon is near.\"}"));
        ObjectNode start = event(0, "started");
        ObjectNode note = event(1, "note", "text", "Where is everybody?");
        JsonNode taken = ok(send(leader, id, List.of(came, start, note)));
        assertThat(taken.path("known").get(0).asText())
                .as("what was stored before is not sent again")
                .isEqualTo(came.path("id").asText());
        assertThat(taken.path("accepted")).isEmpty();
        assertThat(taken.path("refused").findValuesAsText("id"))
                .containsExactly(start.path("id").asText(), note.path("id").asText());
        assertThat(taken.path("refused").findValuesAsText("code"))
                .containsExactly("drill-cancelled", "drill-cancelled");
        assertThat(taken.path("refused").get(0).path("message").asText()).contains("called off");
        JsonNode other = ok(send(leader, id, List.of(came.deepCopy().put("person", "Lin Yi-chun"))));
        assertThat(other.path("known")).isEmpty();
        assertThat(other.path("refused").findValuesAsText("code")).containsExactly("event-differs");
        assertThat(leader.json("api/drill-plans/" + id).path("stage").asText()).isEqualTo("cancelled");
    }

    @Test
    @Tag("row:D9")
    void aStartThatTheApprovalDoesNotCoverIsRefusedByItsIdAndTheRestOfTheBatchIsKept() throws Exception {
        LocalDate last = LocalDate.ofInstant(start, TAIPEI).plusDays(1);
        long id = approved(draft("Approved for two days"), "{\"note\":\"please\",\"validUntil\":\"" + last + "\"}");
        service.clock.move(Duration.ofDays(3));
        try {
            Http later = service.session(service.signIn("leads", Guarded.PASSWORD));
            ObjectNode late = event(60 * 24 * 3, "started");
            JsonNode taken = ok(send(later, id, List.of(late, event(60 * 24 * 3, "arrived", "person", "Wu Chia-hao"))));
            assertThat(taken.path("accepted")).hasSize(1);
            assertThat(taken.path("refused").findValuesAsText("code")).containsExactly("plan-not-approved");
            assertThat(taken.path("refused").path(0).path("message").asText()).contains("held until " + last);
            assertThat(later.json("api/drill-plans/" + id).path("stage").asText())
                    .isEqualTo("approved");
            JsonNode again = ok(send(later, id, List.of(late)));
            assertThat(again.path("refused")).as("sent again by a person").hasSize(1);
            assertThat(ok(send(later, id, List.of(event(0, "started")))).path("accepted"))
                    .as("held while the approval did, told afterwards")
                    .hasSize(1);
            assertThat(later.json("api/drill-plans/" + id).path("stage").asText())
                    .isEqualTo("running");
        } finally {
            moveBack(Duration.ofDays(3));
        }
    }

    @Test
    void whatLiesLongBeforeTheApprovalOrAheadOfTheClockIsRefusedByItsId() throws Exception {
        long id = approved("With a broken clock");
        ObjectNode good = event(0, "note", "text", "good");
        List<ObjectNode> bad = List.of(
                event(0, "started").put("at", "2001-01-01T00:00:00Z"),
                event(-60 * 24, "note", "text", "before anybody agreed"),
                event(60 * 28, "note", "text", "tomorrow"),
                event(0, "note", "text", "by its offset").put("offsetMillis", -3L * 86_400_000));
        List<ObjectNode> all = new ArrayList<>(bad);
        all.add(2, good);
        JsonNode taken = ok(send(leader, id, all));
        assertThat(texts(taken.path("accepted")))
                .containsExactly(good.path("id").asText());
        assertThat(taken.path("refused").findValuesAsText("code")).hasSize(4).containsOnly("bad-moment");
        assertThat(state(id).path("status").asText()).isEqualTo("not-started");
        assertThat(ok(send(leader, id, List.of(event(-60 * 20, "note", "text", "the evening before"))))
                        .path("accepted"))
                .hasSize(1);
        assertThat(ok(send(leader, id, List.of(event(60 * 20, "note", "text", "a clock that runs ahead"))))
                        .path("accepted"))
                .hasSize(1);
    }

    @Test
    @Tag("row:D9")
    void noDrillBeginsOnADayBeforeItsPlanWasApproved() throws Exception {
        long id = approved("Begun too early");
        ObjectNode early = event(-60 * 14, "started");
        JsonNode taken = ok(send(leader, id, List.of(early, event(-60 * 14, "note", "text", "the evening before"))));
        assertThat(taken.path("accepted")).hasSize(1);
        assertThat(taken.path("refused").findValuesAsText("code")).containsExactly("plan-not-approved");
        assertThat(plan(id).path("stage").asText()).isEqualTo("approved");
    }

    @Test
    void aStartByMistakeIsTakenBackUntilSomebodyGoesOn() throws Exception {
        long id = approved("Started by mistake");
        ObjectNode began = event(0, "started");
        ObjectNode step = event(0, "step-started", "step", "restore");
        ok(send(leader, id, List.of(began, step, event(1, "arrived", "person", "Wu Chia-hao"))));
        assertThat(plan(id).path("stage").asText()).isEqualTo("running");
        ok(send(
                leader,
                id,
                List.of(event(2, "withdrawn", "withdraws", began.path("id").asText()))));
        assertThat(plan(id).path("stage").asText()).as("a step was begun").isEqualTo("running");
        ok(send(
                leader,
                id,
                List.of(event(3, "withdrawn", "withdraws", step.path("id").asText()))));
        assertThat(plan(id).path("stage").asText()).isEqualTo("approved");
        assertThat(plan(id).path("startedAt").isNull()).isTrue();
        assertThat(state(id).path("status").asText()).isEqualTo("not-started");
        assertThat(state(id).path("attendance"))
                .as("who had come to that start")
                .isEmpty();

        ok(send(leader, id, List.of(event(60, "started"), event(61, "arrived", "person", "Wu Chia-hao"))));
        assertThat(moment(plan(id), "startedAt")).isEqualTo(Instant.parse(at(60)));
        assertThat(state(id).path("attendance")).as("marked anew").hasSize(1);
        ok(send(second, id, List.of(event(30, "step-done", "step", "restore"))));
        assertThat(moment(plan(id), "startedAt"))
                .as("a phone that had gone on without a connection")
                .isEqualTo(start);
    }

    @Test
    @Tag("row:B12")
    void theRegisterOfTestsIsReadInAsManyStatementsForManyAsForOne() throws Exception {
        long first = approved("Counted first");
        ok(send(leader, first, List.of(event(0, "started"), event(9, "ended"))));
        ScheduledStates states = service.application.door(ScheduledStates.class);
        AtomicInteger statements = new AtomicInteger();
        service.application
                .door(DSLContext.class)
                .configuration()
                .set(new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext context) {
                        statements.incrementAndGet();
                    }
                }));
        reader.json("api/drill-tests");
        statements.set(0);
        int before = reader.json("api/drill-tests").path("total").asInt();
        int ofTests = statements.getAndSet(0);
        states.listHeld();
        int ofHeld = statements.getAndSet(0);
        assertThat(ofTests).isPositive();
        assertThat(ofHeld).isPositive();
        for (int i = 0; i < 3; i++) {
            long next = approved("Counted next " + i);
            ok(send(leader, next, List.of(event(0, "started"), event(9, "ended"))));
        }
        statements.set(0);
        assertThat(reader.json("api/drill-tests").path("total").asInt()).isEqualTo(before + 3);
        assertThat(statements.getAndSet(0)).isEqualTo(ofTests);
        states.listHeld();
        assertThat(statements.getAndSet(0)).isEqualTo(ofHeld);
    }

    @Test
    void aPictureIsEvidenceWithTheHashThatThePhoneTookAndIsStoredOnce() throws Exception {
        long plan = approved("With a picture");
        ok(send(leader, plan, List.of(event(0, "started"))));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PNG));
        ObjectNode photo = event(2, "photo", "step", "restore", "text", "The rack");
        String path = "api/drill-plans/" + plan + "/photos";
        refused(leader.post(path, form(photo.deepCopy().put("sha256", hash.replace('0', '1')))), 422, "bad-photo");
        refused(leader.post(path, form(photo)), 422, "bad-photo");
        assertThat(state(plan).path("photos")).isEmpty();

        ok(leader.post(path, form(photo.deepCopy().put("sha256", hash))));
        JsonNode again = ok(leader.post(path, form(photo.deepCopy().put("sha256", hash))));
        assertThat(texts(again.path("known"))).containsExactly(photo.path("id").asText());
        JsonNode items =
                leader.json("api/evidence?subjectType=drill&subject=" + plan).path("items");
        assertThat(items).hasSize(1);
        assertThat(items.path(0).path("sha256").asText()).isEqualTo(hash);
        assertThat(items.path(0).path("recordClass").asText()).isEqualTo("drill-record");
        assertThat(items.path(0).path("collectedAt").asText()).isEqualTo(at(2));
        assertThat(state(plan).path("photos").path(0).path("evidence").asLong())
                .isEqualTo(items.path(0).path("id").asLong());
    }

    private static Multipart form(ObjectNode event) {
        return new Multipart().field("event", event.toString()).file("file", "rack.png", "image/png", PNG);
    }

    @Test
    void nobodyChangesOrDeletesWhatHappenedNotEvenTheService() throws Exception {
        long plan = approved("Kept");
        ok(send(leader, plan, List.of(event(0, "started"))));
        try (Connection connection = DriverManager.getConnection(
                        service.application.databaseUrl(),
                        service.application.databaseRole().name(),
                        service.application.databaseRole().password());
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "update drill_event set kind = 'ended'",
                    "delete from drill_event",
                    "truncate drill_event",
                    "delete from drill_run")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }
}
