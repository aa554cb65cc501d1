package io.holdfast.service.sla.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.kernel.web.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What cells of a table say. */
class MeasurementTableTest {

    @Test
    @Tag("row:S5")
    void onlyAnAvailabilityIsAPercentage() {
        List<Violation> broken = new ArrayList<>();
        List<MeasurementTable.Line> lines =
                MeasurementTable.read("period,availability,source\n2026-09,99.9 %,monitoring\n", broken);
        assertThat(broken).isEmpty();
        assertThat(lines.getFirst().said().path("availability").decimalValue()).isEqualByComparingTo("0.999");
        MeasurementTable.read("period,downMinutes,outageMinutes\n2026-09,50%,30%\n", broken);
        assertThat(broken).extracting(Violation::code).containsExactly("bad-number", "bad-number");
    }
}
