package io.holdfast.service.drill.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.drill.ScheduledStates.Held;
import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.calendar.DrillPolicy.Asked;
import io.holdfast.simulator.calendar.DrillPolicy.Step;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("row:D2")
class ServiceDutiesTest {

    private static final ContinuityModel SAMPLE = Samples.model();
    private static final Element PAYMENT =
            Objects.requireNonNull(SAMPLE.elementsById().get(Id.of("svc-payment")));

    private static Held held(String type, String day) {
        return new Held("svc-payment", List.of(type), LocalDate.parse(day), null);
    }

    private static DrillPolicy policy(Asked... asked) {
        return new DrillPolicy(List.of(new Step(1, List.of(asked), "a test")));
    }

    @Test
    void aDutyComesAgainAfterAsManyYearsAsThePolicyLetsPass() {
        DrillPolicy everyThird = policy(new Asked(List.of(Drill.Type.SCENARIO), 3));
        assertThat(new ServiceDuties(SAMPLE, everyThird, List.of(held("scenario", "2026-05-04"))).findDue(PAYMENT))
                .contains(LocalDate.of(2029, 5, 4));
        assertThat(new ServiceDuties(SAMPLE, DrillPolicy.STANDARD, List.of(held("scenario", "2026-05-04")))
                        .findDue(PAYMENT))
                .contains(LocalDate.of(2027, 5, 4));
    }

    @Test
    void theFirstOfSeveralDutiesCountsFromItsOwnLastDrill() {
        DrillPolicy two =
                policy(new Asked(List.of(Drill.Type.SCENARIO), 2), new Asked(List.of(Drill.Type.DATA_RECOVERY), 1));
        List<Held> held = List.of(
                held("scenario", "2024-03-01"), held("scenario", "2026-03-01"), held("data-recovery", "2026-09-09"));
        assertThat(new ServiceDuties(SAMPLE, two, held).findDue(PAYMENT)).contains(LocalDate.of(2027, 9, 9));
    }

    @Test
    void whatThePolicyDoesNotAskForMakesNothingDue() {
        DrillPolicy live = policy(new Asked(List.of(Drill.Type.LIVE_FAILOVER), 1));
        assertThat(new ServiceDuties(SAMPLE, live, List.of(held("desktop", "2026-05-04"))).findDue(PAYMENT))
                .isEmpty();
        assertThat(new ServiceDuties(SAMPLE, live, List.of()).findDue(PAYMENT)).isEmpty();
    }
}
