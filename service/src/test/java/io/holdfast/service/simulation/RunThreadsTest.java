package io.holdfast.service.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RunThreadsTest {

    @Test
    void areOneACoreUnlessSaidOtherwise() {
        assertThat(new RunThreads(0).count()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(new RunThreads(3).count()).isEqualTo(3);
        assertThatThrownBy(() -> new RunThreads(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one thread");
    }
}
