package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.Unpacked;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of the register over HTTP: each on the version that was seen, whole or not at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class EditsOverHttpTest {

    private static final String JSON = "application/json";

    private Application application;
    private Http http;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        application = Application.start(Arguments.demo(Unpacked.in(data), 0, true, 2_000));
        http = new Http(application.url());
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private HttpResponse<String> put(String path, String body, String version) throws Exception {
        return http.send("PUT", path, body, "Content-Type", JSON, "If-Match", version);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static JsonNode body(HttpResponse<String> answer) throws IOException {
        return Http.JSON.readTree(answer.body());
    }

    /** The digest of the whole register as it is stored. */
    private String digest() throws Exception {
        return tag(http.get("api/model")) + http.get("api/model?format=json").body();
    }

    private ObjectNode firstElement(String type) throws Exception {
        String id = http.json("api/elements?size=1&type=" + type)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        return (ObjectNode) http.json("api/elements/" + id).path("element");
    }

    private static JsonNode site(JsonNode sites, String id) {
        for (JsonNode each : sites.path("items")) {
            if (each.path("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no site " + id + " in " + sites);
    }

    /** The distances are those of the spherical law of cosines with the mean radius of 6,371.0088 km. */
    @Test
    @Tag("row:S12")
    @Tag("row:M2")
    void sitesAreMeasuredAndChangedOnTheVersionThatWasSeen() throws Exception {
        JsonNode sites = http.json("api/sites");
        assertThat(sites.path("leastKm").asDouble()).isEqualTo(35.0);
        JsonNode nearest = site(sites, "tpe").path("nearest");
        assertThat(nearest.path(0).path("id").asText()).isEqualTo("ntp");
        assertThat(nearest.path(0).path("km").asDouble()).isCloseTo(13.258940, within(1e-5));
        assertThat(nearest.path(0).path("near").asBoolean()).isTrue();
        assertThat(nearest.path(1).path("km").asDouble()).isCloseTo(139.114214, within(1e-5));
        assertThat(nearest.path(1).path("near").asBoolean()).isFalse();
        HttpResponse<String> made =
                http.post("api/sites", "{\"id\":\"hualien\",\"name\":\"花蓮\",\"lat\":23.98,\"lon\":121.6}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(site(http.json("api/sites"), "hualien").path("elements").asInt())
                .isZero();
        assertThat(put("api/sites/hualien", "{\"id\":\"hualien\",\"x-note\":\"kept\"}", tag(made))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = put("api/sites/hualien", "{\"id\":\"hualien\"}", tag(made));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(http.json("api/sites/hualien").path("x-note").asText()).isEqualTo("kept");
        assertThat(site(http.json("api/sites"), "hualien").path("nearest")).isEmpty();
        assertThat(put("api/sites/hualien", "{\"id\":\"hualien\",\"lat\":91,\"lon\":0}", "*")
                        .statusCode())
                .isEqualTo(422);
        assertThat(http.send("DELETE", "api/sites/tpe", "", "If-Match", "*").body())
                .contains("still-named");
        assertThat(http.send("DELETE", "api/sites/hualien", "", "If-Match", "*").statusCode())
                .isEqualTo(204);
        assertThat(http.get("api/sites/hualien").body()).contains("unknown-site");
        assertThat(put("api/sites/hualien", "{\"id\":\"hualien\"}", "*").body()).contains("unknown-site");
    }

    @Test
    void changesAnElementOnTheVersionThatWasSeen() throws Exception {
        ObjectNode element = firstElement("asset");
        String path = "api/elements/" + element.path("id").asText();
        String seen = tag(http.get(path));
        element.put("zone", "moved").put("x-note", "kept");
        HttpResponse<String> answer = put(path, element.toString(), seen);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(tag(answer)).isNotEqualTo(seen).isEqualTo(tag(http.get(path)));
        assertThat(http.json(path).path("element")).isEqualTo(element);
    }

    @Test
    void tellsWhatDiffersWhenSomebodyElseWasFaster() throws Exception {
        ObjectNode element = firstElement("service");
        String path = "api/elements/" + element.path("id").asText();
        String seen = tag(http.get(path));
        assertThat(put(path, element.deepCopy().put("note", "theirs").toString(), seen)
                        .statusCode())
                .isEqualTo(200);
        String before = digest();
        HttpResponse<String> answer =
                put(path, element.deepCopy().put("note", "mine").toString(), seen);
        assertThat(answer.statusCode()).isEqualTo(412);
        JsonNode problem = body(answer);
        assertThat(problem.path("code").asText()).isEqualTo("changed-meanwhile");
        assertThat(problem.path("changes")).hasSize(1);
        assertThat(problem.path("changes").path(0).path("path").asText()).isEqualTo("$.note");
        assertThat(problem.path("changes").path(0).path("stored").asText()).isEqualTo("theirs");
        assertThat(problem.path("currentVersion").asInt()).isGreaterThan(1);
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void makesAndRemovesAnElementAndKeepsWhatIsStillNamed() throws Exception {
        String needed = firstElement("asset").path("id").asText();
        HttpResponse<String> made = http.send(
                "POST",
                "api/elements?type=service",
                "{\"id\": \"new-service\", \"needs\": [\"" + needed + "\"], \"names\": {\"zh-Hant\": \"新服務\"}}",
                "Content-Type",
                JSON);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).contains("/api/elements/new-service");
        assertThat(http.json("api/elements/" + needed).path("neededBy").toString())
                .contains("new-service");
        String before = digest();
        HttpResponse<String> refused = http.send("DELETE", "api/elements/" + needed, "", "If-Match", "*");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(body(refused).path("code").asText()).isEqualTo("still-named");
        assertThat(refused.body()).contains("undefined-name");
        assertThat(digest()).isEqualTo(before);
        assertThat(http.send("DELETE", "api/elements/new-service", "", "If-Match", tag(made))
                        .statusCode())
                .isEqualTo(204);
        assertThat(http.get("api/elements/new-service").statusCode()).isEqualTo(404);
    }

    @Test
    void makesChangesAndRemovesAScenario() throws Exception {
        String asset = firstElement("asset").path("id").asText();
        String scenario =
                "{\"id\": \"fire\", \"lasts\": 4, \"hits\": [{\"of\": [\"" + asset + "\"], \"state\": \"outage\"}]}";
        HttpResponse<String> made = http.send("POST", "api/scenarios", scenario, "Content-Type", JSON);
        assertThat(made.statusCode()).isEqualTo(201);
        HttpResponse<String> changed = put("api/scenarios/fire", scenario.replace("4", "5"), tag(made));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(http.json("api/scenarios/fire").path("lasts").asInt()).isEqualTo(5);
        assertThat(http.send("DELETE", "api/scenarios/fire", "", "If-Match", tag(changed))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void putsAWholeModelBackInBothNotations() throws Exception {
        for (String format : new String[] {"yaml", "json"}) {
            HttpResponse<String> file = http.get("api/model?format=" + format);
            String before = digest();
            HttpResponse<String> answer = http.send(
                    "PUT", "api/model", file.body(), "Content-Type", "application/" + format, "If-Match", tag(file));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(digest()).isEqualTo(before);
        }
    }

    /** ID stands for an asset of the sample that others name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT    | api/elements/ID              | *    | {"id": "ID"                                  | 400 | bad-json
            PUT    | api/elements/ID              | *    | ["ID"]                                       | 400 | bad-json
            PUT    | api/elements/ID              | *    | {"id": "ID", "id": "ID", "kind": "host"}     | 400 | bad-json
            PUT    | api/elements/ID              | *    | {"id": "ID"}                                 | 422 | invalid
            PUT    | api/elements/ID              | *    | {"id": "ID", "kind": "host", "tier": 12}     | 422 | invalid
            PUT    | api/elements/ID              | *    | {"id": "ID", "kind": "host", "needs": ["no"]} | 422 | invalid
            PUT    | api/elements/ID              | *    | {"id": "other", "kind": "host"}              | 422 | id-changed
            PUT    | api/elements/ID              | -    | {"id": "ID", "kind": "host"}                 | 428 | version-missing
            PUT    | api/elements/ID              | abc  | {"id": "ID", "kind": "host"}                 | 400 | bad-version
            PUT    | api/elements/ID              | "99" | {"id": "ID", "kind": "host"}                 | 412 | changed-meanwhile
            PUT    | api/elements/nobody          | *    | {"id": "nobody", "kind": "host"}             | 404 | unknown-element
            DELETE | api/elements/nobody          | *    |                                              | 404 | unknown-element
            DELETE | api/elements/ID              | -    |                                              | 428 | version-missing
            DELETE | api/elements/ID              | *    |                                              | 409 | still-named
            POST   | api/elements?type=asset      | -    | {"id": "ID", "kind": "host"}                 | 422 | invalid
            POST   | api/elements?type=asset      | -    | {"kind": "host"}                             | 422 | invalid
            POST   | api/elements?type=asset      | -    | {"id": "Not An Id", "kind": "host"}          | 422 | invalid
            POST   | api/elements?type=thing      | -    | {"id": "a", "kind": "host"}                  | 400 | bad-type
            POST   | api/elements                 | -    | {"id": "a", "kind": "host"}                  | 400 | bad-request
            POST   | api/scenarios                | -    | {"id": "s"}                                  | 422 | invalid
            POST   | api/scenarios                | -    | {"id": "s", "hits": []}                      | 422 | invalid
            POST   | api/scenarios                | -    | {"id": "s", "hits": [{"of": ["no"], "state": "damaged"}]} | 422 | invalid
            POST   | api/scenarios                | -    | {"id": "s", "hits": [{"of": ["ID"], "state": "outage"}]} | 422 | invalid
            POST   | api/scenarios                | -    | not json                                     | 400 | bad-json
            PUT    | api/scenarios/nobody         | *    | {"id": "nobody"}                             | 404 | unknown-scenario
            PUT    | api/scenarios/tpe-lost       | "99" | {"id": "tpe-lost"}                           | 412 | changed-meanwhile
            DELETE | api/scenarios/tpe-lost       | "99" |                                              | 412 | changed-meanwhile
            PUT    | api/model                    | -    | {"holdfast": 1}                              | 428 | version-missing
            PUT    | api/model                    | "0"  | {"holdfast": 1}                              | 412 | changed-meanwhile
            PUT    | api/model                    | *    | {"holdfast": 2}                              | 422 | invalid
            PUT    | api/model                    | *    | {"holdfast": 1, "assets": [{"id": "a"}]}     | 422 | invalid
            PUT    | api/model                    | *    | {"holdfast": 1, "services": [{"id": "a", "needs": ["b"]}]} | 422 | invalid
            PUT    | api/model                    | *    | {"holdfast":                                 | 422 | invalid
            """)
    void refusesABrokenChangeAndStoresNothing(
            String method, String path, String version, String body, int status, String code) throws Exception {
        String id = firstElement("asset").path("id").asText();
        String before = digest();
        String sent = body == null ? "" : body.replace("ID", id);
        HttpResponse<String> answer = version.equals("-")
                ? http.send(method, path.replace("ID", id), sent, "Content-Type", JSON)
                : http.send(method, path.replace("ID", id), sent, "Content-Type", JSON, "If-Match", version);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = body(answer);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("detail").asText()).isNotBlank();
        if (code.equals("invalid")) {
            assertThat(problem.path("violations")).isNotEmpty();
            assertThat(problem.path("violations").path(0).path("path").asText()).startsWith("$");
        }
        assertThat(digest()).isEqualTo(before);
    }

    private HttpResponse<String> change(String changes) throws Exception {
        return http.send("POST", "api/elements/changes", "{\"changes\": [" + changes + "]}", "Content-Type", JSON);
    }

    private int version(String id) throws Exception {
        return Integer.parseInt(tag(http.get("api/elements/" + id)).replace("\"", ""));
    }

    @Test
    void changesSeveralElementsAtOnce() throws Exception {
        String id = firstElement("process").path("id").asText();
        int version = version(id);
        HttpResponse<String> answer = change("""
                {"id": "%s", "version": %d, "patch": {"owner": "sales", "objectives": {"rto": 3}, "note": null}},
                {"type": "asset", "element": {"id": "batch-a", "kind": "host", "zone": "a"}},
                {"type": "service", "element": {"id": "batch-b", "needs": ["batch-a"]}}""".formatted(id, version));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(body(answer).path("items").toString())
                .isEqualTo(
                        "[{\"id\":\"%s\",\"version\":%d},{\"id\":\"batch-a\",\"version\":1},{\"id\":\"batch-b\",\"version\":1}]"
                                .formatted(id, version + 1));
        JsonNode element = http.json("api/elements/" + id).path("element");
        assertThat(element.path("owner").asText()).isEqualTo("sales");
        assertThat(element.path("objectives").path("rto").asDouble()).isEqualTo(3);
        assertThat(http.json("api/elements/batch-a").path("neededBy").toString())
                .contains("batch-b");
        HttpResponse<String> gone = change("""
                {"id": "batch-a", "version": 1, "remove": true}, {"id": "batch-b", "version": 1, "remove": true}""");
        assertThat(gone.statusCode()).as(gone.body()).isEqualTo(200);
        assertThat(body(gone).path("items").path(0).path("version").isNull()).isTrue();
        assertThat(http.get("api/elements/batch-a").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsOfEveryElementThatSomebodyElseChangedAndStoresNone() throws Exception {
        String id = firstElement("service").path("id").asText();
        int seen = version(id);
        assertThat(change("{\"id\": \"%s\", \"version\": %d, \"patch\": {\"note\": \"their own\"}}".formatted(id, seen))
                        .statusCode())
                .isEqualTo(200);
        String before = digest();
        HttpResponse<String> answer = change("""
                {"type": "asset", "element": {"id": "never", "kind": "host"}},
                {"id": "%s", "version": %d, "patch": {"note": "mine", "zone": "z"}}""".formatted(id, seen));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(412);
        JsonNode late = body(answer).path("conflicts");
        assertThat(late).hasSize(1);
        assertThat(late.path(0).path("index").asInt()).isEqualTo(1);
        assertThat(late.path(0).path("id").asText()).isEqualTo(id);
        assertThat(late.path(0).path("version").asInt()).isEqualTo(seen + 1);
        assertThat(late.path(0).path("changes").toString())
                .isEqualTo("[{\"path\":\"$.note\",\"stored\":\"their own\",\"sent\":\"mine\"},"
                        + "{\"path\":\"$.zone\",\"stored\":null,\"sent\":\"z\"}]");
        assertThat(digest()).isEqualTo(before);
    }

    /** ID stands for an asset of the sample that others name, V for its version. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "ID", "version": V, "patch": {"tier": 12}}                     | 422 | invalid       | $.changes[0].patch.tier
            {"id": "ID", "version": V, "patch": {"objectives": {"rto": -1}}}      | 422 | invalid       | $.changes[0].patch.objectives.rto
            {"id": "ID", "version": V, "patch": {"kind": null}}                   | 422 | invalid       | $.changes[0].patch
            {"type": "asset", "element": {"id": "ok", "kind": "host"}}, {"type": "asset", "element": {"id": "No", "kind": "host"}} | 422 | invalid | $.changes[1].element.id
            {"type": "asset", "element": {"id": "ID", "kind": "host"}}            | 422 | invalid       | $.changes[0].element.id
            {"id": "nobody", "version": 1, "patch": {}}                           | 404 | unknown-element | nobody
            {"id": "tpe-lost", "version": 1, "remove": true}                      | 404 | unknown-element | tpe-lost
            {"id": "ID", "version": V, "remove": true}                            | 409 | still-named   | needs
            {"id": "ID", "version": V, "patch": {}}, {"id": "ID", "version": V, "patch": {}} | 422 | changed-twice | ID
            {"id": "ID", "version": V, "patch": {"id": "other"}}                  | 422 | bad-changes   | $.changes[0]
            {"id": "ID", "version": V, "patch": [1]}                              | 422 | bad-changes   | $.changes[0]
            {"id": "ID", "version": V, "patch": {}, "remove": true}               | 422 | bad-changes   | $.changes[0]
            {"id": "ID", "patch": {}}                                             | 422 | bad-changes   | $.changes[0]
            {"version": V, "patch": {}}                                           | 422 | bad-changes   | $.changes[0]
            {"type": "thing", "element": {"id": "a"}}                             | 422 | bad-changes   | $.changes[0]
            {"type": "asset", "element": {"kind": "host"}}                        | 422 | bad-changes   | $.changes[0]
            null                                                                  | 400 | bad-request   | changes.[0]
                                                                                  | 422 | bad-changes   | 1 to 5000
            """)
    void refusesBrokenChangesAndStoresNone(String changes, int status, String code, String named) throws Exception {
        String id = firstElement("asset").path("id").asText();
        String before = digest();
        HttpResponse<String> answer =
                change(changes == null ? "" : changes.replace("ID", id).replace("V", Integer.toString(version(id))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(body(answer).path("code").asText()).isEqualTo(code);
        assertThat(answer.body()).contains(named.replace("ID", id));
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void namesTheBrokenPlaceWithinTheEntryThatWasSent() throws Exception {
        ObjectNode element = firstElement("asset");
        element.putArray("needs").add("no-such-thing");
        HttpResponse<String> answer = put("api/elements/" + element.path("id").asText(), element.toString(), "*");
        JsonNode violation = body(answer).path("violations").path(0);
        assertThat(violation.path("path").asText()).isEqualTo("$.needs[0]");
        assertThat(violation.path("code").asText()).isEqualTo("undefined-name");
        assertThat(violation.path("value").asText()).isEqualTo("no-such-thing");
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        String before = digest();
        HttpResponse<String> answer = http.send(
                "POST",
                "api/scenarios",
                "{\"id\": \"s\", \"note\": \"" + "x".repeat(2 << 20) + "\"}",
                "Content-Type",
                JSON);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(body(answer).path("code").asText()).isEqualTo("too-large");
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void publishesTheSchemaAndItsHealthAndNothingMore() throws Exception {
        assertThat(http.json("api/schema/model").path("$schema").asText())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        JsonNode health = http.json("health");
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.path("details").isEmpty()).isTrue();
        assertThat(http.send("GET", "beans", "", "Accept", JSON).statusCode()).isEqualTo(404);
    }
}
