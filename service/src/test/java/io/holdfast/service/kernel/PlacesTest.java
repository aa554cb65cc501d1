package io.holdfast.service.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private static String by(String name) {
        return Places.close("由" + Places.mark(name) + "於 2026 年核准。");
    }

    @Test
    void putsASpaceBetweenALatinNameAndTheChineseAroundIt() {
        assertThat(by("Wu Ping")).isEqualTo("由 Wu Ping 於 2026 年核准。");
        assertThat(by("吳平")).isEqualTo("由吳平於 2026 年核准。");
    }

    @Test
    void leavesWhatStandsWithinAValueAndBesidePunctuation() {
        assertThat(by("5G核心")).isEqualTo("由 5G核心於 2026 年核准。");
        assertThat(Places.close("「" + Places.mark("web-1") + "」")).isEqualTo("「web-1」");
        assertThat(Places.close(Places.mark("Wu") + " approved")).isEqualTo("Wu approved");
    }

    @Test
    void seesWhatTwoValuesBringTogether() {
        assertThat(Places.close(Places.mark("機房") + Places.mark("B2"))).isEqualTo("機房 B2");
    }
}
