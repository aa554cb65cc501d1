package io.holdfast.service.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, /postgres-linux-x86_64.txz",
        "Linux, aarch64, /postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, /postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, /postgres-darwin-arm_64.txz"
    })
    void picksTheArchiveOfTheMachine(String system, String machine, String archive) {
        assertThat(PostgresBinaries.findName(system, machine)).contains(archive);
    }

    @ParameterizedTest
    @CsvSource({"Linux, s390x", "Windows 11, amd64"})
    void hasNoneForOtherMachines(String system, String machine) {
        assertThat(PostgresBinaries.findName(system, machine)).isEmpty();
    }

    @Test
    void bundlesTheOneOfThisMachine() {
        String archive = PostgresBinaries.findName(System.getProperty("os.name"), System.getProperty("os.arch"))
                .orElseThrow();
        assertThat(PostgresBinaries.class.getResource(archive)).isNotNull();
    }
}
