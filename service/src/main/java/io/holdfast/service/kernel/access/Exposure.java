package io.holdfast.service.kernel.access;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From where the service can be reached, and whether it asks who somebody is.
 *
 * @param demo whether anybody at this computer may do everything without signing in
 * @param publicUrl the address that people use where it is not this computer, or null
 * @param tls whether the service itself speaks TLS
 * @param trustsProxy whether a proxy before it says from where requests come
 */
public record Exposure(boolean demo, @Nullable URI publicUrl, boolean tls, boolean trustsProxy) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Only this computer, with sign-in. */
    public static final Exposure LOCAL = new Exposure(false, null, false, false);

    /** Only this computer, without sign-in. */
    public static final Exposure DEMO = new Exposure(true, null, false, false);

    /** Whether browsers reach it over TLS, so that cookies are sent over nothing else. */
    public boolean isSecure() {
        return tls || (publicUrl != null && "https".equals(publicUrl.getScheme()));
    }

    /**
     * From where a request comes: whoever opened the connection, or whom a trusted proxy names last.
     *
     * @param forwarded the header X-Forwarded-For, or null
     * @param remote who opened the connection
     */
    public String clientOf(@Nullable String forwarded, InetSocketAddress remote) {
        if (trustsProxy && forwarded != null) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            if (last.matches("[0-9A-Fa-f:.]{2,45}")) {
                return last;
            }
        }
        return remote.getAddress().getHostAddress();
    }

    /** Whether a request may name this host: this computer, or the public address. */
    public boolean isOwnHost(String host) {
        return LOOPBACK.contains(host.replaceFirst(":\\d+$", "")) || isPublic(host);
    }

    /** Whether this is host and port of the public address. */
    public boolean isPublic(String authority) {
        return publicUrl != null && authority.equalsIgnoreCase(publicUrl.getAuthority());
    }
}
