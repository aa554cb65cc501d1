package io.holdfast.simulator.engine;

import static io.holdfast.simulator.engine.Runs.elementOf;
import static io.holdfast.simulator.engine.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Hit;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Site;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circles on a sphere of 6 371.0088 km: one degree is 111.195 08 km, half the equator 20 015.114 44 km. */
class SelectionTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0, 111.1951, true",
        "0, 0, 1, 0, 111.1950, false",
        "0, 0, 0, 1, 111.1951, true",
        "0, 0, 0, 1, 111.1950, false",
        "0, 179.5, 0, -179.5, 111.1951, true",
        "60, 10, 60, 11, 55.6, true",
        "60, 10, 60, 11, 55.5, false",
        "0, 0, 0, 180, 20015.1145, true",
        "0, 0, 0, 180, 20015.1142, false",
        "25.04, 121.56, 25.04, 121.56, 0, true"
    })
    void aCircleSelectsBySphericalDistance(
            double lat, double lon, double siteLat, double siteLon, double km, boolean selected) {
        Element host = Element.asset("host", "host").site(Id.of("there")).build();
        Element nowhere = Element.asset("nowhere", "host").build();
        Hit hit = new Hit(null, null, null, null, null, new Hit.Circle(km, lat, lon), 1, false, DownState.DAMAGED);
        ContinuityModel model = new ContinuityModel(
                Label.NONE,
                null,
                null,
                List.of(new Site(Id.of("there"), Label.NONE, siteLat, siteLon)),
                List.of(),
                List.of(),
                List.of(host, nowhere),
                List.of(),
                List.of(Scenario.of("s", List.of(hit), null)),
                List.of());
        var result = run(model, 100, 1);
        assertThat(elementOf(result, "host").disrupted().value()).isEqualTo(selected ? 1 : 0);
        assertThat(elementOf(result, "nowhere").disrupted().value()).isZero();
    }
}
