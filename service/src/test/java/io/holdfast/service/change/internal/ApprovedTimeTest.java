package io.holdfast.service.change.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.service.approval.Version;
import io.holdfast.service.approval.VersionState;
import io.holdfast.service.kernel.web.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovedTimeTest {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    /** Approved on 26 November at 21:05:42 in Taipei, for that day and the next one. */
    private static final Version VERSION = new Version(
            1,
            "Change C-1",
            "變更 C-1",
            null,
            "00",
            "",
            LocalDate.of(2026, 11, 26),
            LocalDate.of(2026, 11, 27),
            LocalDate.of(2026, 11, 27),
            1,
            Instant.parse("2026-11-26T12:00:00Z"),
            VersionState.APPROVED,
            new Version.Decision(2, null, Instant.parse("2026-11-26T13:05:42Z"), null));

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-26T21:05", "2026-11-27T23:59"})
    void letsBeginFromTheMinuteOfTheApprovalToTheEndOfItsLastDay(String started) {
        assertThatCode(() -> ApprovedTime.require(VERSION, LocalDateTime.parse(started), TAIPEI))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-26T21:04:59", "2026-11-28T00:00"})
    @Tag("row:G3")
    void refusesWhatBeganBeforeItAndAfterIt(String started) {
        assertThatThrownBy(() -> ApprovedTime.require(VERSION, LocalDateTime.parse(started), TAIPEI))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(LocalDateTime.parse(started).toString())
                .hasMessageContaining("carried out while its approval holds");
    }

    @Test
    void countsInTheTimeOfTheOrganisation() {
        assertThatCode(() -> ApprovedTime.require(VERSION, LocalDateTime.parse("2026-11-26T13:06"), ZoneId.of("UTC")))
                .doesNotThrowAnyException();
    }
}
