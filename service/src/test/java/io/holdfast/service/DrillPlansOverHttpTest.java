package io.holdfast.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.drill.ScheduledStates;
import io.holdfast.service.drillplan.DrillPlans;
import io.holdfast.service.drillplan.EndedHow;
import io.holdfast.service.kernel.access.Role;
import io.holdfast.service.kernel.web.ProblemException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planner writes drills down, the model says what they will be like, and somebody else agrees before they begin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class DrillPlansOverHttpTest {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private Guarded service;
    private Http planner;
    private Http operator;
    private Http approver;
    private DrillPlans door;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        planner = service.person("plans", Role.PLANNER, null);
        operator = service.person("leads", Role.OPERATOR, null);
        approver = service.person("approves", Role.APPROVER, null);
        door = service.application.door(DrillPlans.class);
        String sample = Files.readString(Path.of("src/main/resources/sample/operator.yaml"));
        HttpResponse<String> put =
                planner.send("PUT", "api/model", sample, "Content-Type", "application/yaml", "If-Match", "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Http.JSON.readTree(answer.body());
    }

    private static JsonNode refused(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Http.JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        return problem;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(service.clock.instant(), TAIPEI);
    }

    /** A plan that lacks nothing: restoring the self-service database. */
    private ObjectNode whole(String title) throws Exception {
        ObjectNode plan = (ObjectNode) Http.JSON.readTree("""
                {"year": 2026, "types": ["data-recovery"], "announced": true, "category": "technical",
                 "form": "simulation-parallel", "scope": ["selfcare-db"],
                 "purpose": "Show that the database of self-service comes back within its targets.",
                 "scenarioText": "The storage under the database is destroyed.",
                 "steps": [{"id": "s1", "title": "Restore aside from production", "role": "storage", "plannedMinutes": 180,
                            "element": "selfcare-db", "method": "restore", "ends": "selfcare-db"},
                           {"id": "s2", "title": "Check integrity", "role": "dba", "plannedMinutes": 60}],
                 "resources": ["Restore server"],
                 "participants": [{"team": "dba", "person": "Wu Chia-hao", "role": "leader", "contact": "ext. 2210"}],
                 "noSuppliersReason": "Nothing here is a supplier's.",
                 "notifications": [{"id": "n1", "to": "Crisis team", "channel": "phone", "withinMinutes": 30, "text": "We restore."}],
                 "successCriteria": [{"id": "c1", "text": "Data no older than allowed", "kind": "within-rpo", "element": "selfcare-db"}],
                 "stopCriteria": [{"id": "x1", "text": "Load of storage", "measure": "load", "unit": "%", "limit": 80}]}
                """);
        plan.put("title", title);
        plan.putObject("timing")
                .put("date", today().plusDays(9).toString())
                .put("start", "09:00")
                .put("minutes", 240);
        return plan;
    }

    private JsonNode create(ObjectNode plan) throws Exception {
        return ok(planner.post("api/drill-plans", plan.toString()));
    }

    private JsonNode get(long id) throws Exception {
        return planner.json("api/drill-plans/" + id);
    }

    private HttpResponse<String> put(long id, ObjectNode plan, String query) throws Exception {
        return planner.send(
                "PUT",
                "api/drill-plans/" + id + query,
                plan.toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                "*");
    }

    private HttpResponse<String> submit(long id) throws Exception {
        return planner.post("api/drill-plans/" + id + "/approval", "{\"note\":\"please\"}", "If-Match", "*");
    }

    /** Asks the model and waits until the run is over. */
    private long approved(ObjectNode plan) throws Exception {
        long id = create(plan).path("id").asLong();
        Approving.predict(planner, id);
        Approving.approve(approver, ok(submit(id)));
        return id;
    }

    private static List<String> texts(JsonNode list, String key) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path(key).asText())
                .toList();
    }

    @Test
    @Tag("row:D10")
    void namesEachOfTheEightMandatoryFieldsThatIsMissing() throws Exception {
        ObjectNode bare =
                Http.JSON.createObjectNode().put("title", "Only a name").put("year", 2026);
        JsonNode created = create(bare);
        assertThat(texts(created.path("fields"), "key"))
                .containsExactly(
                        "purpose",
                        "scenario",
                        "timing",
                        "steps",
                        "resources",
                        "participants",
                        "suppliers",
                        "notification");
        JsonNode problem = refused(submit(created.path("id").asLong()), 422, "plan-incomplete");
        assertThat(texts(problem.path("violations"), "path"))
                .containsExactly(
                        "$.purpose",
                        "$.scope",
                        "$.scenarioText",
                        "$.timing",
                        "$.steps",
                        "$.resources",
                        "$.participants",
                        "$.suppliers",
                        "$.notifications",
                        "$.types");
    }

    @Test
    @Tag("row:D3")
    void askedForADesktopExerciseAloneItWantsToKnowWhyNothingElseIsPossible() throws Exception {
        ObjectNode desktop = whole("Talk it through");
        desktop.putArray("types").add("desktop");
        long id = create(desktop).path("id").asLong();
        JsonNode problem = refused(submit(id), 422, "plan-incomplete");
        assertThat(texts(problem.path("violations"), "path")).containsExactly("$.desktopOnlyReason");

        desktop.put("desktopOnlyReason", "The database cannot be stopped before the move in May.");
        ok(put(id, desktop, ""));
        assertThat(get(id).path("missing")).isEmpty();
        desktop.remove("desktopOnlyReason");
        desktop.withArray("types").add("data-recovery");
        ok(put(id, desktop, ""));
        assertThat(get(id).path("missing")).isEmpty();
    }

    @Test
    @Tag("row:D4")
    @Tag("row:D9")
    void nothingBeginsThatIsNotApprovedAndWhatIsApprovedKeepsItsPrediction() throws Exception {
        long id = create(whole("Restore of self-service")).path("id").asLong();
        assertThatThrownBy(() -> door.begin(id, service.clock.instant()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("plan is draft");
        refused(submit(id), 409, "plan-not-predicted");

        JsonNode state = Approving.predict(planner, id);
        assertThat(state.path("status").asText()).isEqualTo("ready");
        JsonNode type = state.path("prediction").path("types").path(0);
        JsonNode duration = type.path("duration");
        assertThat(duration.path("p10").asDouble())
                .isPositive()
                .isLessThan(duration.path("p50").asDouble());
        assertThat(duration.path("p90").asDouble())
                .isBetween(duration.path("p50").asDouble(), duration.path("p95").asDouble());
        assertThat(texts(type.path("elements"), "element")).containsExactly("selfcare-db");
        assertThat(state.path("criteria").path(0).path("chance").path("value").asDouble())
                .isBetween(0.0, 1.0);

        JsonNode version = ok(submit(id));
        assertThatThrownBy(() -> door.begin(id, service.clock.instant())).hasMessageContaining("plan is submitted");
        refused(put(id, whole("Another"), ""), 409, "plan-stage");
        Approving.approve(approver, version);
        assertThat(door.findApproved(id)).hasValueSatisfying(approved -> {
            assertThat(approved.approvedBy()).isEqualTo("approves");
            assertThat(approved.prediction()).isNotNull();
        });
        refused(put(id, whole("Another"), ""), 409, "plan-locked");

        assertThat(door.begin(id, service.clock.instant()).stage().word()).isEqualTo("running");
        refused(put(id, whole("Another"), "?reopen=true"), 409, "plan-stage");
        assertThat(door.end(id, EndedHow.COMPLETED, service.clock.instant())
                        .stage()
                        .word())
                .isEqualTo("ended");
        assertThat(door.close(id).stage().word()).isEqualTo("closed");
        assertThatThrownBy(() -> door.begin(id, service.clock.instant())).hasMessageContaining("closed");
        JsonNode frozen = planner.json("api/drill-plans/" + id + "/versions/1");
        assertThat(frozen.path("approved").path("prediction")).isEqualTo(state.path("prediction"));
    }

    @Test
    @Tag("row:D9")
    void aPlanThatIsOpenedAgainMustBeApprovedAgain() throws Exception {
        ObjectNode plan = whole("Opened again");
        long id = approved(plan);
        plan.put("rollback", "Delete the restored copy.");
        ok(put(id, plan, "?reopen=true"));
        assertThat(get(id).path("stage").asText()).isEqualTo("draft");
        assertThatThrownBy(() -> door.begin(id, service.clock.instant())).hasMessageContaining("plan is draft");
        // what was changed does not bear on the estimate, so the model need not be asked again
        Approving.approve(approver, ok(submit(id)));
        assertThat(door.findApproved(id).orElseThrow().version()).isEqualTo(2);

        plan.withArray("types").add("desktop");
        ok(put(id, plan, "?reopen=true"));
        refused(submit(id), 409, "plan-not-predicted");
    }

    @Test
    @Tag("row:D5")
    @Tag("row:D6")
    @Tag("row:D8")
    void aDrillHoldsSeveralTypesAndEachIsEstimatedAsWhatItIs() throws Exception {
        ObjectNode plan = whole("Two at once");
        plan.putArray("types").add("scenario").add("live-failover");
        plan.putArray("scope").add("svc-payment");
        plan.put("scenario", "tpe-lost");
        plan.putArray("steps").addObject().put("id", "a").put("title", "Switch").put("ends", "svc-payment");
        long id = create(plan).path("id").asLong();
        JsonNode types = Approving.predict(planner, id).path("prediction").path("types");
        assertThat(texts(types, "type")).containsExactly("scenario", "live-failover");
        assertThat(types.path(0).path("production").path("why").asText()).isEqualTo("parallel-environment");
        assertThat(types.path(1).path("production").path("why").asText()).isEqualTo("simulated");
    }

    @Test
    @Tag("row:D11")
    void knowsTheFormsInWhichADrillIsHeldAndNoOther() throws Exception {
        ObjectNode plan = whole("Forms");
        for (String form : List.of(
                "walk-through",
                "tabletop",
                "checklist",
                "simulation-parallel",
                "simulation-full-interruption",
                "comprehensive")) {
            plan.put("form", form);
            assertThat(create(plan).path("content").path("form").asText()).isEqualTo(form);
        }
        plan.put("form", "dance");
        JsonNode problem = refused(planner.post("api/drill-plans", plan.toString()), 422, "invalid");
        assertThat(texts(problem.path("violations"), "path")).containsExactly("$.form");
    }

    @Test
    void whatItNamesMustBeInTheRegister() throws Exception {
        ObjectNode plan = whole("Typing mistake");
        plan.putArray("scope").add("selfcare-bd");
        long id = create(plan).path("id").asLong();
        JsonNode problem = refused(planner.post("api/drill-plans/" + id + "/prediction", ""), 422, "invalid");
        assertThat(texts(problem.path("violations"), "code")).containsExactly("unknown-element");
    }

    @Test
    void oneThatIsCalledOffSaysWhyAndStaysAsItIs() throws Exception {
        ObjectNode plan = whole("Called off");
        long id = create(plan).path("id").asLong();
        refused(planner.post("api/drill-plans/" + id + "/cancellation", "{}"), 422, "invalid");
        JsonNode after =
                ok(planner.post("api/drill-plans/" + id + "/cancellation", "{\"why\":\"A typhoon is near.\"}"));
        assertThat(after.path("stage").asText()).isEqualTo("cancelled");
        refused(put(id, whole("Another"), ""), 409, "plan-stage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    @Tag("row:D13")
    @Tag("row:D15")
    void hasATemplateOfEachTypeOneThatRecursAndOneOfSocialEngineering(String language) throws Exception {
        JsonNode templates = planner.json("api/drill-plans/templates?language=" + language);
        assertThat(texts(templates, "key"))
                .containsExactly(
                        "desktop",
                        "data-recovery",
                        "scenario",
                        "live-failover",
                        "backup-restore",
                        "social-engineering");
        templates.forEach(template -> assertThat(texts(template.path("content").path("steps"), "title"))
                .hasSizeGreaterThan(3)
                .doesNotContain(""));
        assertThat(templates.path(4).path("everyMonths").asInt()).isEqualTo(3);
        assertThat(templates.path(5).path("content").path("category").asText()).isEqualTo("people");
        assertThat(templates.path(5).path("content").path("announced").asBoolean())
                .isFalse();

        JsonNode begun = begin("{\"template\":\"backup-restore\",\"year\":2027}", language);
        assertThat(begun.path("content").path("year").asInt()).isEqualTo(2027);
        JsonNode copied = begin("{\"plan\":" + begun.path("id").asLong() + ",\"year\":2028}", language);
        assertThat(copied.path("content").path("steps"))
                .isEqualTo(begun.path("content").path("steps"));
    }

    private JsonNode begin(String source, String language) throws Exception {
        return ok(planner.post("api/drill-plans/drafts?language=" + language, source));
    }

    @Test
    void beginsFromADrillThatIsWrittenDown() throws Exception {
        JsonNode plan = begin("{\"written\":\"drill-payment-failover\",\"year\":2026}", "zh-Hant")
                .path("content");
        assertThat(plan.path("title").asText()).isEqualTo("實況演練:行動支付切換");
        assertThat(texts(plan.path("steps"), "title")).hasSize(5).contains("提升帳務複本");
        assertThat(plan.path("scope").path(0).asText()).isEqualTo("svc-payment");
        assertThat(plan.path("scenario").asText()).isEqualTo("tpe-lost");
        assertThat(plan.path("scenarioText").asText()).isEqualTo("臺北機房毀於地震。");
        refused(
                planner.post("api/drill-plans/drafts", "{\"written\":\"no-such\",\"year\":2026}"),
                404,
                "unknown-plan-source");
        refused(planner.post("api/drill-plans/drafts", "{\"year\":2026}"), 422, "bad-plan-source");
    }

    /** So that what a drill measures belongs to the register without anybody naming methods. */
    @Test
    @Tag("row:D14")
    void aDraftHasAStepForEachStoreThatItRestoresWithItsMethod() throws Exception {
        JsonNode schedule = ok(planner.post("api/drills/schedules", "{\"year\":2028}"));
        JsonNode restore = StreamSupport.stream(schedule.path("drills").spliterator(), false)
                .filter(each -> each.path("types").toString().equals("[\"data-recovery\"]")
                        && each.path("writtenDrill").isNull()
                        && !each.path("service").asText().contains(":"))
                .findFirst()
                .orElseThrow();
        for (String language : List.of("en", "zh-Hant")) {
            JsonNode plan = begin("{\"scheduled\":\"" + restore.path("uid").asText() + "\"}", language);
            List<JsonNode> steps = StreamSupport.stream(
                            plan.path("content").path("steps").spliterator(), false)
                    .filter(each -> each.path("element").isTextual())
                    .toList();
            assertThat(steps).isNotEmpty().hasSizeLessThanOrEqualTo(8).allSatisfy(each -> {
                JsonNode element = ok(planner.get(
                                "api/elements/" + each.path("element").asText()))
                        .path("element");
                assertThat(each.path("title").asText())
                        .contains(element.path("names").path(language).asText());
                assertThat(each.path("ends")).isEqualTo(each.path("element"));
                List<String> methods = element.path("recovery").findValuesAsText("id");
                methods.addAll(element.path("recovery").findValuesAsText("method"));
                assertThat(methods).contains(each.path("method").asText());
                assertThat(each.path("plannedMinutes").asInt()).isPositive();
                assertThat(each.path("role").asText()).isNotEmpty();
            });
            assertThat(texts(plan.path("content").path("steps"), "id")).doesNotContain("s2");
            ok(planner.post(
                    "api/drill-plans/" + plan.path("id").asLong() + "/cancellation",
                    "{\"why\":\"Once more in the other language.\"}"));
        }
    }

    @Test
    void beginsFromAScheduledDrillOnceAndTellsTheScheduleWhatBecameOfIt() throws Exception {
        JsonNode schedule = ok(planner.post("api/drills/schedules", "{\"year\":2027}"));
        JsonNode announced = StreamSupport.stream(schedule.path("drills").spliterator(), false)
                .filter(each -> each.path("announced").asBoolean())
                .findFirst()
                .orElseThrow();
        JsonNode unannounced = StreamSupport.stream(schedule.path("drills").spliterator(), false)
                .filter(each -> !each.path("announced").asBoolean())
                .findFirst()
                .orElseThrow();
        String uid = announced.path("uid").asText();
        JsonNode plan = begin("{\"scheduled\":\"" + uid + "\"}", "en");
        assertThat(plan.path("scheduledUid").asText()).isEqualTo(uid);
        assertThat(plan.path("content").path("timing").path("date").asText())
                .isEqualTo(announced.path("date").asText());
        refused(planner.post("api/drill-plans/drafts", "{\"scheduled\":\"" + uid + "\"}"), 409, "already-planned");

        JsonNode written = StreamSupport.stream(schedule.path("drills").spliterator(), false)
                .filter(each -> each.path("writtenDrill").path("id").asText().equals("drill-quake-desktop")
                        && !each.path("uid").asText().equals(uid)
                        && !each.path("scenario").path("id").asText().equals("tpe-lost"))
                .findFirst()
                .orElseThrow();
        JsonNode content = begin("{\"scheduled\":\"" + written.path("uid").asText() + "\"}", "en")
                .path("content");
        assertThat(content.path("scenario").asText())
                .as("that of the steps that are written down, whatever the schedule would practise")
                .isEqualTo("tpe-lost");
        assertThat(content.path("scenarioText").asText()).isEqualTo("Taipei site lost in an earthquake.");

        String secret = unannounced.path("uid").asText();
        JsonNode hidden = begin("{\"scheduled\":\"" + secret + "\"}", "en");
        assertThat(hidden.path("content").path("timing").isNull()).isTrue();
        assertThat(hidden.path("content").path("window").path("from").asText()).endsWith("-01");

        ScheduledStates states = service.application.door(ScheduledStates.class);
        Map<String, ScheduledStates.State> found = states.findStates(List.of(uid, secret, "another"));
        assertThat(found).containsOnlyKeys(uid, secret);
        assertThat(requireNonNull(found.get(uid)).stage()).isEqualTo(ScheduledStates.Stage.PLANNED);
        assertThat(requireNonNull(found.get(secret)).on()).isNull();
        assertThat(requireNonNull(found.get(secret)).window()).isNotNull();
        ok(planner.post(
                "api/drill-plans/" + plan.path("id").asLong() + "/cancellation", "{\"why\":\"Not this year.\"}"));
        assertThat(requireNonNull(states.findStates(List.of(uid)).get(uid)).stage())
                .isEqualTo(ScheduledStates.Stage.CANCELLED);
    }

    @Test
    @Tag("row:D7")
    void theDayOfAnUnannouncedDrillIsSealedUntilItBeginsAndEveryLookIsWrittenDown() throws Exception {
        ObjectNode plan = whole("Nobody knows when");
        plan.put("announced", false);
        refused(planner.post("api/drill-plans", plan.toString()), 422, "invalid");
        plan.remove("timing");
        plan.putObject("window")
                .put("from", today().plusDays(7).toString())
                .put("to", today().plusDays(60).toString())
                .put("earliest", "09:00")
                .put("latest", "15:00")
                .put("minutes", 240);
        plan.withArray("participants")
                .addObject()
                .put("person", "Ops lead")
                .put("account", "leads")
                .put("role", "controller")
                .put("knows", true);
        long id = approved(plan);
        String seal = "api/drill-plans/" + id + "/seal";
        assertThatThrownBy(() -> door.begin(id, service.clock.instant())).hasMessageContaining("No day was drawn");

        JsonNode drawn = ok(planner.post(seal, ""));
        String hash = drawn.path("hash").asText();
        assertThat(hash).matches("[0-9a-f]{64}");
        refused(planner.post(seal, ""), 409, "seal-drawn");
        refused(planner.post(seal + "/look", ""), 403, "day-is-sealed");
        JsonNode looked = ok(operator.post(seal + "/look", ""));
        String day = looked.path("beginsAt").asText().substring(0, 10);
        assertThat(LocalDate.parse(day)).isBetween(today().plusDays(7), today().plusDays(60));
        JsonNode shown = planner.json(seal);
        assertThat(texts(shown.path("looks"), "who")).containsExactly("leads");
        assertThat(texts(shown.path("mayKnow"), "account")).containsExactly("leads");
        assertThat(shown.path("text").isNull()).isTrue();
        assertThat(shown.path("beginsAt").isNull()).isTrue();
        for (String path : List.of(
                "api/drill-plans",
                "api/drill-plans/" + id,
                seal,
                "api/drill-plans/" + id + "/approval",
                "api/drill-plans/" + id + "/prediction",
                "api/drill-plans/" + id + "/versions/1")) {
            assertThat(planner.get(path).body())
                    .as(path)
                    .doesNotContain("nonce")
                    .doesNotContain("beginsAt\":\"");
        }
        assertThat(service.administrator().get("api/audit?size=200").body())
                .contains("drill-plan.look")
                .contains(hash)
                .doesNotContain("nonce");

        door.begin(id, service.clock.instant());
        JsonNode opened = planner.json(seal);
        String text = opened.path("text").asText();
        assertThat(opened.path("matches").asBoolean()).isTrue();
        assertThat(text).contains("date: " + day + "\n").contains("nonce: ");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
        assertThat(opened.path("startedOnTheDay").asBoolean()).isFalse();
    }
}
