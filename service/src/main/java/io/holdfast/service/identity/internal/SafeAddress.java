package io.holdfast.service.identity.internal;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where secrets may travel: over TLS, or within this computer. */
final class SafeAddress {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private SafeAddress() {}

    /** Whether a request to it is read by nobody on the way; an address that is not there is not safe. */
    static boolean isSafe(@Nullable URI address) {
        if (address == null || address.getHost() == null) {
            return false;
        }
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost()));
    }
}
