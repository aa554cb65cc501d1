package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
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
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
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
    @Tag("row:D3")
    void aPlayIsWhereItWasAfterAKillBitForBit(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        ServiceProcess first = ServiceProcess.launch(data, "--trials", "2000");
        String address;
        JsonNode before;
        try {
            List<String> printed = new ArrayList<>();
            Http http = new Http(first.awaitReady(printed));
            People people = People.begin(http, printed.getLast());
            Http leader = people.add(people.root(), "leads", List.of(Role.PLANNER), null);
            Http approver = people.add(people.root(), "approves", List.of(Role.APPROVER), null);
            address = begunPlay(leader, approver);
            before = play(leader, address);
            for (int decided = 0; decided < 3; decided++) {
                before = decided(leader, address, before);
            }
        } finally {
            first.killAll();
        }
        assertThat(before.path("decisions")).hasSize(3);
        ServiceProcess second = ServiceProcess.launch(data, "--trials", "2000");
        try {
            Http http = second.awaitReady();
            Http leader = People.session(http, http.post("api/session", """
                    {"name": "leads", "password": "%s", "sharedStation": false}
                    """.formatted(People.PASSWORD)));
            assertThat(play(leader, address)).isEqualTo(before);
            assertThat(decided(leader, address, before).path("decisions")).hasSize(4);
        } finally {
            second.stop();
        }
    }

    private static JsonNode done(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Http.JSON.readTree(answer.body());
    }

    /** The play of a plan that was approved, by its address. */
    private static String begunPlay(Http leader, Http approver) throws Exception {
        String sample = Files.readString(Path.of("src/main/resources/sample/operator.yaml"));
        done(leader.send("PUT", "api/model", sample, "Content-Type", "application/yaml", "If-Match", "*"));
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Taipei")).plusDays(9);
        String content = DrillPlaysOverHttpTest.content("Killed", "[\"desktop\"]", "\"tpe-lost\"", day)
                .toString();
        long plan = done(leader.post("api/drill-plans", content)).path("id").asLong();
        Approving.plan(leader, approver, plan);
        String plays = "api/drill-plans/" + plan + "/plays";
        return plays + "/"
                + done(leader.post(plays, "{\"day\": \"unlucky\"}")).path("id").asLong();
    }

    /** A play without the moment of the answer. */
    private static JsonNode play(Http who, String address) throws Exception {
        ObjectNode play = (ObjectNode) who.json(address);
        play.remove("now");
        return play;
    }

    /** The play after the first decision that can be made from where it is. */
    private static JsonNode decided(Http who, String address, JsonNode before) throws Exception {
        JsonNode at = before;
        while (at.path("possible").isEmpty()) {
            at = done(who.post(address + "/clock", "{\"action\": \"next\"}", "If-Match", "*"));
        }
        JsonNode possible = at.path("possible").get(0);
        ObjectNode decision =
                Http.JSON.createObjectNode().put("kind", possible.path("kind").asText());
        if (!possible.path("element").isNull()) {
            decision.set("element", possible.path("element"));
        }
        if (possible.path("method").asInt() >= 0) {
            decision.set("method", possible.path("method"));
        }
        done(who.post(address + "/decisions", decision.toString(), "If-Match", "*"));
        return play(who, address);
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
