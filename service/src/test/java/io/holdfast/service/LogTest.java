package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service writes for whoever runs it, where programs read it. */
class LogTest {

    private static final String PASSWORD = "wrong-horse-battery-staple-7";

    @Test
    void everyLineIsAnObjectThatTellsTheRequestAndNoSecret(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        ServiceProcess service = ServiceProcess.launch(data, List.of(), Map.of("HOLDFAST_LOG", "json"), "--empty");
        List<String> secrets = new ArrayList<>(List.of(PASSWORD, Guarded.PASSWORD));
        try {
            List<String> printed = new ArrayList<>();
            Http http = new Http(service.awaitReady(printed));
            String link = URI.create(printed.getLast()).getFragment();
            secrets.add(link);
            ObjectNode first = Http.JSON.createObjectNode();
            first.put("link", link).put("signInName", "root").put("displayName", "Root");
            HttpResponse<String> made = http.post(
                    "api/links/first", first.put("password", Guarded.PASSWORD).toString());
            assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
            String cookie =
                    made.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
            secrets.add(cookie.replaceFirst(".*=", ""));
            secrets.add(Http.JSON.readTree(made.body()).path("csrf").asText());
            ObjectNode wrong = Http.JSON.createObjectNode().put("name", "root").put("sharedStation", false);
            assertThat(http.post("api/session", wrong.put("password", PASSWORD).toString())
                            .statusCode())
                    .isEqualTo(401);
            http.with("Cookie", cookie).get("api/elements/secret-in-the-address?key=hidden-in-the-query");
            secrets.addAll(List.of("secret-in-the-address", "hidden-in-the-query"));
        } finally {
            service.stop();
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ServiceProcess.log(data).lines().toList()) {
            lines.add(Http.JSON.readTree(line));
        }
        assertThat(lines)
                .extracting(JsonNode::toString)
                .anyMatch(line -> line.contains("/api/links/first") && line.contains("\"200\""))
                .anyMatch(line -> line.contains("/api/session") && line.contains("\"401\""))
                .anyMatch(line -> line.contains("/api/elements/{id}") && line.contains("\"409\""))
                .allMatch(line -> secrets.stream().noneMatch(line::contains));
    }
}
