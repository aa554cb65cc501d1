package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Suppliers, clouds and sites are checked against lists, and what was found rests on evidence (rows S11, S14, S16, A2, A3). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // set before the first test
class ChecklistsOverHttpTest {

    private static final String SAAS = "?variant=saas";
    private static final String CLOUD = "api/checklists/cloud-provider/cc-cloud";
    private static final String OWN = "api/checklist-templates/power-room";

    private Guarded service;
    private Http planner;
    private Http executive;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, true);
        planner = service.person("checks", Role.PLANNER, null);
        executive = service.person("reads", Role.EXECUTIVE, null);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Http.JSON.readTree(answer.body());
    }

    private static JsonNode refused(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Http.JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        return problem;
    }

    private static HttpResponse<String> put(Http who, String path, String body, String ifMatch) throws Exception {
        return who.send("PUT", path, body, "Content-Type", "application/json", "If-Match", ifMatch);
    }

    private HttpResponse<String> answer(String item, String body, String ifMatch) throws Exception {
        return put(planner, CLOUD + "/answers/" + item + SAAS, body, ifMatch);
    }

    private static JsonNode line(JsonNode view, String number) {
        for (JsonNode line : view.path("items")) {
            if (line.path("item").path("number").asText().equals(number)) {
                return line;
            }
        }
        throw new AssertionError("no item " + number + " in " + view);
    }

    private long evidence(String type, String subject, String collectedAt) throws Exception {
        JsonNode added = ok(planner.post(
                "api/evidence",
                new Multipart()
                        .file("file", "report.txt", "text/plain", "seen".getBytes(StandardCharsets.UTF_8))
                        .field("subjectType", type)
                        .field("subject", subject)
                        .field("collectedAt", collectedAt)));
        return added.path("item").path("id").asLong();
    }

    @Test
    @Order(1)
    @Tag("row:S11")
    @Tag("row:S16")
    void whatIsExpectedIsListedBeforeAnybodyHasBegun() throws Exception {
        JsonNode page = planner.json("api/checklists?size=500");
        assertThat(page.path("begun").asInt()).isZero();
        List<String> pairs = new ArrayList<>();
        page.path("items")
                .forEach(row -> pairs.add(row.path("template").asText() + " "
                        + row.path("thing").path("id").asText()));
        assertThat(pairs)
                .contains("cloud-provider cc-cloud", "provider-continuity isp-a", "site tpe", "site txg")
                .doesNotContain("alternate-site txg")
                .doesNotHaveDuplicates();
        assertThat(planner.json("api/checklists?subject=cc-cloud").path("total").asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(2)
    @Tag("row:S11")
    void anItemIsAnsweredOnTheVersionThatWasSeenAndTheSecondOfTwoIsToldWhatChanged() throws Exception {
        JsonNode open = planner.json(CLOUD + SAAS);
        assertThat(open.path("score").path("open").asInt())
                .isEqualTo(open.path("score").path("asked").asInt())
                .isEqualTo(open.path("items").size());
        assertThat(line(open, "2.5").path("item").path("texts").path("zh-Hant").asText())
                .isNotBlank();
        refused(answer("1.1", "{\"state\":\"met\"}", ""), 428, "version-missing");
        JsonNode first = ok(answer("1.1", "{\"state\":\"met\"}", "\"0\""));
        LocalDate today = LocalDate.ofInstant(service.clock.instant(), ZoneId.of("Asia/Taipei"));
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(first.path("checkedBy").asText()).isEqualTo("checks");
        assertThat(first.path("checkedOn").asText()).isEqualTo(today.toString());
        assertThat(first.path("nextCheck").asText())
                .isEqualTo(today.plusMonths(12).toString());
        JsonNode problem = refused(
                answer("1.1", "{\"state\":\"partly\",\"reason\":\"no report for May\"}", "\"0\""),
                412,
                "changed-meanwhile");
        assertThat(problem.path("currentVersion").asInt()).isEqualTo(1);
        assertThat(problem.path("changes").path(0).path("stored").asText()).isEqualTo("met");
        assertThat(problem.path("changes").path(0).path("sent").asText()).isEqualTo("partly");
        ok(answer("1.1", "{\"state\":\"partly\",\"reason\":\"no report for May\"}", "\"1\""));
        JsonNode score = planner.json(CLOUD + SAAS).path("score");
        assertThat(score.path("partly").asInt()).isEqualTo(1);
        assertThat(score.path("met").asInt()).isZero();
        assertThat(score.path("share").asDouble()).isZero();
        assertThat(score.path("withoutEvidence").asInt()).isEqualTo(1);
        HttpResponse<String> taken = planner.send("DELETE", CLOUD + "/answers/1.1" + SAAS, "", "If-Match", "\"2\"");
        assertThat(taken.statusCode()).isEqualTo(204);
        assertThat(line(planner.json(CLOUD + SAAS), "1.1").path("answer").isNull())
                .isTrue();
    }

    @Test
    @Order(2)
    @Tag("row:S11")
    void anAnswerThatWasTakenBackAndGivenAnewMatchesNoVersionThatWasSeenBefore() throws Exception {
        long shown = evidence("element", "cc-cloud", "2026-06-01T04:00:00Z");
        JsonNode first = ok(answer("1.4", "{\"state\":\"met\",\"evidence\":[" + shown + "]}", "\"0\""));
        HttpResponse<String> taken = planner.send(
                "DELETE",
                CLOUD + "/answers/1.4" + SAAS,
                "",
                "If-Match",
                "\"" + first.path("version").asInt() + "\"");
        assertThat(taken.statusCode()).isEqualTo(204);
        refused(answer("1.4", "{\"state\":\"met\"}", "\"1\""), 412, "changed-meanwhile");
        JsonNode anew = ok(answer("1.4", "{\"state\":\"not-met\",\"reason\":\"no clause\"}", "\"0\""));
        assertThat(anew.path("version").asInt()).isEqualTo(3);
        assertThat(anew.path("evidence")).isEmpty();
        JsonNode problem = refused(answer("1.4", "{\"state\":\"met\"}", "\"1\""), 412, "changed-meanwhile");
        assertThat(problem.path("currentVersion").asInt()).isEqualTo(3);
        ok(answer("1.4", "{\"state\":\"partly\",\"reason\":\"clause without a term\"}", "\"3\""));
        assertThat(planner.send("DELETE", CLOUD + "/answers/1.4" + SAAS, "", "If-Match", "\"3\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(planner.send("DELETE", CLOUD + "/answers/1.4" + SAAS, "", "If-Match", "\"4\"")
                        .statusCode())
                .isEqualTo(204);
        assertThat(planner.json("api/checklists?subject=cc-cloud&template=cloud-provider")
                        .path("items")
                        .path(0)
                        .path("score")
                        .isNull())
                .as("nothing of it stands")
                .isTrue();
    }

    @Test
    @Order(3)
    @Tag("row:S11")
    void whatCannotBeAnAnswerIsRefusedByField() throws Exception {
        JsonNode problem = refused(
                answer(
                        "1.5",
                        "{\"state\":\"not-applicable\",\"evidence\":[987654321],\"checkedOn\":\"2999-01-01\",\"nextCheck\":\"soon\",\"x\":1}",
                        "\"0\""),
                422,
                "invalid");
        assertThat(problem.path("violations").findValuesAsText("path"))
                .contains("$.reason", "$.evidence[0]", "$.checkedOn", "$.x");
        refused(answer("1.2", "{\"state\":\"met\"}", "\"0\""), 404, "unknown-checklist"); // asked of IaaS only
        refused(planner.get(CLOUD), 404, "unknown-checklist"); // no service model chosen
        refused(planner.get("api/checklists/cloud-provider/nobody" + SAAS), 404, "unknown-element");
        refused(planner.get("api/checklists/no-such/cc-cloud"), 404, "unknown-checklist");
        assertThat(put(executive, CLOUD + "/answers/1.5" + SAAS, "{\"state\":\"met\"}", "\"0\"")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    @Tag("row:S14")
    @Tag("row:S15")
    void anAnswerRestsOnEvidenceAboutTheSameThingAndGoesStaleWithIt() throws Exception {
        LocalDate today = LocalDate.ofInstant(service.clock.instant(), ZoneId.of("Asia/Taipei"));
        long drill = evidence("element", "cc-cloud", today.minusMonths(11) + "T04:00:00Z");
        long foreign = evidence("element", "dns", today.minusDays(1) + "T04:00:00Z");
        refused(answer("1.5", "{\"state\":\"met\",\"evidence\":[" + foreign + "]}", "\"0\""), 422, "invalid");
        ok(answer("1.5", "{\"state\":\"met\",\"evidence\":[" + drill + "]}", "\"0\""));
        ok(answer(
                "8.1",
                "{\"state\":\"not-met\",\"reason\":\"stored in Japan, risk not assessed\",\"nextCheck\":\""
                        + today.plusDays(20) + "\"}",
                "\"0\""));
        JsonNode view = planner.json(CLOUD + SAAS);
        assertThat(line(view, "1.5").path("stale").asBoolean()).isFalse();
        assertThat(view.path("score").path("met").asInt()).isEqualTo(1);
        assertThat(view.path("score").path("share").asDouble())
                .isEqualTo(1.0 / view.path("score").path("asked").asInt());
        service.clock.move(Duration.ofDays(45));
        Http again = service.session(service.signIn("checks", Guarded.PASSWORD));
        JsonNode later = again.json(CLOUD + SAAS);
        assertThat(line(later, "1.5").path("stale").asBoolean()).isTrue();
        assertThat(line(later, "8.1").path("overdue").asBoolean()).isTrue();
        JsonNode page = again.json("api/checklists?size=500");
        assertThat(page.path("begun").asInt()).isEqualTo(1);
        assertThat(page.path("stale").asInt()).isEqualTo(1);
        JsonNode urgent = page.path("items").path(0);
        assertThat(urgent.path("thing").path("id").asText()).isEqualTo("cc-cloud");
        assertThat(urgent.path("variant").asText()).isEqualTo("saas");
        assertThat(urgent.path("score").path("overdue").asInt()).isEqualTo(1);
        planner = again;
    }

    @Test
    @Order(5)
    @Tag("row:S16")
    @Tag("row:A2")
    @Tag("row:A3")
    void aSiteIsCheckedWithItsCertificateAndAnAlternateSiteWithItsAgreement() throws Exception {
        LocalDate today = LocalDate.ofInstant(service.clock.instant(), ZoneId.of("Asia/Taipei"));
        long certificate = evidence("site", "txg", today.minusYears(3) + "T04:00:00Z");
        String site = "api/checklists/site/txg";
        ok(put(planner, site + "/answers/1", "{\"state\":\"met\",\"evidence\":[" + certificate + "]}", "\"0\""));
        ok(put(planner, site + "/answers/3", "{\"state\":\"not-met\",\"reason\":\"14 days\"}", "\"0\""));
        JsonNode view = planner.json(site);
        assertThat(line(view, "1").path("stale").asBoolean())
                .as("a certificate is good for five years")
                .isFalse();
        assertThat(view.path("score").path("shallMet").asInt()).isEqualTo(1);
        assertThat(view.path("score").path("shallAsked").asInt()).isEqualTo(5);
        String alternate = "api/checklists/alternate-site/txg";
        for (String item : List.of("1", "2", "3", "4", "7")) {
            ok(put(
                    planner,
                    alternate + "/answers/" + item,
                    "{\"state\":\"met\",\"reason\":\"clause " + item + " of the agreement\"}",
                    "\"0\""));
        }
        JsonNode agreed = planner.json(alternate).path("score");
        assertThat(agreed.path("met").asInt()).isEqualTo(5);
        assertThat(agreed.path("asked").asInt()).isEqualTo(9);
    }

    @Test
    @Order(6)
    @Tag("row:S11")
    void anOrganisationAddsAListOfItsOwnAndEveryVersionOfItStays() throws Exception {
        ObjectNode own = (ObjectNode) Http.JSON.readTree("""
                {"id": "power-room", "names": {"en": "Power room", "zh-Hant": "電力室"},
                 "about": {"en": "What our auditors ask.", "zh-Hant": "本單位稽核項目。"},
                 "appliesTo": {"kinds": ["power"], "sites": false, "expected": false},
                 "variants": [], "groups": [{"id": "all", "names": {"en": "All", "zh-Hant": "全部"}}],
                 "items": [{"number": "1", "group": "all", "texts": {"en": "Fuel for 48 hours.", "zh-Hant": "油料 48 小時。"},
                   "clause": null, "strength": "shall", "guideline": false, "variants": [], "everyMonths": 3}]}
                """);
        JsonNode stored = ok(put(planner, OWN, own.toString(), "\"0\""));
        assertThat(stored.path("version").asInt()).isEqualTo(1);
        assertThat(ok(put(planner, OWN, own.toString(), "\"1\""))
                        .path("version")
                        .asInt())
                .as("the same changes nothing")
                .isEqualTo(1);
        ok(put(planner, "api/checklists/power-room/tpe-genset-a/answers/1", "{\"state\":\"met\"}", "\"0\""));
        own.withArray("items").addObject().put("number", "1");
        JsonNode problem = refused(put(planner, OWN, own.toString(), "\"1\""), 422, "invalid");
        assertThat(problem.path("violations").findValuesAsText("path"))
                .contains("$.items[1].number", "$.items[1].group", "$.items[1].strength");
        ((ObjectNode) own.path("items").get(0)).put("everyMonths", 6);
        own.withArray("items").remove(1);
        refused(put(planner, OWN, own.toString(), "\"7\""), 412, "changed-meanwhile");
        assertThat(ok(put(planner, OWN, own.toString(), "\"1\""))
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        JsonNode view = planner.json("api/checklists/power-room/tpe-genset-a");
        assertThat(view.path("template").path("version").asInt()).isEqualTo(2);
        assertThat(line(view, "1").path("answer").path("templateVersion").asInt())
                .isEqualTo(1);
        ((ObjectNode) own.path("items").get(0)).put("number", "2");
        ok(put(planner, OWN, own.toString(), "\"2\""));
        JsonNode row = planner.json("api/checklists?template=power-room&subject=tpe-genset-a")
                .path("items")
                .path(0);
        assertThat(row.path("score").path("open").asInt()).isEqualTo(1);
        assertThat(row.path("nextCheck").isNull())
                .as("what is no longer asked is not looked at again")
                .isTrue();
        assertThat(row.path("lastChecked").isNull()).isTrue();
        refused(
                put(
                        planner,
                        "api/checklist-templates/site",
                        own.put("id", "site").toString(),
                        "*"),
                422,
                "invalid");
        assertThat(planner.json("api/checklist-templates").path("items").size()).isEqualTo(5);
        JsonNode audit = service.administrator().json("api/audit?subject=power-room&size=10");
        assertThat(audit.toString()).contains("checklist-template.replace");
    }

    private HttpResponse<String> patch(String id, String patch, String version) throws Exception {
        return planner.post(
                "api/elements/changes",
                "{\"changes\":[{\"id\":\"" + id + "\",\"version\":" + version + ",\"patch\":" + patch + "}]}");
    }

    @Test
    @Order(7)
    @Tag("row:M2")
    @Tag("row:M7")
    @Tag("row:M8")
    @Tag("row:M10")
    @Tag("row:B15")
    @Tag("row:B16")
    @Tag("row:B22")
    void factsOfAnElementAreEditedAsPartsOfItsEntryAndComeBackWithTheModelFile() throws Exception {
        HttpResponse<String> seen = planner.get("api/elements/payment-db");
        String version = seen.headers().firstValue("ETag").orElseThrow().replace("\"", "");
        String facts = """
                {"owner": "dba", "x-facts": {"software": "18.1", "country": "JP", "verified": "2026-11-01",
                 "documents": [{"title": "Runbook", "kind": "procedure", "link": "https://wiki.example/db"}],
                 "configurations": [{"version": "17", "day": "2026-03-01"}, {"version": "18", "day": "2026-05-01"}],
                 "cost": {"yearly": 120000}, "fallback": {"control": "HSM", "instead": "envelopes", "level": "weaker"},
                 "batch": {"faults": [{"fault": "late file", "action": "run again", "withinHours": 4}]}}}
                """;
        JsonNode problem = refused(patch("payment-db", facts.replace("procedure", "novel"), version), 422, "invalid");
        assertThat(problem.path("violations").findValuesAsText("path"))
                .containsExactly("$.changes[0].patch.x-facts.documents[0].kind");
        ok(patch("payment-db", facts, version));
        refused(patch("payment-db", "{\"x-facts\": {\"country\": \"TW\"}}", version), 412, "changed-meanwhile");
        JsonNode stored =
                planner.json("api/elements/payment-db").path("element").path("x-facts");
        assertThat(stored.path("configurations").size()).isEqualTo(2);
        assertThat(planner.get("api/model?format=yaml").body()).contains("late file", "envelopes");
        JsonNode abroad = planner.json("api/findings?rule=data-abroad");
        assertThat(abroad.path("items").path(0).path("elements").toString()).contains("payment-db");
        refused(
                patch(
                        "payment-db",
                        "{\"x-facts\": {\"safeMode\": {\"method\": \"none\", \"functions\": []}}}",
                        Integer.toString(Integer.parseInt(version) + 1)),
                422,
                "invalid");
    }

    @Test
    @Order(8)
    @Tag("row:M3")
    @Tag("row:M6")
    @Tag("row:B1")
    @Tag("row:B10")
    void qualityAndCriticalityAreThoseOfTheRegister() throws Exception {
        JsonNode one = planner.json("api/elements/payment-db/quality");
        assertThat(one.path("control").path("level").asText()).isEqualTo("strict");
        assertThat(one.path("quality").path("score").asDouble()).isBetween(0.5, 1.0);
        JsonNode whole = planner.json("api/register/quality");
        assertThat(whole.path("score").asDouble()).isBetween(0.1, 0.9);
        int elements = 0;
        double sum = 0;
        for (JsonNode kind : whole.path("kinds")) {
            elements += kind.path("elements").asInt();
            sum += kind.path("elements").asInt() * kind.path("score").asDouble();
        }
        assertThat(elements).isEqualTo(whole.path("elements").asInt());
        assertThat(whole.path("score").asDouble()).isCloseTo(sum / elements, Offset.offset(1e-9));
        JsonNode ranking = planner.json("api/register/criticality?size=500");
        JsonNode first = ranking.path("items").path(0);
        assertThat(first.path("reach").path("tier").asInt()).isEqualTo(1);
        List<String> people = planner.json("api/register/criticality?group=operational&size=500")
                .path("items")
                .findValuesAsText("kind");
        assertThat(people).isNotEmpty().isSubsetOf("person", "team", "procedure", "document");
        String id = first.path("element").path("id").asText();
        long reached = 0;
        for (JsonNode dependant :
                planner.json("api/elements/" + id + "/blast-radius").path("dependants")) {
            reached += dependant.path("type").asText().equals("process") ? 1 : 0;
        }
        assertThat(first.path("reach").path("processes").asLong())
                .as("what needs it is at least what goes down with it")
                .isGreaterThanOrEqualTo(reached);
    }
}
