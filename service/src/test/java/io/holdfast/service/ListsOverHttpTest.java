package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.Unpacked;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as spreadsheets over HTTP: out, filled in, looked at, taken over; nothing is lost and nobody's change overwritten unseen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class ListsOverHttpTest {

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

    private HttpResponse<String> send(String path, byte[] file) throws Exception {
        return http.post("api/lists/" + path, new Multipart().file("file", file));
    }

    private JsonNode sent(String path, byte[] file) throws Exception {
        HttpResponse<String> answer = send(path, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.JSON.readTree(answer.body());
    }

    private byte[] export(String list, String format) throws Exception {
        HttpResponse<byte[]> answer = http.bytes("api/lists/" + list + "/export?format=" + format);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(list + "." + format);
        return answer.body();
    }

    private static byte[] bytes(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sites", "teams", "contacts", "assets", "services", "processes", "plans", "scenarios", "drills"})
    void whatIsExportedAndBroughtBackChangesNothing(String list) throws Exception {
        for (String format : List.of("xlsx", "csv")) {
            JsonNode report = sent(list + "/preview?removeMissing=true", export(list, format));
            assertThat(report.path("unchanged").asInt()).isPositive();
            assertThat(report.path("rows")).isEmpty();
            assertThat(report.path("conflicts")).isEmpty();
        }
    }

    @Test
    @Tag("row:B1")
    void aPlannersTableOfProcessesIsShownAsADifferenceAndThenTakenOver() throws Exception {
        String service = http.json("api/elements?type=service&size=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        byte[] table = bytes(
                "id,name,names.zh-Hant,owner,objectives.mtpd,objectives.rto,needs,impact.loss",
                "sheet-billing,Billing,帳務,finance,48,8," + service + ",\"[[0,0],[4,200000]]\"",
                "sheet-selling,Selling,銷售,sales,24,4," + service + "; sheet-billing,");
        JsonNode preview = sent("processes/preview", table);
        assertThat(preview.path("added").asInt()).isEqualTo(2);
        assertThat(preview.path("stored").asBoolean()).isFalse();
        assertThat(preview.path("rows").path(0).path("row").asInt()).isEqualTo(2);
        assertThat(preview.path("rows").path(0).path("changes").toString())
                .contains("{\"column\":\"objectives.rto\",\"stored\":\"\",\"sent\":\"8\"}");
        assertThat(http.get("api/elements/sheet-billing").statusCode()).isEqualTo(404);
        JsonNode stored = sent("processes?expect=" + preview.path("before").asText(), table);
        assertThat(stored.path("stored").asBoolean()).isTrue();
        JsonNode element = http.json("api/elements/sheet-selling").path("element");
        assertThat(element.path("needs").toString()).isEqualTo("[\"" + service + "\",\"sheet-billing\"]");
        assertThat(element.path("names").path("zh-Hant").asText()).isEqualTo("銷售");
        assertThat(sent("processes/preview", table).path("unchanged").asInt()).isEqualTo(2);
        byte[] less = bytes("id,owner", "sheet-selling,");
        JsonNode changed = sent("processes", less);
        assertThat(changed.path("changed").asInt()).isEqualTo(1);
        assertThat(http.json("api/elements/sheet-selling").path("element").has("owner"))
                .isFalse();
        assertThat(http.json("api/elements/sheet-selling")
                        .path("element")
                        .path("name")
                        .asText())
                .isEqualTo("Selling");
    }

    @Test
    void aRowThatSomebodyElseChangedIsShownAndNotOverwritten() throws Exception {
        sent("processes", bytes("id,name", "sheet-shared,Shared"));
        byte[] mine = bytes("id,_version,note", "sheet-shared,1,mine");
        sent("processes", bytes("id,owner", "sheet-shared,theirs"));
        JsonNode preview = sent("processes/preview", mine);
        assertThat(preview.path("conflicts").path(0).path("id").asText()).isEqualTo("sheet-shared");
        HttpResponse<String> late = send("processes", mine);
        assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
        assertThat(Http.JSON
                        .readTree(late.body())
                        .path("conflicts")
                        .path(0)
                        .path("changes")
                        .toString())
                .isEqualTo("[{\"column\":\"note\",\"stored\":\"\",\"sent\":\"mine\"}]");
        assertThat(sent("processes?overwrite=true", mine).path("changed").asInt())
                .isEqualTo(1);
        JsonNode element = http.json("api/elements/sheet-shared").path("element");
        assertThat(element.path("note").asText()).isEqualTo("mine");
        assertThat(element.path("owner").asText()).isEqualTo("theirs");
    }

    @Test
    void whatIsNotInTheTableGoesOnlyWhenAskedAndWhenNothingNamesIt() throws Exception {
        sent(
                "scenarios",
                bytes(
                        "id,lasts,hits",
                        "sheet-fire,3,\"[{\"\"kinds\"\":[\"\"power\"\"],\"\"state\"\":\"\"outage\"\"}]\""));
        byte[] without = export("scenarios", "csv");
        String kept = new String(without, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("sheet-fire,"))
                .reduce("", (one, other) -> one + other + "\r\n");
        byte[] table = kept.getBytes(StandardCharsets.UTF_8);
        assertThat(sent("scenarios/preview", table).path("removed").asInt()).isZero();
        JsonNode preview = sent("scenarios/preview?removeMissing=true", table);
        assertThat(preview.path("removed").asInt()).isEqualTo(1);
        assertThat(preview.path("rows").path(0).path("row").asInt()).isZero();
        assertThat(sent("scenarios?removeMissing=true", table).path("removed").asInt())
                .isEqualTo(1);
        HttpResponse<String> named = send("services/preview?removeMissing=true", bytes("id", "sheet-none"));
        assertThat(named.statusCode()).as(named.body()).isEqualTo(422);
        assertThat(named.body()).contains("still-named");
    }

    @Test
    void teamsAndSitesAreCheckedAgainstAllThatLeansOnThem() throws Exception {
        sent("teams", bytes("id,size,mobilise", "sheet-crew,3,\"{\"\"fixed\"\":0.5}\"", "sheet-idle,2,"));
        sent(
                "assets",
                bytes(
                        "id,kind,recovery",
                        "sheet-rack,host,\"[{\"\"method\"\":\"\"repair\"\",\"\"duration\"\":1,\"\"crew\"\":{\"\"sheet-crew\"\":3}}]\""));
        HttpResponse<String> tooSmall = send("teams", bytes("id,size", "sheet-idle,-1", "sheet-crew,2"));
        assertThat(tooSmall.statusCode()).as(tooSmall.body()).isEqualTo(422);
        JsonNode violations = Http.JSON.readTree(tooSmall.body()).path("violations");
        assertThat(violations.toString())
                .contains("sheet-rack")
                .contains("\"row\":2")
                .contains("\"column\":\"size\"");
        byte[] without = new String(export("teams", "csv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("sheet-crew,"))
                .reduce("", (one, other) -> one + other + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> named = send("teams?removeMissing=true", without);
        assertThat(named.statusCode()).as(named.body()).isEqualTo(422);
        assertThat(named.body()).contains("still-named").contains("sheet-crew");
        JsonNode changed = sent("teams", bytes("id,size,names.zh-Hant", "sheet-crew,4,試算組"));
        assertThat(changed.path("changed").asInt()).isEqualTo(1);
        assertThat(http.json("api/model?format=json").path("teams").toString())
                .contains("\"size\":4,\"mobilise\":0.5")
                .contains("試算組");
        assertThat(http.json("api/audit?action=team.replace&subject=sheet-crew")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            name~~a                                | missing-heading  | 1 | id
            id,ownr~~a,x                           | unknown-heading  | 1 | Did you mean 'owner'
            id,objectives.rt~~a,4                  | unknown-heading  | 1 | Did you mean 'objectives.rto'
            id,name~~,x                            | missing-value    | 2 | id
            id~~a~~a                               | duplicate-id     | 3 | two rows
            id,_version~~a,one                     | bad-version      | 2 | whole number
            id~~Not an id                          | bad-id           | 2 | Not an id
            id,objectives.rto~~a,soon              | wrong-kind       | 2 | soon
            id,objectives.rto,objectives.mtpd~~a,4,-1 | out-of-range  | 2 | objectives.mtpd
            id,needs~~ok,~~a,nobody                | undefined-name   | 3 | nobody
            """)
    void saysInWhichRowAndColumnATableIsWrongAndStoresNothing(String table, String code, int row, String named)
            throws Exception {
        String before = http.json("api/model?format=json").toString();
        HttpResponse<String> answer = send("processes", bytes(table.split("~~")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode problem = Http.JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo("import-refused");
        JsonNode violation = problem.path("violations").path(0);
        assertThat(violation.path("code").asText()).isEqualTo(code);
        assertThat(violation.path("row").asInt()).isEqualTo(row);
        assertThat(violation.toString()).contains(named);
        assertThat(http.json("api/model?format=json").toString()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, cables/export, 404, unknown-list",
        "GET, assets/export?format=ods, 400, bad-format",
        "POST, cables/preview, 404, unknown-list",
        "POST, assets?expect=sha256:other, 409, model-changed"
    })
    void refusesWhatItDoesNotKnow(String method, String path, int status, String code) throws Exception {
        HttpResponse<String> answer =
                method.equals("GET") ? http.get("api/lists/" + path) : send(path, bytes("id", "a"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"" + code + "\"");
    }
}
