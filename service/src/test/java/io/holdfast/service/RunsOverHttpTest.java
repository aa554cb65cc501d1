package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.Unpacked;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class RunsOverHttpTest {

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

    @Test
    void namesTheOrganisationOfTheSample() throws Exception {
        JsonNode meta = http.json("api/meta");
        assertThat(meta.path("organisation").path("names").path("zh-Hant").asText())
                .isEqualTo("藍鵲行動");
        assertThat(meta.path("signIn").asText()).isEqualTo("none");
    }

    @Test
    void showsEveryServiceAndProcessAgainstEveryScenario() throws Exception {
        JsonNode overview = http.json("api/overview");
        int rows = overview.path("rows").size();
        assertThat(rows).isEqualTo(28);
        assertThat(overview.path("cells"))
                .hasSize(rows * overview.path("columns").size());
    }

    @Test
    void cancelsARunThatWaitsAndKeepsNoResultOfIt() throws Exception {
        HttpResponse<String> accepted = http.post("api/runs", "{\"scenario\": \"tpe-lost\", \"trials\": 9000000}");
        assertThat(accepted.statusCode()).isEqualTo(202);
        long id = Http.JSON.readTree(accepted.body()).path("id").asLong();
        assertThat(http.post("api/runs/" + id + "/cancel", "").statusCode()).isEqualTo(200);
        assertThat(http.awaitOver(id).path("status").asText()).isEqualTo("cancelled");
        assertThat(http.get("api/runs/" + id + "/result").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"scenario": "tpe-lots"}                 | 422 | unknown-scenario
            {"scenario": "tpe-lost", "trials": 0}    | 422 | bad-trials
            {}                                       | 400 | missing-scenario
            {"scenario":                             | 400 | bad-request
            [1, 2]                                   | 400 | bad-request
            {"scenario": "tpe-lost", "trials": "ten"} | 400 | bad-request
            """)
    void refusesABrokenRequestWithACode(String body, int status, String code) throws Exception {
        int before = http.json("api/runs").path("total").asInt();
        HttpResponse<String> answer = http.post("api/runs", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("java.", "io.holdfast", "jackson");
        assertThat(http.json("api/runs").path("total").asInt()).isEqualTo(before);
    }

    @Test
    void refusesMoreRunsThanOnePersonMayLetWait() throws Exception {
        List<Long> asked = new ArrayList<>();
        HttpResponse<String> answer = http.post("api/runs/all", "{\"trials\": 9000000}");
        while (answer.statusCode() == 202 && asked.size() < 200) {
            Http.JSON
                    .readTree(answer.body())
                    .forEach(run -> asked.add(run.path("id").asLong()));
            answer = http.post("api/runs/all", "{\"trials\": 9000000}");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo("too-many-runs");
        assertThat(http.post("api/runs", "{\"scenario\": \"tpe-lost\"}").statusCode())
                .isEqualTo(429);
        for (long run : asked.reversed()) {
            assertThat(http.post("api/runs/" + run + "/cancel", "").statusCode())
                    .isEqualTo(200);
        }
        assertThat(asked).hasSizeBetween(100, 130);
        answer = http.post("api/runs", "{\"scenario\": \"tpe-lost\", \"trials\": 10}");
        assertThat(answer.statusCode()).isEqualTo(202);
        http.awaitOver(Http.JSON.readTree(answer.body()).path("id").asLong());
    }

    @Test
    void namesTheFieldAndTheValueThatCannotBeRead() throws Exception {
        assertThat(detail(http.post("api/runs", "{\"scenario\": \"tpe-lost\", \"trials\": \"ten\"}")))
                .isEqualTo("Field `trials` of the body is 'ten', but it must be a whole number.");
        assertThat(detail(http.get("api/runs?page=first")))
                .isEqualTo("Parameter `page` is 'first', but it must be a whole number.");
        assertThat(detail(http.post("api/runs", "{\"scenario\":")))
                .startsWith("The body is not JSON at line 1, column ");
    }

    private static String detail(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(400);
        return Http.JSON.readTree(answer.body()).path("detail").asText();
    }

    @Test
    void refusesWritesFromAnotherOrigin() throws Exception {
        int before = http.json("api/runs").path("total").asInt();
        HttpResponse<String> answer = http.post("api/runs/all", "{}", "Origin", "http://elsewhere.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(http.json("api/runs").path("total").asInt()).isEqualTo(before);
    }
}
