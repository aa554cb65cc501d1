package io.holdfast.service.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.holdfast.service.identity.OidcSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks of the provider's token (OpenID Connect Core 3.1.3.7): signed by one of its keys with an algorithm that has a public half,
 * for this client and this attempt, and not too old. Then who it tells of.
 */
final class IdTokens {

    /** How far the clocks of provider and service may be apart. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /** A client secret is known to both sides, so what is signed with it (HS256) proves nothing; unsigned even less. */
    private static final Set<JWSAlgorithm> SOUND = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final OidcSettings settings;
    private final Clock clock;

    IdTokens(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody, or why not; where the provider was to ask for the password again, it must say that it did since then. */
    ProviderAnswer check(JWT token, String nonce, Discovery.Known provider, @Nullable Instant askedAgain) {
        ClientID client = new ClientID(settings.clientId());
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(settings.issuer().toString()),
                client,
                new JWSVerificationKeySelector<>(algorithms(provider.metadata()), provider.keys()),
                null);
        validator.setMaxClockSkew((int) CLOCK_SKEW.toSeconds());
        try {
            IDTokenClaimsSet claims = validator.validate(token, new Nonce(nonce));
            if (!isMadeFor(client, claims)) {
                return new ProviderAnswer.Refused("the token was made for another client");
            }
            return isRecent(claims, askedAgain)
                    ? person(claims)
                    : new ProviderAnswer.Refused("the password was asked for too long ago");
        } catch (RemoteKeySourceException e) {
            return new ProviderAnswer.Unreachable("its keys cannot be fetched");
        } catch (BadJWTException e) {
            return new ProviderAnswer.Refused(withoutValue(e)); // behind the colon stands what the token says
        } catch (BadJOSEException | KeySourceException e) {
            return new ProviderAnswer.Refused(String.valueOf(e.getMessage()));
        } catch (JOSEException e) {
            return new ProviderAnswer.Refused("the token cannot be checked");
        }
    }

    /** Whether the authorised party is this client; one need be told only where a token is for several. */
    private static boolean isMadeFor(ClientID client, IDTokenClaimsSet claims) {
        AuthorizedParty party = claims.getAuthorizedParty();
        return party == null
                ? claims.getAudience().size() == 1
                : party.getValue().equals(client.getValue());
    }

    private static String withoutValue(Exception e) {
        return String.valueOf(e.getMessage()).replaceFirst(":.*", "");
    }

    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
        Set<JWSAlgorithm> both = new HashSet<>(SOUND);
        List<JWSAlgorithm> told = metadata.getIDTokenJWSAlgs();
        if (told != null && told.stream().anyMatch(SOUND::contains)) {
            both.retainAll(told);
        }
        return both;
    }

    private boolean isRecent(IDTokenClaimsSet claims, @Nullable Instant askedAgain) {
        Duration maxAge = settings.maxAge();
        Instant earliest =
                askedAgain == null && maxAge != null ? clock.instant().minus(maxAge) : askedAgain;
        if (earliest == null) {
            return true;
        }
        @Nullable Date asked = claims.getAuthenticationTime();
        return asked != null && !asked.toInstant().plus(CLOCK_SKEW).isBefore(earliest);
    }

    private ProviderAnswer person(IDTokenClaimsSet claims) {
        String subject = claims.getSubject().getValue();
        if (!subject.matches("\\P{Cntrl}{1,255}") || subject.isBlank()) {
            return new ProviderAnswer.Refused("the subject of the token is no name of anybody");
        }
        String name = Objects.requireNonNullElse(claims.getStringClaim(settings.nameClaim()), subject);
        String displayName = Objects.requireNonNullElse(claims.getStringClaim("name"), name);
        Map<String, Object> all = claims.toJSONObject();
        return new ProviderAnswer.Person(new ProviderPerson(
                settings.issuer().toString(),
                subject,
                shortened(name),
                shortened(displayName),
                groups(all, settings.groupsClaim())));
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.substring(0, Math.min(100, plain.length()));
    }

    /** The values of a claim that is a list or one word; with dots where no claim has the whole name: in claims in claims. */
    private static List<String> groups(Map<?, ?> claims, String path) {
        Object value = claims.get(path);
        int dot = path.indexOf('.');
        if (value == null && dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
            return groups(inner, path.substring(dot + 1));
        }
        return switch (value) {
            case null -> List.of();
            case List<?> list ->
                list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case String word -> List.of(word);
            default -> List.of();
        };
    }
}
