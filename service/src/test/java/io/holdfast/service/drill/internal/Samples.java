package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.CalendarReading;
import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The model and the calendar that the product comes with. */
final class Samples {

    private Samples() {}

    static ContinuityModel model() {
        return switch (ModelReader.read(bytes("/sample/operator.yaml"))) {
            case ReadOutcome.Read read -> read.model();
            case ReadOutcome.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    static HolidayCalendar calendar() {
        return calendar(bytes("/sample/taiwan-special-days.csv"));
    }

    static HolidayCalendar calendar(byte[] file) {
        return switch (CalendarFiles.read(file)) {
            case CalendarReading.Read read -> HolidayCalendar.of(read.days(), read.covered());
            case CalendarReading.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    static byte[] bytes(String resource) {
        try (InputStream file = Samples.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(file, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
