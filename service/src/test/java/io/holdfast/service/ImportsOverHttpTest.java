package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.exchange.Fixtures;
import io.holdfast.service.exchange.IndependentWalk;
import io.holdfast.service.kernel.Unpacked;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports end to end: over HTTP, into a real database that is empty at first. */
@SuppressWarnings("NullAway.Init") // set before each test
class ImportsOverHttpTest {

    private static final byte[] EDGES = Fixtures.bundled("edges.csv");
    private static final String OVER_DEVICES = "{\"system\": \"train-ticket\", \"placeOn\": \"device\"}";

    private Application application;
    private Http http;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        application = Application.start(Arguments.demo(Unpacked.in(data), 0, false, 2_000));
        http = new Http(application.url());
    }

    @AfterEach
    void stop() {
        application.close();
    }

    private JsonNode accepted(String path, Multipart form) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.post(path, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.JSON.readTree(answer.body());
    }

    private static Multipart whole() {
        return new Multipart()
                .file("dump", Fixtures.dump())
                .file("edges", EDGES)
                .field("options", OVER_DEVICES);
    }

    @Test
    void tablesAreTheBeginningOfAnEmptyRegister() throws Exception {
        HttpResponse<byte[]> empty = http.bytes("api/lists/sites/export?format=csv");
        assertThat(new String(empty.body(), StandardCharsets.UTF_8)).contains("id,_version,name,");
        JsonNode sites = accepted(
                "api/lists/sites",
                new Multipart()
                        .file("file", "id,name,lat,lon\ntpe,臺北,25.04,121.56\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(sites.path("added").asInt()).isEqualTo(1);
        accepted(
                "api/lists/processes",
                new Multipart().file("file", "id,site,objectives.rto\nsell,tpe,4\n".getBytes(StandardCharsets.UTF_8)));
        JsonNode model = http.json("api/model?format=json");
        assertThat(model.path("sites").path(0).path("name").asText()).isEqualTo("臺北");
        assertThat(model.path("processes")
                        .path(0)
                        .path("objectives")
                        .path("rto")
                        .asInt())
                .isEqualTo(4);
        accepted("api/imports", whole());
        assertThat(http.json("api/model?format=json")
                        .path("processes")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo("sell");
    }

    @Test
    void importsTheRegisterWithTheCallGraphLaidOverIt() throws Exception {
        JsonNode preview = accepted("api/imports/preview", whole());
        assertThat(preview.path("stored").asBoolean()).isFalse();
        assertThat(preview.path("before").asText()).isEqualTo("none");
        assertThat(http.get("api/model").statusCode()).isEqualTo(409);
        JsonNode stored = accepted("api/imports", whole());
        assertThat(created(stored, "assets")).isEqualTo(515);
        assertThat(created(stored, "relations")).isEqualTo(547);
        assertThat(created(stored, "services")).isEqualTo(39);
        assertThat(stored.path("after")).isEqualTo(preview.path("after"));
        assertThat(http.json("api/meta").path("elements").asInt()).isEqualTo(515 + 39);
        assertThat(radius("netbox.provider-9")).isEqualTo(116);
        assertThat(radius("netbox.site-21")).isEqualTo(100);
        assertThat(radius("netbox.location-1")).isEqualTo(22);
        String model = http.get("api/model").body();
        JsonNode again = accepted("api/imports", whole());
        assertThat(again.path("changes").asBoolean()).isFalse();
        assertThat(http.get("api/model").body()).isEqualTo(model);
    }

    private static int created(JsonNode report, String what) {
        return report.path("counts").path(what).path("created").asInt();
    }

    private int radius(String id) throws IOException, InterruptedException {
        return http.json("api/elements/" + id + "/blast-radius").path("count").asInt();
    }

    /**
     * Train Ticket's 39 services run on the devices of the branch offices, so losing MDF takes no service down; losing the
     * branch DM-Akron does.
     */
    @Test
    void takesDownInTheSimulationWhatTheIndependentWalkTakesDown() throws Exception {
        accepted("api/imports", whole());
        String scenarios = """
                holdfast: 1
                scenarios:
                - id: mdf-lost
                  name: Site MDF destroyed
                  hits: [{of: [netbox.site-21], state: destroyed}]
                - id: akron-lost
                  name: Site DM-Akron destroyed
                  hits: [{sites: [netbox.site-2.place], state: destroyed}]
                """;
        accepted("api/imports", new Multipart().file("model", scenarios.getBytes(StandardCharsets.UTF_8)));
        IndependentWalk walk = new IndependentWalk(Fixtures.bundled("relations.csv"));
        walk.overlay(EDGES, "train-ticket", Fixtures.bundled("assets.csv"));
        assertThat(disruptedServices("mdf-lost")).isEqualTo(walk.servicesLostWith("site:21"));
        assertThat(disruptedServices("akron-lost")).isNotEmpty().isEqualTo(walk.servicesLostWith("site:2"));
    }

    private Set<String> disruptedServices(String scenario) throws IOException, InterruptedException {
        HttpResponse<String> asked = http.post("api/runs", "{\"scenario\": \"" + scenario + "\", \"trials\": 500}");
        assertThat(asked.statusCode()).isEqualTo(202);
        long run = Http.JSON.readTree(asked.body()).path("id").asLong();
        assertThat(http.awaitOver(run).path("status").asText()).isEqualTo("finished");
        Set<String> disrupted = new TreeSet<>();
        for (JsonNode element : http.json("api/runs/" + run + "/result").path("elements")) {
            double share = element.path("disrupted").path("estimate").asDouble();
            assertThat(share).as(element.path("id").asText()).isIn(0.0, 1.0);
            if (share == 1 && element.path("type").asText().equals("service")) {
                disrupted.add(element.path("id").asText().substring("train-ticket.".length()));
            }
        }
        return disrupted;
    }

    @Test
    void refusesWhenTheModelChangedSinceThePreview() throws Exception {
        JsonNode preview = accepted("api/imports/preview", whole());
        accepted(
                "api/imports",
                new Multipart().file("edges", EDGES).field("options", "{\"system\": \"online-boutique\"}"));
        String before = http.get("api/model").body();
        Multipart late = new Multipart()
                .file("dump", Fixtures.dump())
                .field("options", "{\"expect\": \"" + preview.path("before").asText() + "\"}");
        HttpResponse<String> answer = http.post("api/imports", late);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Http.JSON.readTree(answer.body()).path("code").asText()).isEqualTo("model-changed");
        assertThat(http.get("api/model").body()).isEqualTo(before);
    }
}
