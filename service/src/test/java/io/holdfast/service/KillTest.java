package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.simulator.engine.RunMonitor;
import io.holdfast.simulator.engine.RunOutcome;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.Simulation;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.format.ResultWriter;
import io.holdfast.simulator.model.Id;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service and its database are killed in the middle of a run; the next start loses nothing. */
class KillTest {

    private static final long TRIALS = 60_000;

    @Test
    void finishesTheRunAfterAKillWithTheBytesOfAnUndisturbedOne(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        ServiceProcess first = ServiceProcess.launch(data, "--demo");
        JsonNode runs;
        long wanted;
        try {
            Http http = first.awaitReady();
            wanted = Http.JSON
                    .readTree(http.post(
                                    "api/runs",
                                    "{\"scenario\": \"faulty-release\", \"trials\": " + TRIALS + ", \"seed\": 7}")
                            .body())
                    .path("id")
                    .asLong();
            for (int other = 1; other < wanted; other++) {
                http.post("api/runs/" + other + "/cancel", "");
            }
            awaitRunning(http, wanted);
            runs = http.json("api/runs");
        } finally {
            first.killAll();
        }
        ServiceProcess second = ServiceProcess.launch(data, "--demo");
        try {
            Http http = second.awaitReady();
            assertThat(http.json("api/runs").path("total")).isEqualTo(runs.path("total"));
            assertThat(http.awaitOver(wanted).path("status").asText()).isEqualTo("finished");
            String model = http.get("api/runs/" + wanted + "/model").body();
            String result = http.get("api/runs/" + wanted + "/result").body();
            assertThat(result).isEqualTo(undisturbed(model));
        } finally {
            second.stop();
        }
    }

    private static void awaitRunning(Http http, long run) throws Exception {
        for (int i = 0; i < 600; i++) {
            JsonNode now = http.json("api/runs/" + run);
            if (now.path("status").asText().equals("running")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("run " + run + " did not begin");
    }

    private static String undisturbed(String file) {
        if (ModelReader.read(file.getBytes(StandardCharsets.UTF_8)) instanceof ReadOutcome.Read read
                && Simulation.run(
                                read.model(), new RunRequest(Id.of("faulty-release"), TRIALS, 7, 1), RunMonitor.SILENT)
                        instanceof RunOutcome.Finished finished) {
            return ResultWriter.toJson(finished.result(), read.model());
        }
        throw new AssertionError("the stored model could not be run");
    }

    @Test
    void keepsASecondServiceOffTheFolder(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        ServiceProcess first = ServiceProcess.launch(data, "--demo");
        try {
            first.awaitReady();
            Process second = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Application.class.getName(),
                            "--data",
                            data.toString(),
                            "--port",
                            "0",
                            "--demo"))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(second.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(out.readAllAsString()).contains("Another Holdfast uses the data folder");
            }
            assertThat(second.waitFor()).isEqualTo(2);
        } finally {
            first.stop();
        }
    }
}
