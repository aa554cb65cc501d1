package io.holdfast.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider on this computer, for tests: what it says can be bent in every way that an attacker or a fault would. It
 * checks what it is sent as a real one does (client, redirect address, code used once, PKCE).
 */
final class OtherProvider implements AutoCloseable {

    static final String CLIENT = "holdfast";
    static final String SECRET = "the-secret-that-both-sides-know-0123456789";
    static final String ACCESS_TOKEN = "an-access-token-that-nobody-needs";

    private final int port;
    private HttpServer server;
    private RSAKey key = newKey();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> lastTokens = new ConcurrentHashMap<>();

    /** Who signs in next. */
    volatile String subject = "1";

    volatile String name = "somebody";
    volatile List<String> groups = List.of();

    /** When it asked for the password, if it says so. */
    volatile @Nullable Instant askedAt;

    /** What is done to the claims before they are signed. */
    volatile UnaryOperator<JWTClaimsSet.Builder> bend = UnaryOperator.identity();

    /** How the token is signed. */
    volatile Signing signing = Signing.SOUND;

    /** The ways of signing. */
    enum Signing {
        SOUND,
        WITH_UNKNOWN_KEY,
        WITH_SECRET,
        NOT_AT_ALL
    }

    OtherProvider() throws IOException {
        server = start(0);
        port = server.getAddress().getPort();
    }

    private HttpServer start(int at) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        started.createContext("/", this::answer);
        started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        started.start();
        return started;
    }

    void goDown() {
        server.stop(0);
    }

    void comeBack() throws IOException {
        server = start(port);
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realm";
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void rotateKey() {
        key = newKey();
    }

    /** The ID token that was given last. */
    String lastToken() {
        return lastTokens.getOrDefault("id", "");
    }

    /** Signs somebody in as a browser would that was sent there; answers the address to which it is sent back. */
    URI signIn(URI asked) {
        Map<String, String> query = form(asked.getRawQuery());
        String code = "code-" + UUID.randomUUID();
        codes.put(code, query);
        return URI.create(query.get("redirect_uri") + "?state=" + query.get("state") + "&code=" + code);
    }

    static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(
                        each -> each[0],
                        each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8),
                        (a, b) -> a + " " + b,
                        HashMap::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (path) {
                case "/realm/.well-known/openid-configuration" -> say(exchange, 200, configuration());
                case "/realm/keys" -> say(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
                case "/realm/token" -> token(exchange, form(body));
                default -> say(exchange, 404, "{}");
            }
        } catch (JOSEException | NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String configuration() {
        return Http.JSON
                .createObjectNode()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/keys")
                .put("end_session_endpoint", issuer() + "/end")
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "response_types_supported", Http.JSON.createArrayNode().add("code"))
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "subject_types_supported", Http.JSON.createArrayNode().add("public"))
                .set(
                        "id_token_signing_alg_values_supported",
                        Http.JSON.createArrayNode().add("RS256").add("HS256"))
                .toString();
    }

    private void token(HttpExchange exchange, Map<String, String> form)
            throws IOException, JOSEException, NoSuchAlgorithmException {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            say(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (asked == null
                || !form.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))
                || !challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            say(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            String id = idToken(asked.getOrDefault("nonce", "")).serialize();
            lastTokens.put("id", id);
            say(
                    exchange,
                    200,
                    "{\"token_type\":\"Bearer\",\"expires_in\":60,\"access_token\":\"" + ACCESS_TOKEN
                            + "\",\"id_token\":\"" + id + "\"}");
        }
    }

    private static String challenge(String verifier) throws NoSuchAlgorithmException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private JWT idToken(String nonce) throws JOSEException {
        Instant now = Instant.now();
        Instant asked = askedAt;
        JWTClaimsSet claims = bend.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(subject)
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .claim("nonce", nonce)
                        .claim("auth_time", asked == null ? null : asked.getEpochSecond())
                        .claim("preferred_username", name)
                        .claim("name", "Name of " + name)
                        .claim("groups", groups))
                .build();
        return switch (signing) {
            case NOT_AT_ALL -> new PlainJWT(claims);
            case WITH_SECRET -> {
                SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                token.sign(new MACSigner(SECRET));
                yield token;
            }
            case WITH_UNKNOWN_KEY -> signed(claims, newKey());
            case SOUND -> signed(claims, key);
        };
    }

    private static SignedJWT signed(JWTClaimsSet claims, RSAKey with) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(with));
        return token;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
