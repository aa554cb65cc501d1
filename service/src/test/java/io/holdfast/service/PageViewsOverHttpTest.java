package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.Unpacked;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The figures that the pages ask for: the register's summary, what scenarios would hit, estimates and yearly loss. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class PageViewsOverHttpTest {

    private Application application;
    private Http http;

    @BeforeAll
    void startAndAwaitTheFirstRuns(@TempDir Path data) throws Exception {
        application = Application.start(Arguments.demo(Unpacked.in(data), 0, true, 500));
        http = new Http(application.url());
        for (JsonNode run : http.json("api/runs?size=100").path("items")) {
            assertThat(http.awaitOver(run.path("id").asLong()).path("status").asText())
                    .isEqualTo("finished");
        }
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void summaryCountsWhatTheListShows() throws Exception {
        JsonNode summary = http.json("api/register/summary");
        JsonNode rows = http.json("api/elements?size=500");
        assertThat(summary.path("total").asInt()).isEqualTo(rows.path("total").asInt());
        for (String type : Set.of("asset", "service", "process")) {
            assertThat(summary.path("types").path(type).asInt())
                    .isEqualTo(
                            http.json("api/elements?type=" + type).path("total").asInt());
        }
        for (String evidence : Set.of("measured", "contract", "expert", "default")) {
            int sum = 0;
            for (JsonNode row : rows.path("items")) {
                sum += row.path("evidence").path(evidence).asInt();
            }
            assertThat(summary.path("evidence").path(evidence).asInt()).isEqualTo(sum);
        }
    }

    @Test
    void singlePointsAreTheAssetsWhoseBlastRadiusHoldsAServiceOrProcess() throws Exception {
        Set<String> listed = new HashSet<>();
        http.json("api/register/summary").path("singlePoints").forEach(id -> listed.add(id.asText()));
        assertThat(listed).isNotEmpty();
        for (JsonNode asset :
                http.json("api/elements?type=asset&size=60&sort=-neededByCount").path("items")) {
            String id = asset.path("id").asText();
            boolean takesDown = false;
            for (JsonNode lost :
                    http.json("api/elements/" + id + "/blast-radius").path("dependants")) {
                takesDown |= !lost.path("type").asText().equals("asset");
            }
            assertThat(listed.contains(id)).as(id).isEqualTo(takesDown);
        }
    }

    @Test
    void hitsOfAScenarioAndOfItsElementsAgree() throws Exception {
        JsonNode hits = http.json("api/scenarios/faulty-release/hits");
        assertThat(hits.path("hit").asInt()).isEqualTo(6);
        for (JsonNode entry : hits.path("entries")) {
            String element = entry.path("elements").path(0).path("id").asText();
            assertThat(http.json("api/elements/" + element + "/hits").path("items"))
                    .anySatisfy(place -> {
                        assertThat(place.path("scenario").asText()).isEqualTo("faulty-release");
                        assertThat(place.path("probability")).isEqualTo(entry.path("probability"));
                    });
        }
    }

    @Test
    void worstEstimateOfAnElementHasTheLeastChanceToBeInTime() throws Exception {
        JsonNode worst = http.json("api/estimates/worst").path("items");
        assertThat(worst).isNotEmpty();
        for (JsonNode estimate : worst) {
            if (!estimate.path("type").asText().equals("service")) {
                continue;
            }
            double least = 1;
            for (JsonNode each : http.json(
                            "api/estimates?element=" + estimate.path("element").asText())
                    .path("items")) {
                least = Math.min(least, withinRto(each));
            }
            assertThat(withinRto(estimate)).isEqualTo(least);
        }
    }

    private static double withinRto(JsonNode estimate) {
        return estimate.path("recovery").path("withinRto").path("estimate").asDouble(1);
    }

    @Test
    void yearlyLossIsFrequencyTimesLossOverAllScenarios() throws Exception {
        double expected = 0;
        for (JsonNode scenario : http.json("api/scenarios").path("items")) {
            String id = scenario.path("id").asText();
            for (JsonNode estimate : http.json("api/estimates?scenario=" + id).path("items")) {
                expected += scenario.path("frequency").asDouble()
                        * estimate.path("loss").path("mean").asDouble();
            }
        }
        JsonNode losses = http.json("api/losses");
        assertThat(losses.path("mean").asDouble()).isPositive().isCloseTo(expected, within(expected * 1e-9));
        assertThat(losses.path("low").asDouble()).isLessThan(expected);
        assertThat(losses.path("high").asDouble()).isGreaterThan(expected);
    }

    @Test
    void refusesUnknownIdsWithACode() throws Exception {
        assertThat(http.json("api/elements/no-such-thing/hits").path("code").asText())
                .isEqualTo("unknown-element");
        assertThat(http.json("api/scenarios/tpe-lots/hits").path("detail").asText())
                .contains("Did you mean 'tpe-lost'");
    }
}
