package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.service.kernel.access.Exposure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** To whom the service can be opened, and how. */
class ListeningTest {

    @Test
    void listensOnThisComputerOnlyUnlessItIsTold() {
        assertThat(Arguments.parse("--data", "x").bind().isLoopbackAddress()).isTrue();
    }

    @Test
    void refusesOtherComputersWithoutTls() {
        for (String url : new String[] {"", "http://holdfast.example.org"}) {
            String[] arguments = url.isEmpty()
                    ? new String[] {"--bind", "192.0.2.7"}
                    : new String[] {"--bind", "192.0.2.7", "--public-url", url};
            assertThatThrownBy(() -> Arguments.parse(arguments))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("in the clear")
                    .hasMessageContaining("--tls");
        }
        assertThat(Arguments.parse("--bind", "192.0.2.7", "--tls", "h.p12")
                        .exposure()
                        .isSecure())
                .isTrue();
        assertThat(Arguments.parse("--bind", "192.0.2.7", "--public-url", "https://holdfast.example.org")
                        .exposure()
                        .isSecure())
                .isTrue();
    }

    @Test
    void believesOnlyATrustedProxyAndOfItTheLastAddress() {
        InetSocketAddress proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        Exposure alone = new Exposure(false, null, true, false);
        Exposure behind = new Exposure(false, null, true, true);
        assertThat(alone.clientOf("203.0.113.9", proxy)).isEqualTo("127.0.0.1");
        assertThat(behind.clientOf("198.51.100.1, 203.0.113.9", proxy)).isEqualTo("203.0.113.9");
        assertThat(behind.clientOf("203.0.113.9, no address\n", proxy)).isEqualTo("127.0.0.1");
        assertThat(behind.clientOf(null, proxy)).isEqualTo("127.0.0.1");
    }

    @Test
    void refusesADemonstrationForOtherComputers() {
        assertThatThrownBy(() -> Arguments.parse("--demo", "--bind", "192.0.2.7", "--tls", "h.p12"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--demo");
    }
}
