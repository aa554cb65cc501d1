package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that {@link FuzzTest} once found answered by a fault, by a code that no guide lists, or by telling how it is built. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class RefusalsOverHttpTest {

    private Guarded service;
    private AnswerRules rules;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, true);
        rules = AnswerRules.read();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    static List<Arguments> found() {
        String deep = "{\"name\":" + "[".repeat(3_000);
        return List.of(
                Arguments.of("POST", "api/accounts", "{\"signInName\": \"a\", \"grants\": [null]}", 400, "bad-request"),
                Arguments.of("PUT", "api/own/deputies", "[null]", 400, "bad-request"),
                Arguments.of("POST", "api/own/keys", "{\"name\": \"k\", \"scopes\": [null]}", 400, "bad-request"),
                Arguments.of("POST", "api/units", "{\"id\": \"u\", \"name\": \"a\\u0000b\"}", 422, "unstorable"),
                Arguments.of("POST", "api/units", deep, 400, "bad-request"),
                Arguments.of("POST", "api/session", deep, 400, "bad-request"),
                Arguments.of("GET", "api/elements/a%00b", "", 404, "unknown-element"),
                Arguments.of("GET", "api/runs?subject=a%00b", "", 422, "unstorable"),
                Arguments.of("POST", "api/calendar/imports", "no calendar", 422, "calendar-refused"),
                Arguments.of("GET", "assets", "", 404, "not-found"),
                Arguments.of("GET", "assets/", "", 404, "not-found"),
                Arguments.of(
                        "PUT",
                        "api/accounts/1",
                        "{\"displayName\":\"Root\",\"disabled\":false,\"grants\":[{\"role\":\"administrator\"}],\"version\":1,"
                                + "\"deputies\":[{\"account\":1,\"firstDay\":\"2031-01-01\",\"lastDay\":\"2031-01-02\"}]}",
                        422,
                        "bad-deputy"));
    }

    @ParameterizedTest
    @MethodSource("found")
    void aRequestInBadFaithIsRefusedByACodeOfTheGuide(String method, String path, String body, int status, String code)
            throws Exception {
        Http http = service.administrator();
        HttpResponse<String> answer = method.equals("GET")
                ? http.get(path)
                : operator(path, http).send(method, path, body, "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
        assertThat(broken(answer)).isEmpty();
    }

    /** By a client of its own: the service ends the connection behind it, and another request on it would not be answered. */
    @Test
    void anAddressThatIsTooLongIsRefused() throws Exception {
        HttpResponse<String> answer = new Http(service.application.url()).get("api/elements?q=" + "a".repeat(5_000));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo("too-large");
        assertThat(broken(answer)).isEmpty();
    }

    private Http operator(String path, Http administrator) throws Exception {
        return path.contains("calendar") ? service.person("operator", Role.OPERATOR, null) : administrator;
    }

    private List<String> broken(HttpResponse<String> answer) {
        List<String> headers = answer.headers().map().entrySet().stream()
                .map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
                .toList();
        return rules.broken(new RawHttp.Answer(answer.statusCode(), headers, answer.body()));
    }

    @Test
    void aModelOrAnEntryWithATextThatCannotBeStoredIsRefusedAndNothingIsLost() throws Exception {
        Http planner = service.person("modeller", Role.PLANNER, null);
        String before = planner.get("api/model").body();
        String model = "{\"holdfast\": 1, \"note\": \"a\\u0000b\"}";
        String element = "{\"id\": \"payment-db\", \"kind\": \"database\", \"note\": \"a\\u0000b\"}";
        for (List<String> put : List.of(List.of("api/model", model), List.of("api/elements/payment-db", element))) {
            HttpResponse<String> answer = planner.send(
                    "PUT", put.getFirst(), put.getLast(), "Content-Type", "application/json", "If-Match", "*");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo("unstorable");
            assertThat(broken(answer)).isEmpty();
        }
        assertThat(planner.get("api/model").body()).isEqualTo(before);
    }

    @Test
    void aMomentBeyondWhatIsKeptFindsNothing() throws Exception {
        Http http = service.administrator();
        String late = "%2B1000000000-12-31T23:59:59Z";
        assertThat(http.json("api/audit?from=" + late).path("total").asInt(-1)).isZero();
        assertThat(http.json("api/audit?until=-1000000000-01-01T00:00:00Z")
                        .path("total")
                        .asInt(-1))
                .isZero();
        assertThat(http.json("api/audit?until=" + late).path("total").asInt()).isPositive();
    }

    @Test
    void optionsOfAnImportAreRefusedInWordsOfTheReader() throws Exception {
        Http planner = service.person("planner", Role.PLANNER, null);
        byte[] assets = "id,type\na,rack\n".getBytes(StandardCharsets.UTF_8);
        for (String options :
                List.of("{\"tier\": {}}", "{\"tier\": \"high\"}", "{\"objectives\": []}", "{\"tiers\": 1}", "[", "7")) {
            HttpResponse<String> answer = planner.post(
                    "api/imports/preview",
                    new Multipart().file("assets", assets).field("options", options));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("bad-options");
            assertThat(broken(answer)).isEmpty();
        }
    }

    @Test
    void aTypeThatIsNotAnsweredWithIsRefusedByACodeOfTheGuide() throws Exception {
        HttpResponse<String> answer = service.administrator().send("GET", "api/units", "", "Accept", "image/png");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(406);
        assertThat(broken(answer)).isEmpty();
    }

    @Test
    void aBodyThatCannotBeUnpackedIsRefusedByACodeOfTheGuide() throws Exception {
        for (String coding : List.of("deflate", "snappy", "br")) {
            HttpResponse<String> answer = service.http.post("api/session", "{}", "Content-Encoding", coding);
            assertThat(answer.statusCode()).as(answer.body()).isIn(411, 415);
            assertThat(broken(answer)).isEmpty();
        }
    }
}
