package io.holdfast.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run that cannot fit is refused before memory is spent. */
class MemoryNeedTest {

    private static final ContinuityModel MODEL = ContinuityModel.of(
            IntStream.range(0, 100_000)
                    .mapToObj(i -> Element.asset("host-" + i, "host").build())
                    .toList(),
            List.of(Runs.hitting(DownState.DAMAGED, "host-1")));

    private static RunRequest request(Detail detail) {
        return new RunRequest(Id.of("s"), 1000, 1, 2, detail);
    }

    @Test
    void refusesWhatDoesNotFitAndNamesTheWaysOut() {
        assertThatThrownBy(() -> MemoryNeed.check(MODEL, request(Detail.EVERYTHING), Way.fastest(), 1L << 30))
                .isInstanceOf(ModelTooLarge.class)
                .hasMessageContaining("100,000 elements")
                .hasMessageContaining("2 threads")
                .hasMessageContaining("Java may take 1,024 MiB")
                .hasMessageContaining("-Xmx")
                .hasMessageContaining("processes alone");
    }

    @Test
    void lets100000ElementsRunIn4GiBAndAlsoInLess() {
        assertThatCode(() -> MemoryNeed.check(MODEL, request(Detail.PROCESSES), Way.fastest(), 4L << 30))
                .doesNotThrowAnyException();
        assertThat(MemoryNeed.bytes(MODEL, request(Detail.PROCESSES), Way.fastest()))
                .isBetween(100L << 20, 1L << 30);
    }

    @Test
    void veryLargeModelsTakeFewerLanes() {
        assertThat(LaneWork.lanesFor(1_000, 512)).isEqualTo(512);
        assertThat(LaneWork.lanesFor(1_000_000, 512)).isEqualTo(64);
        assertThat(LaneWork.lanesFor(100_000_000, 512)).isEqualTo(16);
    }
}
