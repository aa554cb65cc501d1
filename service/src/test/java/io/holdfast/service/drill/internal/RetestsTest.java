package io.holdfast.service.drill.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.Retest;
import io.holdfast.service.drill.RetestWishes.Wish;
import io.holdfast.service.drill.ScheduledStates.Held;
import io.holdfast.simulator.model.ContinuityModel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a report wants to be drilled again is due by its day, and done when it was. */
@Tag("row:B18")
class RetestsTest {

    private static final ContinuityModel SAMPLE = Samples.model();
    private static final LocalDate HELD = LocalDate.of(2026, 5, 4);
    private static final LocalDate BY = LocalDate.of(2026, 9, 1);

    private static List<Retest> of(List<String> scope, Held... held) {
        return new Retests(SAMPLE, DrillRules.presets().getFirst(), List.of(held), ZoneId.of("Asia/Taipei"))
                .ofWishes(List.of(new Wish("report-7", "D-7", "Restore", HELD, BY, scope)));
    }

    @Test
    void aServiceThatWasDrilledIsDueByTheDayOfItsReport() {
        assertThat(of(List.of("svc-payment", "payment-db"))).singleElement().satisfies(retest -> {
            assertThat(retest.service()).isEqualTo("svc-payment");
            assertThat(retest.from()).isEqualTo(HELD.plusDays(1));
            assertThat(retest.by()).isEqualTo(BY);
            assertThat(retest.why().code()).isEqualTo("retest-report");
        });
    }

    @Test
    void ofAnAssetTheServicesThatRunOnItAreDue() {
        List<String> running = DrillSubject.listOf(SAMPLE).stream()
                .filter(subject -> subject.elements().contains("payment-db"))
                .map(subject -> subject.id().value())
                .toList();
        assertThat(running).isNotEmpty();
        assertThat(of(List.of("payment-db"))).extracting(Retest::service).containsExactlyElementsOf(running);
        assertThat(of(List.of("nothing-of-the-register"))).isEmpty();
    }

    @Test
    void theSameDrillAgainMeetsItThoughNoServiceIsInItsScope() {
        assertThat(of(List.of("payment-db"), new Held("payment-db", List.of("data-recovery"), BY, null)))
                .isEmpty();
        assertThat(of(List.of("payment-db", "crm-db"), new Held("payment-db", List.of("data-recovery"), BY, null)))
                .as("the other one was not")
                .isNotEmpty();
    }

    @Test
    void anotherDrillOnMoreThanPaperMeetsIt() {
        assertThat(of(List.of("svc-payment"), new Held("svc-payment", List.of("scenario"), HELD.plusDays(1), null)))
                .isEmpty();
        assertThat(of(List.of("svc-payment"), new Held("svc-payment", List.of("scenario"), HELD, null)))
                .as("the drill itself")
                .hasSize(1);
        assertThat(of(List.of("svc-payment"), new Held("svc-payment", List.of("desktop"), HELD.plusDays(9), null)))
                .hasSize(1);
    }
}
