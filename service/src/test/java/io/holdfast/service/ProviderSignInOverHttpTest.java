package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.holdfast.service.identity.ProviderSignIns;
import io.holdfast.service.kernel.access.Exposure;
import io.holdfast.service.kernel.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with an OpenID Connect provider, which is down when the service starts: what holds, and every way that does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("row:I15")
@SuppressWarnings("NullAway.Init") // set before the first test
class ProviderSignInOverHttpTest {

    private OtherProvider provider;
    private Guarded service;
    private Path secret;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream console = System.err;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        provider = new OtherProvider();
        provider.goDown();
        secret = Files.writeString(folder.resolve("oidc.secret"), OtherProvider.SECRET + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path file = Files.writeString(
                folder.resolve("oidc.properties"), """
                issuer = %s
                client-id = %s
                client-secret-file = oidc.secret
                name = Example Organisation
                name.zh-Hant = 範例組織
                people = create
                group.planners = planner, executive@network
                group.admins = administrator
                group.lost = operator@no-such-unit
                """.formatted(provider.issuer(), OtherProvider.CLIENT));
        service = new Guarded(new Arguments(
                folder.resolve("data"),
                0,
                false,
                2_000,
                InetAddress.getLoopbackAddress(),
                Exposure.LOCAL,
                null,
                null,
                file));
        service.unit("network", null);
        assertThat(service.http
                        .json("api/session")
                        .path("provider")
                        .path("name")
                        .asText())
                .isEqualTo("Example Organisation");
        assertThat(code(begin("/"))).isEqualTo("provider-unreachable");
        assertThat(service.http
                        .json("api/session")
                        .path("provider")
                        .path("answers")
                        .asBoolean())
                .as("told on the sign-in page")
                .isFalse();
        provider.comeBack();
        service.clock.move(Duration.ofSeconds(10));
    }

    @AfterAll
    void stop() {
        service.close();
        provider.close();
        System.setErr(console);
    }

    @BeforeEach
    void sound() {
        provider.askedAt = null;
        provider.bend = UnaryOperator.identity();
        provider.signing = OtherProvider.Signing.SOUND;
        provider.groups = List.of("planners", "of no use here");
    }

    private static String code(HttpResponse<String> answer) throws IOException {
        return Http.JSON.readTree(answer.body()).path("code").asText();
    }

    private HttpResponse<String> begin(String path) throws Exception {
        return service.http.post(
                "api/session/provider",
                Http.JSON
                        .createObjectNode()
                        .put("path", path)
                        .put("sharedStation", false)
                        .toString());
    }

    private static URI address(HttpResponse<String> begun) throws IOException {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        return URI.create(Http.JSON.readTree(begun.body()).path("address").asText());
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name))
                .findFirst()
                .orElse("");
    }

    private static String bare(String cookie) {
        return cookie.replaceFirst(";.*", "");
    }

    /** Follows the browser back from the provider. */
    private HttpResponse<String> comeBack(URI address, String cookie) throws Exception {
        return service.http.with("Cookie", cookie).get(address.getRawPath().substring(1) + "?" + address.getRawQuery());
    }

    private HttpResponse<String> signIn(String subject, String name) throws Exception {
        provider.subject = subject;
        provider.name = name;
        HttpResponse<String> begun = begin("/register?type=asset");
        return comeBack(provider.signIn(address(begun)), bare(cookie(begun, "holdfast-provider-")));
    }

    private static String place(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElse("");
    }

    private Http session(HttpResponse<String> answer) throws Exception {
        String cookie = bare(cookie(answer, "holdfast="));
        String csrf = service.http
                .with("Cookie", cookie)
                .json("api/session")
                .path("csrf")
                .asText();
        return service.http.with("Cookie", cookie, "Holdfast-Csrf", csrf);
    }

    private void isTurnedAway(HttpResponse<String> answer, String reason) {
        assertThat(place(answer)).isEqualTo("/sign-in?failed=" + reason);
        assertThat(cookie(answer, "holdfast=")).as("no session").isEmpty();
    }

    private JsonNode account(String name) throws Exception {
        for (JsonNode each : service.administrator().json("api/accounts")) {
            if (each.path("signInName").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("no account " + name);
    }

    private JsonNode identity(String subject) throws Exception {
        for (JsonNode each : service.administrator().json("api/identities")) {
            if (each.path("subject").asText().equals(subject)) {
                return each;
            }
        }
        throw new AssertionError("nobody is known as " + subject);
    }

    private JsonNode lastRefusal() throws Exception {
        JsonNode items =
                service.administrator().json("api/audit?action=session.refuse").path("items");
        return items.path(0).path("detail").path("after");
    }

    @Test
    void whoIsInAMappedGroupGetsAnAccountAndASessionWithTheRolesOfTheGroup() throws Exception {
        HttpResponse<String> begun = begin("/register?type=asset");
        Map<String, String> asked =
                new TreeMap<>(OtherProvider.form(address(begun).getRawQuery()));
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile")
                .containsEntry("client_id", "holdfast")
                .containsEntry("redirect_uri", service.application.url() + "api/session/provider/callback");
        assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(asked.get("nonce"));
        assertThat(cookie(begun, "holdfast-provider-"))
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Max-Age=600");

        HttpResponse<String> answer = signIn("first", "Chen.Mei");
        assertThat(place(answer)).isEqualTo("/register?type=asset");
        assertThat(cookie(answer, "holdfast=")).containsIgnoringCase("HttpOnly").contains("SameSite=Strict");
        assertThat(cookie(answer, "holdfast-provider-")).contains("Max-Age=0");
        JsonNode session = session(answer).json("api/session");
        assertThat(session.path("signInName").asText()).isEqualTo("chen.mei");
        assertThat(session.path("byProvider").asBoolean()).isTrue();
        assertThat(session.path("everywhere").toString()).contains("edit-register");
        assertThat(session.path("provider").path("signOut").asText())
                .startsWith(provider.issuer() + "/end?")
                .contains("client_id=holdfast", "post_logout_redirect_uri=");
        JsonNode account = account("chen.mei");
        assertThat(account.path("displayName").asText()).isEqualTo("Name of Chen.Mei");
        assertThat(account.path("external").asBoolean()).isTrue();
        assertThat(account.path("hasPassword").asBoolean()).isFalse();
        assertThat(account.path("grants")).isEmpty();
        assertThat(account.path("provided").toString())
                .contains("\"role\":\"planner\",\"unit\":null", "\"role\":\"executive\",\"unit\":\"network\"");
    }

    @Test
    void rolesOfGroupsAreNewAtEachSignInAndBesideThoseGivenHere() throws Exception {
        Http before = session(signIn("moving", "moving"));
        ObjectNode change = (ObjectNode) account("moving");
        long id = change.path("id").asLong();
        change.retain("displayName", "disabled", "deputies", "version");
        change.putArray("grants").addObject().put("role", "auditor").putNull("unit");
        assertThat(service.administrator()
                        .send("PUT", "api/accounts/" + id, change.toString(), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(before.get("api/units").statusCode())
                .as("other roles end sessions")
                .isEqualTo(401);
        provider.groups = List.of("lost");
        JsonNode session = session(signIn("moving", "moving")).json("api/session");
        assertThat(session.path("roles").toString()).isEqualTo("[\"auditor\"]");
        provider.groups = List.of("admins");
        assertThat(session(signIn("moving", "moving"))
                        .json("api/session")
                        .path("roles")
                        .toString())
                .isEqualTo("[\"auditor\",\"administrator\"]");
        service.clock.move(Duration.ofDays(31));
        assertThat(account("moving").path("provided")).isNotEmpty();
        provider.groups = List.of();
        assertThat(session(signIn("moving", "moving"))
                        .json("api/session")
                        .path("roles")
                        .toString())
                .isEqualTo("[\"auditor\"]");
    }

    @Test
    void aKeyLosesTheRolesOfItsOwnerWhoHasNotComeFromTheProviderForThirtyDays() throws Exception {
        Http person = session(signIn("leaving", "leaving"));
        ObjectNode wanted = Http.JSON.createObjectNode().put("name", "nightly");
        wanted.putArray("scopes").add("view");
        wanted.put(
                "expiresAt", service.clock.instant().plus(Duration.ofDays(300)).toString());
        HttpResponse<String> created = person.post("api/own/keys", wanted.toString());
        Http program = service.http.with(
                "Authorization",
                "Bearer " + Http.JSON.readTree(created.body()).path("secret").asText());
        assertThat(program.get("api/units").statusCode()).isEqualTo(200);
        service.clock.move(Duration.ofDays(31));
        assertThat(program.get("api/units").statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsInNoMappedGroupIsTurnedAwayUntilAnAdministratorLinksThem() throws Exception {
        provider.groups = List.of();
        isTurnedAway(signIn("stranger", "stranger"), "unknown-person");
        JsonNode waiting = identity("stranger");
        assertThat(waiting.path("account").isNull()).isTrue();
        service.person("local.name", Role.EXECUTIVE, null);
        long account = account("local.name").path("id").asLong();
        String link = Http.JSON
                .createObjectNode()
                .put("account", account)
                .put("subject", "stranger")
                .toString();
        assertThat(service.administrator().post("api/identities", link).statusCode())
                .isEqualTo(201);
        Http linked = session(signIn("stranger", "another name meanwhile"));
        assertThat(linked.json("api/session").path("signInName").asText()).isEqualTo("local.name");
        assertThat(linked.json("api/session").path("roles").toString()).isEqualTo("[\"executive\"]");

        long root = account("root").path("id").asLong();
        HttpResponse<String> taken = service.administrator()
                .post("api/identities", link.replace(Long.toString(account), Long.toString(root)));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(service.administrator()
                        .send("DELETE", "api/identities/" + waiting.path("id").asLong(), "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(linked.get("api/units").statusCode())
                .as("unlinking ends sessions")
                .isEqualTo(401);
        isTurnedAway(signIn("stranger", "stranger"), "unknown-person");
    }

    @Test
    void aNameOrAnAddressOfMailIdentifiesNobody() throws Exception {
        provider.bend = claims -> claims.claim("email", "root@example.org").claim("email_verified", true);
        provider.groups = List.of("admins");
        isTurnedAway(signIn("not-root", "Root"), "name-taken");
        assertThat(account("root").path("external").asBoolean()).isFalse();
        assertThat(lastRefusal().path("subject").asText()).isEqualTo("not-root");
    }

    @Test
    void whoIsDisabledHereIsTurnedAwayThoughTheProviderLetsThemIn() throws Exception {
        session(signIn("disabled", "disabled"));
        ObjectNode change = (ObjectNode) account("disabled");
        long id = change.path("id").asLong();
        change.retain("displayName", "grants", "deputies", "version");
        assertThat(service.administrator()
                        .send(
                                "PUT",
                                "api/accounts/" + id,
                                change.put("disabled", true).toString(),
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(200);
        isTurnedAway(signIn("disabled", "disabled"), "disabled");
    }

    @Test
    void theLastAdministratorWithAPasswordStaysWhateverTheProviderGives() throws Exception {
        provider.groups = List.of("admins");
        Http administrator = session(signIn("chief", "chief"));
        ObjectNode change = (ObjectNode) account("root");
        long id = change.path("id").asLong();
        change.retain("displayName", "deputies", "version");
        change.put("disabled", false).putArray("grants");
        HttpResponse<String> refused =
                administrator.send("PUT", "api/accounts/" + id, change.toString(), "Content-Type", "application/json");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("last-administrator");
    }

    @Test
    void anAnswerThatBelongsToNoAttemptOfThisBrowserBeginsNoSession() throws Exception {
        HttpResponse<String> begun = begin("/");
        String cookie = bare(cookie(begun, "holdfast-provider-"));
        URI back = provider.signIn(address(begun));
        HttpResponse<String> theirs = begin("/");
        String other = bare(cookie(theirs, "holdfast-provider-"));
        String name = cookie.replaceFirst("=.*", "=");
        isTurnedAway(comeBack(back, "a=b"), "state");
        isTurnedAway(comeBack(back, name + other.replaceFirst("[^=]*=", "")), "state");
        isTurnedAway(
                comeBack(URI.create(back.toString().replaceFirst("state=[^&]*", "state=guessed")), cookie), "state");
        isTurnedAway(comeBack(URI.create(back.toString().replaceFirst("state=[^&]*&", "")), cookie), "state");
        assertThat(place(comeBack(back, cookie)))
                .as("the attempt itself goes on")
                .isEqualTo("/");
        isTurnedAway(comeBack(back, cookie), "state");
    }

    @Test
    void anAttemptIsOverAfterTenMinutes() throws Exception {
        HttpResponse<String> begun = begin("/");
        URI back = provider.signIn(address(begun));
        service.clock.move(ProviderSignIns.ATTEMPT_LASTS);
        isTurnedAway(comeBack(back, bare(cookie(begun, "holdfast-provider-"))), "state");
    }

    @Test
    void aCodeOfAnotherAttemptIsOfNoUse() throws Exception {
        HttpResponse<String> victim = begin("/");
        URI stolen = provider.signIn(address(victim));
        HttpResponse<String> attacker = begin("/");
        URI own = provider.signIn(address(attacker));
        URI injected = URI.create(own.toString()
                .replaceFirst("code=.*", "code=" + stolen.toString().replaceFirst(".*code=", "")));
        isTurnedAway(comeBack(injected, bare(cookie(attacker, "holdfast-provider-"))), "answer");
        assertThat(lastRefusal().path("why").asText()).isEqualTo("the provider refuses the code: invalid_grant");
    }

    @Test
    void whatTheProviderRefusesIsToldWithoutItsWords() throws Exception {
        HttpResponse<String> begun = begin("/");
        URI back = URI.create(provider.signIn(address(begun))
                .toString()
                .replaceFirst("code=.*", "error=access_denied%0A&error_description=%3Cb%3E"));
        isTurnedAway(comeBack(back, bare(cookie(begun, "holdfast-provider-"))), "denied");
        assertThat(lastRefusal().path("why").asText()).isEqualTo("the provider says access_denied?");
    }

    @Test
    void anAnswerInTheNameOfAnotherIssuerIsRefused() throws Exception {
        HttpResponse<String> begun = begin("/");
        String back = provider.signIn(address(begun)).toString();
        isTurnedAway(
                comeBack(
                        URI.create(back + "&iss=https%3A%2F%2Fevil.example"),
                        bare(cookie(begun, "holdfast-provider-"))),
                "answer");
        HttpResponse<String> again = begin("/");
        URI sound = URI.create(provider.signIn(address(again)) + "&iss=" + provider.issuer());
        assertThat(place(comeBack(sound, bare(cookie(again, "holdfast-provider-")))))
                .isEqualTo("/");
    }

    @Test
    void aTokenThatIsNotForThisAttemptOrClientOrNotOfThisProviderOrTooOldIsRefused() throws Exception {
        Instant now = Instant.now();
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> bends = new TreeMap<>(Map.of(
                "nonce of another attempt", claims -> claims.claim("nonce", "another"),
                "no nonce", claims -> claims.claim("nonce", null),
                "another audience", claims -> claims.audience("another-client"),
                "two audiences, made for the other",
                        claims ->
                                claims.audience(List.of("holdfast", "another")).claim("azp", "another"),
                "two audiences, made for nobody", claims -> claims.audience(List.of("holdfast", "another")),
                "another issuer", claims -> claims.issuer("https://evil.example"),
                "expired", claims -> claims.expirationTime(Date.from(now.minusSeconds(120))),
                "issued in the future", claims -> claims.issueTime(Date.from(now.plusSeconds(600))),
                "no subject", claims -> claims.subject(null)));
        for (Map.Entry<String, UnaryOperator<JWTClaimsSet.Builder>> each : bends.entrySet()) {
            provider.bend = each.getValue();
            HttpResponse<String> answer = signIn("bent", "bent");
            assertThat(place(answer)).as(each.getKey()).isEqualTo("/sign-in?failed=answer");
            assertThat(cookie(answer, "holdfast=")).as(each.getKey()).isEmpty();
        }
        service.clock.move(Duration.ofMinutes(16));
        provider.bend = claims -> claims.expirationTime(Date.from(now.minusSeconds(20)));
        assertThat(place(signIn("skewed", "skewed")))
                .as("clocks a little apart")
                .startsWith("/register");
    }

    @Test
    void aTokenIsSignedWithAKeyOfTheProviderWhichMayChange() throws Exception {
        for (OtherProvider.Signing signing : new OtherProvider.Signing[] {
            OtherProvider.Signing.NOT_AT_ALL, OtherProvider.Signing.WITH_SECRET, OtherProvider.Signing.WITH_UNKNOWN_KEY
        }) {
            provider.signing = signing;
            HttpResponse<String> answer = signIn("forged", "forged");
            assertThat(place(answer))
                    .as(signing.name().toLowerCase(Locale.ROOT))
                    .isEqualTo("/sign-in?failed=answer");
        }
        service.clock.move(Duration.ofMinutes(16));
        provider.signing = OtherProvider.Signing.SOUND;
        assertThat(place(signIn("sound", "sound"))).startsWith("/register");
        provider.rotateKey();
        assertThat(place(signIn("sound", "sound"))).as("with a new key").startsWith("/register");
    }

    @Test
    void anAddressFromWhichThirtyAnswersAreForgedIsLockedWhilePasswordsWork() throws Exception {
        provider.signing = OtherProvider.Signing.NOT_AT_ALL;
        HttpResponse<String> begun = begin("/");
        for (int i = 0; i < 31 && begun.statusCode() == 200; i++) {
            comeBack(provider.signIn(address(begun)), bare(cookie(begun, "holdfast-provider-")));
            begun = begin("/");
        }
        assertThat(begun.statusCode()).isEqualTo(429);
        assertThat(code(begun)).isEqualTo("sign-in-locked");
        assertThat(service.administrator().get("api/units").statusCode()).isEqualTo(200);
        service.clock.move(Duration.ofMinutes(16));
        assertThat(begin("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aProviderThatGoesDownLeavesLocalAccountsAndIsAskedAgain() throws Exception {
        HttpResponse<String> begun = begin("/");
        URI back = provider.signIn(address(begun));
        provider.goDown();
        try {
            isTurnedAway(comeBack(back, bare(cookie(begun, "holdfast-provider-"))), "unreachable");
            service.clock.move(Duration.ofMinutes(1));
            HttpResponse<String> refused = begin("/");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(code(refused)).isEqualTo("provider-unreachable");
            assertThat(service.http
                            .json("api/session")
                            .path("provider")
                            .path("answers")
                            .asBoolean())
                    .isFalse();
            assertThat(service.signIn("root", Guarded.PASSWORD).statusCode()).isEqualTo(200);
        } finally {
            provider.comeBack();
        }
        service.clock.move(Duration.ofSeconds(10));
        assertThat(begin("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewSessionTakesThePlaceOfTheOneInTheBrowserAndIsNeverOneThatWasThereBefore() throws Exception {
        provider.subject = "fixed";
        provider.name = "fixed";
        Http before = session(signIn("fixed", "fixed"));
        HttpResponse<String> begun = before.post("api/session/provider", "{\"path\":\"/\",\"sharedStation\":true}");
        assertThat(address(begun).toString()).as("others use the device").contains("prompt=login", "max_age=0");
        provider.askedAt = service.clock.instant();
        URI back = provider.signIn(address(begun));
        String planted = "holdfast=planted-by-somebody-else";
        HttpResponse<String> answer = comeBack(back, planted + "; " + bare(cookie(begun, "holdfast-provider-")));
        assertThat(bare(cookie(answer, "holdfast="))).isNotEqualTo(planted).hasSizeGreaterThan(45);
        assertThat(before.get("api/units").statusCode()).isEqualTo(401);
        Http now = session(answer);
        assertThat(now.json("api/session").path("idleMinutes").asInt()).isEqualTo(10);
        service.clock.move(Duration.ofMinutes(11));
        assertThat(now.get("api/units").statusCode()).isEqualTo(401);
    }

    @Test
    void onASharedDeviceTheProviderMustSayThatItAskedForThePasswordAgain() throws Exception {
        provider.subject = "shared";
        provider.name = "shared";
        String wanted = "{\"path\":\"/\",\"sharedStation\":true}";
        for (Instant asked : Arrays.asList(null, service.clock.instant().minusSeconds(120))) {
            provider.askedAt = asked;
            HttpResponse<String> begun = service.http.post("api/session/provider", wanted);
            URI back = provider.signIn(address(begun));
            isTurnedAway(comeBack(back, bare(cookie(begun, "holdfast-provider-"))), "answer");
        }
    }

    @Test
    void theWayBackLeadsNowhereElse() throws Exception {
        for (String path : new String[] {
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/api/audit",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: b",
            ""
        }) {
            provider.subject = "wanderer";
            provider.name = "wanderer";
            HttpResponse<String> begun = begin(path);
            assertThat(place(comeBack(provider.signIn(address(begun)), bare(cookie(begun, "holdfast-provider-")))))
                    .as(path)
                    .isEqualTo("/");
        }
        HttpResponse<String> elsewhere = new Http(service.application.url().replace("127.0.0.1", "localhost"))
                .post("api/session/provider", "{\"path\":\"/\",\"sharedStation\":false}");
        assertThat(elsewhere.statusCode()).isEqualTo(409);
        assertThat(code(elsewhere)).isEqualTo("other-address");
    }

    @Test
    void noTokenAndNoSecretIsInTheLogTheAuditOrAnAnswer() throws Exception {
        HttpResponse<String> begun = begin("/");
        provider.subject = "quiet";
        provider.name = "quiet";
        URI back = provider.signIn(address(begun));
        HttpResponse<String> answer = comeBack(back, bare(cookie(begun, "holdfast-provider-")));
        provider.bend = claims -> claims.claim("nonce", "another");
        signIn("quiet", "quiet");
        String audit = service.administrator().get("api/audit/export").body();
        assertThat(audit).contains("session.refuse", "account.create", "issuer");
        String everything = log.toString(StandardCharsets.UTF_8)
                + audit
                + answer.body()
                + answer.headers().map()
                + service.administrator().get("api/session").body();
        String verifierOrCode = back.toString().replaceFirst(".*code=", "");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("Local accounts work on");
        assertThat(everything)
                .doesNotContain(OtherProvider.SECRET, OtherProvider.ACCESS_TOKEN, provider.lastToken(), verifierOrCode);
    }
}
