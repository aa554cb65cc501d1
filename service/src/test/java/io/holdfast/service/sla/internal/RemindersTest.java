package io.holdfast.service.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.sla.AgreedThing;
import io.holdfast.service.sla.Agreement;
import io.holdfast.service.sla.Reminder;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ServiceLevel.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which days are told, and whose days they are. */
class RemindersTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-26");
    private static final Element FUEL = Element.asset("fuel", "supplier").build();

    private static List<Reminder> reminders(LocalDate end) {
        Agreement contract = new Agreement(
                "contract",
                Agreement.Kind.CONTRACT,
                null,
                "Fuel",
                Agreement.Covers.WHOLE,
                null,
                Period.MONTH,
                null,
                null,
                null,
                null,
                end,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null);
        return Reminders.of(AgreedThing.of(FUEL), List.of(contract), DAY);
    }

    @Test
    @Tag("row:S7")
    void anEndIsToldNinetyDaysBeforeAndAfterAndThenNoMore() {
        assertThat(reminders(DAY.plusDays(91))).isEmpty();
        assertThat(reminders(DAY.plusDays(90))).hasSize(1);
        assertThat(reminders(DAY.minusDays(90))).singleElement().matches(Reminder::overdue);
        assertThat(reminders(DAY.minusDays(91))).isEmpty();
    }

    @Test
    @Tag("row:S7")
    void daysAreThoseOfTaipeiWhereTheRegisterNamesNoZone() {
        assertThat(Agreed.zone(ContinuityModel.of(List.of(FUEL), List.of())).getId())
                .isEqualTo("Asia/Taipei");
    }
}
