package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** Has drill plans predicted and versions approved over HTTP, for tests. */
final class Approving {

    private Approving() {}

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Http.JSON.readTree(answer.body());
    }

    /** Asks the model for a plan and waits for what it says. */
    static JsonNode predict(Http planner, long plan) throws Exception {
        String path = "api/drill-plans/" + plan + "/prediction";
        JsonNode state = ok(planner.post(path, ""));
        while (state.path("status").asText().equals("running")) {
            Thread.sleep(50);
            state = planner.json(path);
        }
        return state;
    }

    /** Approves a version that was submitted. */
    static void approve(Http approver, JsonNode version) throws Exception {
        ok(approver.post(
                "api/approvals/" + version.path("document").asLong() + "/versions/"
                        + version.path("number").asInt() + "/approve",
                "{}",
                "If-Match",
                "\"" + version.path("hash").asText() + "\""));
    }

    /** Has a plan predicted, submitted by the one and approved by the other. */
    static void plan(Http planner, Http approver, long plan) throws Exception {
        predict(planner, plan);
        approve(
                approver,
                ok(planner.post("api/drill-plans/" + plan + "/approval", "{\"note\":\"please\"}", "If-Match", "*")));
    }
}
