package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.Unpacked;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.YearOutcome;
import io.holdfast.simulator.engine.YearRequest;
import io.holdfast.simulator.engine.YearSimulation;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.YearWriter;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Years of operation as jobs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class YearRunsOverHttpTest {

    private Application application;
    private Http http;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        application = Application.start(Arguments.demo(Unpacked.in(data), 0, true, 500));
        http = new Http(application.url());
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private long ask(String body) throws Exception {
        HttpResponse<String> accepted = http.post("api/runs", body);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return Http.JSON.readTree(accepted.body()).path("id").asLong();
    }

    @Test
    @Tag("row:S5")
    void runsYearsAsAJobAndKeepsTheBytesOfTheCommandLine() throws Exception {
        long id = ask("{\"kind\": \"year\", \"trials\": 40, \"seed\": 5, \"horizon\": 4000, \"warmup\": 100}");
        JsonNode run = http.awaitOver(id);
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("finished");
        assertThat(run.path("kind").asText()).isEqualTo("year");
        assertThat(run.path("subject").isNull()).isTrue();
        assertThat(run.path("trialsDone").asLong()).isEqualTo(40);
        String stored = http.get("api/runs/" + id + "/result").body();
        String file = http.get("api/runs/" + id + "/model").body();
        ContinuityModel model = switch (ModelReader.read(file.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused ->
                throw new AssertionError(refused.violations().toString());
        };
        assertThat(YearSimulation.run(model, new YearRequest(40, 4000, 100, 5, 1), RunMonitor.SILENT))
                .isInstanceOfSatisfying(
                        YearOutcome.Finished.class,
                        finished -> assertThat(stored).isEqualTo(YearWriter.toJson(finished.result(), model)));
        JsonNode listed = http.json("api/runs?kind=year").path("items");
        assertThat(listed.findValuesAsText("kind")).isNotEmpty().containsOnly("year");
        assertThat(http.json("api/runs?size=500").path("items").findValuesAsText("kind"))
                .containsOnly("scenario");
    }

    @Test
    void stopsYearsThatRun() throws Exception {
        long id = ask("{\"kind\": \"year\", \"trials\": 9000000}");
        assertThat(http.post("api/runs/" + id + "/cancel", "").statusCode()).isEqualTo(200);
        assertThat(http.awaitOver(id).path("status").asText()).isEqualTo("cancelled");
        assertThat(http.get("api/runs/" + id + "/result").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind": "year", "trials": 0}                      | 422 | bad-trials
            {"kind": "year", "horizon": 0}                     | 422 | bad-options
            {"kind": "year", "horizon": -5}                    | 422 | bad-options
            {"kind": "year", "horizon": 100, "warmup": 100}    | 422 | bad-options
            {"kind": "year", "warmup": "long"}                 | 400 | bad-request
            """)
    void refusesABrokenRequestWithACode(String body, int status, String code) throws Exception {
        HttpResponse<String> answer = http.post("api/runs", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("java.", "io.holdfast", "jackson");
    }
}
