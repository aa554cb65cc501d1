package io.holdfast.service.identity.internal;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.holdfast.service.identity.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The side of this service in the authorization code flow of OpenID Connect, with PKCE. Tokens live in it as long as one call; of the
 * access token nothing is used. For any number of threads.
 */
public final class ProviderClient {

    private final OidcSettings settings;
    private final ProviderHttp http = new ProviderHttp();
    private final Discovery discovery;
    private final IdTokens tokens;

    /** A client that has not asked the provider anything yet. */
    public ProviderClient(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.discovery = new Discovery(settings.issuer(), http, clock);
        this.tokens = new IdTokens(settings, clock);
    }

    /** Whether the provider did not answer when it was last asked; never waits for it. */
    public boolean isDown() {
        return discovery.isDown();
    }

    /**
     * Where the browser goes.
     *
     * @param back the address to which the provider sends it back
     * @param askAgain whether the provider shall ask for the password though somebody is signed in there
     * @throws IOException where the provider does not answer, with a sentence for the log
     */
    public URI authorization(AttemptSecrets secrets, URI back, boolean askAgain) throws IOException {
        OIDCProviderMetadata metadata = discovery.fresh().metadata();
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope(settings.scopes().toArray(String[]::new)), client(), back)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(secrets.state()))
                .nonce(new Nonce(secrets.nonce()))
                .codeChallenge(new CodeVerifier(secrets.codeVerifier()), CodeChallengeMethod.S256);
        Duration maxAge = askAgain ? Duration.ZERO : settings.maxAge();
        if (askAgain) {
            request.prompt(Prompt.Type.LOGIN);
        }
        if (maxAge != null) {
            request.maxAge((int) maxAge.toSeconds());
        }
        return request.build().toURI();
    }

    /** Whether the issuer that stands in an answer, or the lack of one, is what the provider would send (RFC 9207). */
    public boolean isIssuer(@Nullable String told) throws IOException {
        return told == null
                ? !discovery.any().metadata().supportsAuthorizationResponseIssuerParam()
                : told.equals(settings.issuer().toString());
    }

    /**
     * Redeems a code, and checks the token that comes for it.
     *
     * @param askedAgain since when the provider must have asked for the password, or null where that of an earlier day will do
     */
    public ProviderAnswer redeem(String code, AttemptSecrets secrets, URI back, @Nullable Instant askedAgain) {
        try {
            Discovery.Known provider = discovery.any();
            TokenResponse response =
                    OIDCTokenResponseParser.parse(send(request(provider.metadata(), code, secrets, back)));
            if (response.indicatesSuccess() && response.toSuccessResponse() instanceof OIDCTokenResponse tokensOf) {
                return tokens.check(tokensOf.getOIDCTokens().getIDToken(), secrets.nonce(), provider, askedAgain);
            }
            return new ProviderAnswer.Refused("the provider refuses the code: "
                    + withoutMarks(response.toErrorResponse().getErrorObject().getCode()));
        } catch (ParseException e) {
            return new ProviderAnswer.Refused("the answer to the code cannot be read");
        } catch (IOException e) {
            return new ProviderAnswer.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    /** A word of the provider, without anything that could be more than a word. */
    public static String withoutMarks(@Nullable String word) {
        return word == null
                ? ""
                : word.substring(0, Math.min(60, word.length())).replaceAll("[^A-Za-z0-9_.-]", "?");
    }

    private HTTPRequest request(OIDCProviderMetadata metadata, String code, AttemptSecrets secrets, URI back) {
        return new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        authentication(metadata),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), back, new CodeVerifier(secrets.codeVerifier())))
                .build()
                .toHTTPRequest();
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        Secret secret = new Secret(settings.clientSecret());
        List<ClientAuthenticationMethod> known = metadata.getTokenEndpointAuthMethods();
        boolean basic = known == null
                || known.isEmpty()
                || known.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                || !known.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return basic ? new ClientSecretBasic(client(), secret) : new ClientSecretPost(client(), secret);
    }

    private HTTPResponse send(HTTPRequest wanted) throws IOException, ParseException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(wanted.getURI()).POST(HttpRequest.BodyPublishers.ofString(wanted.getBody()));
        Map<String, List<String>> headers = wanted.getHeaderMap();
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        HttpResponse<String> answer = http.send(request.header("Accept", "application/json"));
        if (answer.statusCode() >= 500) {
            throw new IOException("the provider answered " + answer.statusCode());
        }
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        response.setEntityContentType(ContentType.APPLICATION_JSON);
        response.setBody(answer.body());
        return response;
    }

    /** Where somebody signs out at the provider, too, and is sent back from; empty where it has told no such place. */
    public Optional<URI> findSignOut(URI back) {
        return discovery
                .findMetadata()
                .map(OIDCProviderMetadata::getEndSessionEndpointURI)
                .filter(SafeAddress::isSafe)
                .map(end -> new LogoutRequest(end, null, null, client(), back, null, null).toURI());
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }
}
