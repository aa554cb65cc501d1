package io.holdfast.service.identity.internal;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the provider says of itself, asked for when it is needed and never at the start: the service works without it. For any number of
 * threads.
 */
final class Discovery {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    /** How old an answer may be before somebody is sent to the provider. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** After a failure nobody waits for another one so soon. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Duration KEYS_LAST = Duration.ofMinutes(15);
    private static final Duration KEYS_AGAIN = Duration.ofSeconds(10);

    private final URI issuer;
    private final ProviderHttp http;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile @Nullable Failed failed;

    Discovery(URI issuer, ProviderHttp http, Clock clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
    }

    /** What is known, with the provider's keys, which are fetched anew when it signs with another one. */
    record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant at) {}

    private record Failed(String why, Instant at) {}

    /** Whether the provider did not answer when it was last asked; asks again beside, where that was a while ago. */
    boolean isDown() {
        Known is = known;
        Failed no = failed;
        Instant last = no != null ? no.at() : is != null ? is.at() : Instant.MIN;
        if (last.isBefore(clock.instant().minus(FRESH))) {
            Thread.startVirtualThread(this::look);
        }
        return no != null;
    }

    private void look() {
        if (asking.tryLock()) {
            try {
                ask();
            } catch (IOException e) {
                LOG.debug("The identity provider does not answer", e);
            } finally {
                asking.unlock();
            }
        }
    }

    /** What the provider says now, so that nobody is sent to one that does not answer. */
    Known fresh() throws IOException {
        Known is = known;
        if (is != null && failed == null && is.at().isAfter(clock.instant().minus(FRESH))) {
            return is;
        }
        asking.lock();
        try {
            return ask();
        } finally {
            asking.unlock();
        }
    }

    /** What the provider has said, however long ago: for somebody who is on their way back from it. */
    Known any() throws IOException {
        Known is = known;
        return is == null ? fresh() : is;
    }

    /** What the provider has said, if it has; never asks. */
    Optional<OIDCProviderMetadata> findMetadata() {
        return Optional.ofNullable(known).map(Known::metadata);
    }

    private Known ask() throws IOException {
        Failed before = failed;
        if (before != null && before.at().isAfter(clock.instant().minus(PAUSE))) {
            throw new IOException(before.why());
        }
        try {
            OIDCProviderMetadata metadata = fetch();
            Known is = new Known(metadata, keys(metadata.getJWKSetURI()), clock.instant());
            known = is;
            failed = null;
            if (before != null) {
                LOG.info("The identity provider {} answers again", issuer);
            }
            return is;
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            failed = new Failed(why, clock.instant());
            if (before == null) {
                LOG.warn("The identity provider {} cannot be used: {}. Local accounts work on.", issuer, why);
            }
            throw e;
        }
    }

    private OIDCProviderMetadata fetch() throws IOException {
        String text =
                http.get(URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration"));
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(text);
            if (!metadata.getIssuer().getValue().equals(issuer.toString())) {
                throw new IOException("it calls itself '" + metadata.getIssuer() + "', not '" + issuer + "'");
            }
            for (URI each : new URI[] {
                metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI()
            }) {
                if (!SafeAddress.isSafe(each)) {
                    throw new IOException("it names the address '" + each + "', which is not https");
                }
            }
            return metadata;
        } catch (ParseException e) {
            throw new IOException("what it says of itself cannot be read: " + e.getMessage(), e);
        }
    }

    private JWKSource<SecurityContext> keys(URI address) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(address.toURL(), http)
                .cache(KEYS_LAST.toMillis(), ProviderHttp.LONGEST.toMillis())
                .rateLimited(KEYS_AGAIN.toMillis())
                .build();
    }
}
