package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What is promised, whether the chain carries it, what a miss costs and what was measured; somebody else approves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // set before the first test
class ServiceLevelsOverHttpTest {

    private static final String LEVELS = "api/service-levels";
    private static final String PAY = LEVELS + "/svc-payment";
    private static final String MEASURED = PAY + "/measurements";

    private Guarded service;
    private Http planner;
    private Http approver;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        planner = service.person("plans", Role.PLANNER, null);
        approver = service.person("approves", Role.APPROVER, null);
        String sample = Files.readString(Path.of("src/main/resources/sample/operator.yaml"));
        HttpResponse<String> put =
                planner.send("PUT", "api/model", sample, "Content-Type", "application/yaml", "If-Match", "*");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(service.clock.instant(), ZoneId.of("Asia/Taipei"));
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

    private HttpResponse<String> put(String path, JsonNode record, String ifMatch) throws Exception {
        return planner.send("PUT", path, record.toString(), "Content-Type", "application/json", "If-Match", ifMatch);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private ObjectNode record(String path) throws Exception {
        return (ObjectNode) planner.json(path).path("record");
    }

    private static ObjectNode agreement(JsonNode record) {
        return (ObjectNode) record.path("x-agreements").path(0);
    }

    @Test
    @Order(1)
    @Tag("row:S1")
    @Tag("row:S2")
    void theCatalogueHasEveryServiceAndSaysWhatTheChainCarries() throws Exception {
        JsonNode page = planner.json(LEVELS + "?size=500");
        assertThat(page.path("items").findValuesAsText("type").stream()
                        .filter("service"::equals)
                        .count())
                .as("the services, each once")
                .isGreaterThanOrEqualTo(planner.json("api/register/summary")
                        .path("types")
                        .path("service")
                        .asInt());
        JsonNode pay = row(page, "svc-payment");
        double series = 0.9995 * 0.9998 * 0.9995 * 0.9999 * (1 - 1e-6) * (1 - 1e-6);
        assertThat(pay.path("composite").asDouble()).isCloseTo(series, within(1e-12));
        assertThat(pay.path("verdict").asText()).isEqualTo("not-carried");
        assertThat(row(page, "svc-partner").path("verdict").asText()).isEqualTo("carried");
        assertThat(row(page, "svc-iot").path("verdict").asText())
                .as("what promises nothing is not taken for a promise")
                .isEqualTo("unknown");
        assertThat(row(page, "svc-iot").path("missingLinks").asInt()).isPositive();
        assertThat(planner.json(LEVELS + "?verdict=not-carried").path("total").asInt())
                .isEqualTo(page.path("broken").asInt());
        assertThat(planner.json(LEVELS + "?kind=contract&q=acquir")
                        .path("items")
                        .path(0)
                        .path("thing")
                        .path("id")
                        .asText())
                .isEqualTo("acquirer");
        String csv = planner.get(LEVELS + "/catalogue.csv").body();
        assertThat(csv.lines().filter(line -> line.startsWith("acquirer,asset,")))
                .singleElement()
                .asString()
                .contains("contract-41.2,contract,Card acquirer,0.9995,month,2028-03-31");
    }

    private static JsonNode row(JsonNode page, String id) {
        for (JsonNode each : page.path("items")) {
            if (each.path("thing").path("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no row " + id);
    }

    @Test
    @Order(2)
    @Tag("row:S2")
    @Tag("row:S6")
    void theCheckNamesTheWeakestLinkAndWhatPromisesNothing() throws Exception {
        JsonNode check = planner.json(PAY).path("checks").path(0);
        assertThat(check.path("missingTotal").asInt()).isZero();
        List<String> links = check.path("links").findValuesAsText("agreement");
        assertThat(links)
                .containsExactlyInAnyOrder(
                        "ola-app",
                        "ola-link",
                        "contract-41.2",
                        "ola-edge",
                        "ola-gateway",
                        "ola-gateway",
                        "ola-login",
                        "ola-login");
        JsonNode weakest = check.path("links").path(0);
        assertThat(weakest.path("weakest").asBoolean()).isTrue();
        assertThat(weakest.path("value").asDouble()).isEqualTo(0.9995);
        assertThat(weakest.path("cost").asDouble()).isCloseTo(0.0005, within(1e-6));
        assertThat(check.path("shared").findValuesAsText("id"))
                .as("both gateways rest on it")
                .contains("tpe-vm");
        JsonNode outage = planner.json(PAY).path("checks").path(1);
        assertThat(outage.path("promised").asDouble()).isEqualTo(4);
        assertThat(outage.path("composite").asDouble()).isEqualTo(4);
        assertThat(outage.path("verdict").asText()).isEqualTo("carried");
        JsonNode data = planner.json(LEVELS + "/svc-data").path("checks").path(0);
        assertThat(data.path("verdict").asText()).isEqualTo("unknown");
        assertThat(data.path("missing").path(0).path("way").path(0).path("id").asText())
                .isEqualTo("svc-data");
        JsonNode transit = data.path("links");
        assertThat(transit.findValuesAsText("agreement")).contains("contract-22.1", "contract-22.6");
        assertThat(transit.toString())
                .as("0.998 a year may all fall in one month")
                .contains("\"worstInPeriod\":0.976");
        JsonNode edges = planner.json(LEVELS + "/isp-a").path("subcontracts");
        assertThat(edges.path(0).path("element").path("id").asText()).isEqualTo("cable-coast");
        assertThat(edges.path(0).path("role").asText()).isEqualTo("capacity to Tokyo");
    }

    @Test
    @Order(3)
    @Tag("row:B11")
    void aSupplierIsHeldAgainstTheTargetsOfWhatNeedsIt() throws Exception {
        JsonNode fuel = planner.json(LEVELS + "/fuel-supplier").path("gaps").path(0);
        assertThat(fuel.path("promisedRtoHours").asDouble()).isEqualTo(24);
        assertThat(fuel.path("targetRtoHours").asDouble()).isPositive().isLessThan(24);
        JsonNode way = fuel.path("rtoWay");
        assertThat(way.path(way.size() - 1).path("id").asText()).isEqualTo("fuel-supplier");
        assertThat(planner.json("api/elements/" + way.path(0).path("id").asText())
                        .path("element")
                        .path("objectives")
                        .path("rto")
                        .asDouble())
                .isEqualTo(fuel.path("targetRtoHours").asDouble());
        assertThat(texts(fuel.path("gaps"))).contains("rto-later", "plan-missing");
        JsonNode transit = planner.json(LEVELS + "/isp-b").path("gaps").path(0);
        assertThat(texts(transit.path("gaps"))).contains("evidence-old", "drill-missing", "plan-rto-later");
    }

    private static List<String> texts(JsonNode list) {
        return Http.JSON.convertValue(
                list, Http.JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    @Test
    @Order(4)
    @Tag("row:S1")
    @Tag("row:S2")
    @Tag("row:S7")
    void anAgreementIsPartOfItsEntryAndItsShapeIsCheckedByField() throws Exception {
        ObjectNode record = record(PAY);
        ObjectNode wrong = record.deepCopy();
        agreement(wrong).put("availability", 0.9).put("end", "2020-01-01").put("noticeDays", -1);
        ((ArrayNode) wrong.path("x-agreements"))
                .addObject()
                .put("id", "merchants")
                .put("kind", "promise");
        JsonNode problem = refused(put(PAY, wrong, "*"), 422, "invalid");
        assertThat(problem.path("violations").findValuesAsText("code"))
                .containsExactlyInAnyOrder(
                        "stands-in-sla", "ends-before-it-starts", "bad-number", "bad-word", "not-unique");
        assertThat(problem.path("violations").findValuesAsText("path"))
                .contains("$.x-agreements[0].availability", "$.x-agreements[1].kind");
        assertThat(ok(planner.post(PAY + "/preview", wrong.toString()))
                        .path("violations")
                        .size())
                .isEqualTo(5);
        HttpResponse<String> seen = planner.get(PAY);
        agreement(record).put("exitPlan", "Merchants get their data in CSV within 30 days.");
        HttpResponse<String> stored = put(PAY, record, tag(seen));
        ok(stored);
        assertThat(planner.json("api/elements/svc-payment").path("element").path("x-agreements"))
                .isEqualTo(record.path("x-agreements"));
        String file = planner.get("api/model").body();
        ok(planner.send("PUT", "api/model", file, "Content-Type", "application/yaml", "If-Match", "*"));
        assertThat(planner.get(PAY).headers().firstValue("ETag"))
                .as("out and in again without loss changes nothing")
                .contains(tag(stored));
        agreement(record).put("exitPlan", "Something else.");
        JsonNode stale = refused(put(PAY, record, tag(seen)), 412, "changed-meanwhile");
        assertThat(stale.path("changes").findValuesAsText("path")).containsExactly("$.x-agreements");
        refused(
                planner.send("PUT", PAY, record.toString(), "Content-Type", "application/json"),
                428,
                "version-missing");
        refused(planner.get(LEVELS + "/nothing"), 404, "unknown-element");
        refused(put(PAY, record.deepCopy().put("needs", "x"), "*"), 422, "invalid");
    }

    @Test
    @Order(5)
    @Tag("row:S5")
    void aCreditFollowsTheRuleOfTheFormat() throws Exception {
        JsonNode answers = ok(planner.post(
                        PAY + "/credits",
                        "{\"cases\":[{\"down\":0.73},{\"down\":0.7301},{\"down\":7.31,\"outages\":[5]}]}"))
                .path("answers");
        assertThat(answers.path(0).path("money").asDouble())
                .as("exactly 99.9 %%")
                .isZero();
        assertThat(answers.path(0).path("met").asBoolean()).isTrue();
        assertThat(answers.path(1).path("money").asDouble()).isEqualTo(80_000);
        assertThat(answers.path(2).path("money").asDouble()).isEqualTo(240_000);
        JsonNode voice = ok(planner.post(LEVELS + "/svc-voice/credits", "{\"cases\":[{\"down\":4,\"outages\":[4]}]}"))
                .path("answers")
                .path(0);
        assertThat(voice.path("share").asDouble()).as("4 hours do not exceed 4").isEqualTo(0.05);
        refused(planner.post(LEVELS + "/acquirer/credits", "{\"cases\":[{\"down\":1}]}"), 409, "nothing-promised");
        refused(planner.post(PAY + "/credits", "{\"cases\":[{\"down\":-1}]}"), 422, "invalid");
    }

    @Test
    @Order(6)
    @Tag("row:S3")
    @Tag("row:S4")
    void somebodyElseApprovesAndWhatIsApprovedIsLocked() throws Exception {
        ObjectNode record = record(PAY);
        String next = today().plusMonths(5).toString();
        agreement(record).remove("nextReview");
        ok(put(PAY, record, "*"));
        refused(planner.post(PAY + "/approval", "{}"), 428, "version-missing");
        String seen = planner.get(PAY).headers().firstValue("ETag").orElseThrow();
        JsonNode problem =
                refused(planner.post(PAY + "/approval", "{}", "If-Match", seen), 422, "agreements-incomplete");
        assertThat(problem.path("violations").findValuesAsText("path")).containsExactly("$.x-agreements[0].nextReview");
        agreement(record).put("nextReview", next);
        ok(put(PAY, record, "*"));
        refused(planner.post(PAY + "/approval", "{\"note\":\"first\"}", "If-Match", seen), 412, "changed-meanwhile");
        seen = planner.get(PAY).headers().firstValue("ETag").orElseThrow();
        JsonNode version = ok(planner.post(PAY + "/approval", "{\"note\":\"first\"}", "If-Match", seen));
        assertThat(version.path("reviewOn").asText())
                .as("the day that the agreement names")
                .isEqualTo(next);
        refused(put(PAY, record, "*"), 409, "agreements-locked");
        String address = "api/approvals/" + version.path("document").asLong() + "/versions/1/approve";
        String hash = "\"" + version.path("hash").asText() + "\"";
        refused(planner.post(address, "{}", "If-Match", hash), 403, "not-allowed");
        ok(approver.post(address, "{}", "If-Match", hash));
        JsonNode standing = planner.json(PAY).path("standing");
        assertThat(standing.path("state").asText()).isEqualTo("approved");
        assertThat(standing.path("approvedBy").asText()).isEqualTo("approves");
        ObjectNode changed = record(PAY);
        ((ObjectNode) changed.path("sla")).put("availability", 0.9985);
        refused(put(PAY, changed, "*"), 409, "agreements-locked");
        String element = "api/elements/" + PAY.substring(PAY.lastIndexOf('/') + 1);
        ObjectNode entry = (ObjectNode) planner.json(element).path("element");
        ((ObjectNode) entry.path("sla")).put("availability", 0.9985);
        refused(put(element, entry, "*"), 409, "agreements-locked");
        entry = (ObjectNode) planner.json(element).path("element");
        entry.putArray("x-agreements").addObject().put("id", "Not an id");
        JsonNode broken = refused(put(element, entry, "*"), 422, "invalid");
        assertThat(broken.path("violations").path(0).path("path").asText()).isEqualTo("$.x-agreements[0].id");
        JsonNode now = ok(put(PAY + "?reopen=true", changed, "*"));
        assertThat(now.path("checks").path(0).path("verdict").asText())
                .as("what is promised now is carried")
                .isEqualTo("carried");
        JsonNode state = planner.json(PAY + "/approval?language=zh-Hant");
        assertThat(state.path("differs").asBoolean()).isTrue();
        assertThat(state.path("lines").toString()).contains("0.9985").contains("serviceLevel");
        assertThat(planner.json(PAY + "/versions/1")
                        .path("record")
                        .path("sla")
                        .path("availability")
                        .asDouble())
                .as("what was approved stays")
                .isEqualTo(0.999);
        assertThat(planner.json(PAY + "/versions/1?language=zh-Hant")
                        .path("agreements")
                        .path("agreements")
                        .path(0)
                        .path("kind")
                        .asText())
                .isEqualTo("服務水準協議 SLA");
        refused(planner.get(PAY + "/versions/7"), 404, "unknown-version");
        ((ObjectNode) changed.path("sla")).put("availability", 0.999);
        ok(put(PAY, changed, "*"));
        assertThat(planner.json(PAY).path("standing").path("state").asText()).isEqualTo("approved");
    }

    @Test
    @Order(7)
    @Tag("row:S4")
    @Tag("row:S7")
    @Tag("row:S8")
    void daysThatMustNotBeMissedAreTold() throws Exception {
        String path = LEVELS + "/sms-aggregator";
        LocalDate day = today();
        ObjectNode record = Http.JSON.createObjectNode();
        ObjectNode contract = record.putArray("x-agreements").addObject();
        contract.put("id", "contract-44.1")
                .put("kind", "contract")
                .put("counterparty", "SMS aggregator")
                .put("start", day.minusYears(2).toString())
                .put("end", day.plusDays(80).toString())
                .put("noticeDays", 60)
                .put("nextReview", day.minusDays(1).toString())
                .put("normalEnd", "Numbers are moved.")
                .put("earlyEnd", "After three missed months.")
                .put("exitPlan", "Another aggregator within 60 days.")
                .put("reportsEvery", "month");
        contract.putArray("reports")
                .addObject()
                .put("period", "last")
                .put("received", day.minusDays(40).toString());
        ok(put(path, record, "*"));
        JsonNode reminders = planner.json(path).path("reminders");
        assertThat(kinds(reminders)).containsExactly("report-review", "report", "review", "notice", "end");
        assertThat(reminders.path(2).path("overdue").asBoolean()).isTrue();
        assertThat(reminders.path(3).path("on").asText())
                .isEqualTo(day.plusDays(20).toString());
        assertThat(planner.json(LEVELS).path("reminders").toString()).contains("contract-44.1");
        ObjectNode filed = (ObjectNode) contract.path("reports").path(0);
        filed.put("received", day.minusDays(3).toString())
                .put("reviewer", "apps")
                .put("reviewed", day.toString())
                .put("result", "99.97 %, one outage of 20 minutes");
        ok(put(path, record, "*"));
        assertThat(kinds(planner.json(path).path("reminders")))
                .as("filed and reviewed")
                .containsExactly("review", "notice", "end");
    }

    private static List<String> kinds(JsonNode reminders) {
        List<String> kinds = new ArrayList<>();
        reminders.forEach(each -> kinds.add(each.path("kind").asText()));
        return kinds;
    }

    @Test
    @Order(8)
    @Tag("row:S5")
    @Tag("row:S8")
    void whatWasMeasuredIsHeldAgainstTheTargetAndCorrected() throws Exception {
        JsonNode first = ok(planner.post(
                MEASURED,
                "{\"period\":\"2026-09\",\"downMinutes\":43.2,\"outageMinutes\":[43.2],\"source\":\"monitoring\"}"));
        JsonNode level = planner.json(MEASURED).path("levels").path(0);
        JsonNode item = level.path("items").path(0);
        assertThat(item.path("hours").asDouble()).as("a September of 30 days").isEqualTo(720);
        assertThat(item.path("availability").asDouble()).isCloseTo(0.999, within(1e-12));
        assertThat(item.path("met").asBoolean()).as("exactly what is promised").isTrue();
        refused(planner.post(MEASURED, "{\"period\":\"2026-09\",\"downMinutes\":1,\"source\":\"x\"}"), 422, "invalid");
        JsonNode wrong = refused(
                planner.post(MEASURED, "{\"period\":\"2026-Q3\",\"availability\":2,\"downMinutes\":1}"),
                422,
                "invalid");
        assertThat(wrong.path("violations").findValuesAsText("code"))
                .containsExactlyInAnyOrder("wrong-period", "one-of-two", "bad-number", "bad-text");
        String one = MEASURED + "/" + first.path("id").asLong();
        ObjectNode corrected = Http.JSON
                .createObjectNode()
                .put("period", "2026-09")
                .put("availability", 0.9989)
                .put("source", "monitoring, second reading")
                .put("reviewedBy", "payops")
                .put("reviewedOn", "2026-10-05");
        ok(put(one, corrected, "\"1\""));
        refused(put(one, corrected, "\"1\""), 412, "changed-meanwhile");
        JsonNode now =
                planner.json(MEASURED).path("levels").path(0).path("items").path(0);
        assertThat(now.path("measured").path("downMinutes").asDouble()).isCloseTo(47.52, within(1e-9));
        assertThat(now.path("met").asBoolean()).isFalse();
        assertThat(now.path("credit").path("money").asDouble()).isEqualTo(80_000);
        JsonNode audit = service.administrator().json("api/audit?action=sla-measurement.correct");
        assertThat(audit.path("items").findValuesAsText("subject")).contains("svc-payment");
    }

    @Test
    @Order(9)
    @Tag("row:S5")
    void aTableComesInWholeOrNotAtAllAndShowsATrend() throws Exception {
        StringBuilder table = new StringBuilder("period\tdownMinutes\toutageMinutes\tsource\n");
        for (int month = 1; month <= 9; month++) {
            table.append("2026-0%d\t%d.5\t%d\tmonitoring\n".formatted(month, 5 * month, 3 * month));
        }
        HttpResponse<String> seen = planner.get(MEASURED);
        JsonNode wrong = refused(table(table + "2026-13\tmany\t\t\n", tag(seen), false), 422, "invalid");
        assertThat(wrong.path("violations").path(0).path("line").asInt()).isEqualTo(11);
        JsonNode dry = ok(table(table.toString(), tag(seen), true));
        assertThat(dry.path("added").size()).isEqualTo(8);
        assertThat(texts(dry.path("changed"))).containsExactly("2026-09");
        assertThat(tag(planner.get(MEASURED))).isEqualTo(tag(seen));
        ok(table(table.toString(), tag(seen), false));
        refused(table(table.toString(), tag(seen), false), 412, "changed-meanwhile");
        JsonNode level = planner.json(MEASURED).path("levels").path(0);
        assertThat(level.path("items").size()).isEqualTo(9);
        assertThat(level.path("judged").asInt()).isEqualTo(9);
        assertThat(level.path("met").asInt())
                .as("45.5 minutes of September are too many")
                .isEqualTo(8);
        JsonNode trend = level.path("trend");
        assertThat(trend.path("direction").asText()).isEqualTo("worse");
        assertThat(trend.path("p").asDouble())
                .as("2 of 9! orders are so extreme")
                .isCloseTo(2.0 / 362_880, within(1e-12));
        assertThat(ok(table(table.toString(), "*", false)).path("same").asInt()).isEqualTo(9);
        String one = MEASURED + "/"
                + level.path("items").path(8).path("measured").path("id").asLong();
        assertThat(planner.send("DELETE", one, "", "If-Match", "\"1\"").statusCode())
                .isEqualTo(204);
        refused(planner.get(one), 404, "unknown-measurement");
    }

    private HttpResponse<String> table(String text, String ifMatch, boolean dry) throws Exception {
        return planner.send(
                "PUT", MEASURED + "/table?dry=" + dry, text, "Content-Type", "text/csv", "If-Match", ifMatch);
    }

    @Test
    @Order(10)
    @Tag("row:S10")
    void whoIsToBeToldStandsInAListUntilItIsDone() throws Exception {
        JsonNode noted = ok(planner.post(
                "api/service-level-notices",
                "{\"element\":\"svc-payment\",\"cause\":\"predicted\",\"about\":\"Met in 71 % of months only.\","
                        + "\"recipient\":\"Merchant association\"}"));
        assertThat(noted.path("toldOn").isNull()).isTrue();
        JsonNode page = planner.json("api/service-level-notices?element=svc-payment");
        assertThat(page.path("open").asInt()).isEqualTo(1);
        String one = "api/service-level-notices/" + noted.path("id").asLong();
        refused(put(one + "/told", Http.JSON.createObjectNode().put("toldOn", "soon"), "*"), 422, "invalid");
        JsonNode told = ok(put(
                one + "/told",
                Http.JSON.createObjectNode().put("toldOn", today().toString()).put("toldHow", "by letter"),
                "\"1\""));
        assertThat(told.path("toldBy").asText()).isEqualTo("plans");
        refused(put(one + "/told", Http.JSON.createObjectNode(), "\"1\""), 412, "changed-meanwhile");
        assertThat(planner.json("api/service-level-notices").path("open").asInt())
                .isZero();
        assertThat(service.administrator()
                        .json("api/audit?action=sla-notice.told")
                        .path("items")
                        .findValuesAsText("subject"))
                .contains("svc-payment");
        refused(planner.get("api/service-level-notices/77"), 404, "unknown-notice");
    }

    @Test
    @Order(11)
    @Tag("row:S10")
    void whatIsToBeToldOfAnElementThatIsGoneCanStillBeDone() throws Exception {
        ok(planner.post("api/elements?type=service", "{\"id\":\"svc-gone\",\"name\":\"Gone\"}"));
        JsonNode noted = ok(planner.post(
                "api/service-level-notices",
                "{\"element\":\"svc-gone\",\"cause\":\"other\",\"about\":\"It ends.\",\"recipient\":\"Users\"}"));
        assertThat(planner.send("DELETE", "api/elements/svc-gone", "", "If-Match", "*")
                        .statusCode())
                .isEqualTo(204);
        String told = "api/service-level-notices/" + noted.path("id").asLong() + "/told";
        ObjectNode said = Http.JSON.createObjectNode().put("toldOn", today().toString());
        assertThat(ok(put(told, said, "\"1\"")).path("toldOn").asText()).isEqualTo(today().toString());
    }

    @Test
    @Order(11)
    @Tag("row:S9")
    void aYearEndReviewIsKeptWithWhoTookPartAndWhatChanges() throws Exception {
        ObjectNode review = Http.JSON.createObjectNode();
        review.put("year", 2026).put("heldOn", "2026-12-10").put("conclusion", "Payment keeps 99.9 %.");
        refused(planner.post("api/service-level-reviews", review.toString()), 422, "invalid");
        review.putArray("participants").add("payops").add("retail");
        review.putArray("elements").add("svc-payment");
        review.put("contracts", "Acquirer is asked for 99.99 %.");
        JsonNode kept = ok(planner.post("api/service-level-reviews", review.toString()));
        String one = "api/service-level-reviews/" + kept.path("id").asLong();
        review.put("agreements", "OLA of the link 99.99 %.");
        ok(put(one, review, "\"1\""));
        refused(put(one, review, "\"1\""), 412, "changed-meanwhile");
        assertThat(planner.json("api/service-level-reviews")
                        .path("items")
                        .path(0)
                        .path("agreements")
                        .asText())
                .isEqualTo("OLA of the link 99.99 %.");
        review.putArray("elements").add("no-such");
        refused(put(one, review, "*"), 422, "invalid");
        refused(planner.get("api/service-level-reviews/77"), 404, "unknown-review");
    }
}
