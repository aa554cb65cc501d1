package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.Unpacked;
import io.holdfast.simulator.drill.DrillDay;
import io.holdfast.simulator.drill.DrillOutcome;
import io.holdfast.simulator.drill.DrillRequest;
import io.holdfast.simulator.drill.DrillSimulation;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.format.DrillWriter;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
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

/** Estimates of drills as jobs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class DrillRunsOverHttpTest {

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
    @Tag("row:D6")
    void estimatesADrillAsAJobAndKeepsTheBytesOfTheCommandLine() throws Exception {
        long id = ask("""
                {"kind": "drill", "drill": "drill-payment-failover", "trials": 700, "seed": 5,
                 "options": {"draws": 0, "stay": 2, "asOf": "2026-11-26"}}""");
        JsonNode run = http.awaitOver(id);
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("finished");
        assertThat(run.path("kind").asText()).isEqualTo("drill");
        assertThat(run.path("subject").asText()).isEqualTo("drill-payment-failover");
        assertThat(run.path("scenario").asText()).isEmpty();
        String stored = http.get("api/runs/" + id + "/result").body();
        String file = http.get("api/runs/" + id + "/model").body();
        ContinuityModel model = switch (ModelReader.read(file.getBytes(StandardCharsets.UTF_8))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused ->
                throw new AssertionError(refused.violations().toString());
        };
        DrillRequest request =
                new DrillRequest(Id.of("drill-payment-failover"), 700, 5, 1, null, new DrillDay("2026-11-26"), 2, 1, 0);
        assertThat(DrillSimulation.run(model, request, RunMonitor.SILENT))
                .isInstanceOfSatisfying(
                        DrillOutcome.Finished.class,
                        finished -> assertThat(stored).isEqualTo(DrillWriter.toJson(finished.result(), model)));
    }

    @Test
    void listsRunsByKindAndScenariosWhereNoneIsNamed() throws Exception {
        long id = ask(
                "{\"kind\": \"drill\", \"drill\": \"drill-selfcare-restore\", \"trials\": 50, \"options\": {\"draws\": 0}}");
        http.awaitOver(id);
        for (JsonNode run : http.json("api/runs?size=500").path("items")) {
            assertThat(run.path("kind").asText()).isEqualTo("scenario");
            assertThat(run.path("scenario").asText())
                    .isEqualTo(run.path("subject").asText());
        }
        JsonNode drills = http.json("api/runs?kind=drill&subject=drill-selfcare-restore");
        assertThat(drills.path("total").asInt()).isEqualTo(1);
        assertThat(drills.path("items").get(0).path("id").asLong()).isEqualTo(id);
        assertThat(http.json("api/runs?kind=drill&subject=nothing")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void listsTheDrillsThatAreWrittenDownWithTheirNewestEstimate() throws Exception {
        String quake = "drill-quake-desktop";
        assertThat(written(quake).path("newest").isNull()).isTrue();
        assertThat(written(quake).path("types").get(0).asText()).isEqualTo("desktop");
        assertThat(written(quake).path("scenario").path("id").asText()).isEqualTo("tpe-lost");
        long first = ask(
                "{\"kind\": \"drill\", \"drill\": \"drill-quake-desktop\", \"trials\": 50, \"options\": {\"draws\": 0}}");
        http.awaitOver(first);
        long second = ask("{\"kind\": \"drill\", \"drill\": \"drill-quake-desktop\", \"trials\": 9000000}");
        assertThat(written(quake).path("estimate").asLong()).isEqualTo(first);
        assertThat(written(quake).path("newest").path("id").asLong()).isEqualTo(second);
        assertThat(written(quake).path("modelChanged").asBoolean()).isFalse();
        http.post("api/runs/" + second + "/cancel", "");
        http.awaitOver(second);
    }

    private JsonNode written(String drill) throws Exception {
        JsonNode all = http.json("api/drills");
        assertThat(all).hasSize(5);
        for (JsonNode each : all) {
            if (each.path("id").asText().equals(drill)) {
                return each;
            }
        }
        throw new AssertionError("no " + drill);
    }

    @Test
    void stopsADrillThatRuns() throws Exception {
        long id = ask("{\"kind\": \"drill\", \"drill\": \"drill-fire-scenario\", \"trials\": 9000000}");
        assertThat(http.post("api/runs/" + id + "/cancel", "").statusCode()).isEqualTo(200);
        assertThat(http.awaitOver(id).path("status").asText()).isEqualTo("cancelled");
        assertThat(http.get("api/runs/" + id + "/result").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind": "drill"}                                                              | 400 | missing-drill
            {"kind": "drill", "drill": "drill-fire"}                                       | 422 | unknown-drill
            {"kind": "drl", "drill": "drill-fire-scenario"}                                | 422 | unknown-kind
            {"kind": "drill", "drill": "drill-fire-scenario", "trials": 0}                 | 422 | bad-trials
            {"kind": "drill", "drill": "drill-fire-scenario", "options": {"draws": 3}}     | 422 | bad-options
            {"kind": "drill", "drill": "drill-fire-scenario", "options": {"asOf": "soon"}} | 422 | bad-options
            {"kind": "drill", "drill": "drill-fire-scenario", "options": {"stay": "long"}} | 400 | bad-request
            """)
    void refusesABrokenRequestWithACode(String body, int status, String code) throws Exception {
        HttpResponse<String> answer = http.post("api/runs", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("java.", "io.holdfast", "jackson");
    }

    @Test
    void refusesToListAKindThatThereIsNot() throws Exception {
        assertThat(http.get("api/runs?kind=weather").statusCode()).isEqualTo(422);
    }
}
