package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.identity.SignIns;
import io.holdfast.service.kernel.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Signing in and out over TLS, links that work once, keys, deputies: what holds and what does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class SignInOverHttpTest {

    private final PrintStream console = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Guarded service;
    private Path data;
    private Certificate certificate;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        certificate = Certificate.in(folder);
        data = folder.resolve("data");
        service = Guarded.overTls(data, certificate);
    }

    @AfterAll
    void stop() {
        service.close();
        System.setErr(console);
    }

    private static String code(HttpResponse<String> answer) throws IOException {
        return Http.JSON.readTree(answer.body()).path("code").asText();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    @Test
    void theFirstLinkWorksOnceAndThereIsNoOtherAfterIt() throws Exception {
        assertThat(service.application.findFirstUrl()).isEmpty();
        assertThat(service.http.json("api/session").path("state").asText()).isEqualTo("signed-out");
        JsonNode session = service.administrator().json("api/session");
        assertThat(session.path("state").asText()).isEqualTo("signed-in");
        assertThat(session.path("roles")).hasSize(3);
    }

    @Test
    void aCookieIsOutOfReachOfScriptsAndOtherSitesAndItsIdIsNewEachTime() throws Exception {
        service.person("cookie", Role.EXECUTIVE, null);
        HttpResponse<String> one = service.signIn("cookie", Guarded.PASSWORD);
        HttpResponse<String> other = service.signIn("Cookie ", Guarded.PASSWORD);
        assertThat(cookie(one))
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("Secure")
                .contains("SameSite=Strict")
                .contains("Path=/")
                .doesNotContainIgnoringCase("Domain=")
                .startsWith("__Host-holdfast=");
        assertThat(cookie(one)).isNotEqualTo(cookie(other));
        assertThat(cookie(one).replaceFirst("__Host-holdfast=([^;]*);.*", "$1").length())
                .isGreaterThanOrEqualTo(43);
    }

    @Test
    void aNewSessionInABrowserTakesThePlaceOfItsOldOne() throws Exception {
        Http before = service.person("again", Role.EXECUTIVE, null);
        HttpResponse<String> answer = before.post(
                "api/session",
                "{\"name\":\"again\",\"password\":\"" + Guarded.PASSWORD + "\",\"sharedStation\":false}");
        assertThat(service.session(answer).get("api/units").statusCode()).isEqualTo(200);
        assertThat(before.get("api/units").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsEverySessionOfThatPerson() throws Exception {
        Http phone = service.person("outgoing", Role.EXECUTIVE, null);
        Http laptop = service.session(service.signIn("outgoing", Guarded.PASSWORD));
        assertThat(laptop.json("api/own/sessions")).hasSize(2);
        assertThat(laptop.send("DELETE", "api/session", "").statusCode()).isEqualTo(204);
        assertThat(phone.get("api/overview").statusCode()).isEqualTo(401);
        assertThat(laptop.get("api/overview").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsWithoutRequestsAndLooksForNewsDoNotKeepItAlive() throws Exception {
        Http idle = service.person("idle", Role.EXECUTIVE, null);
        service.clock.move(Duration.ofMinutes(20));
        assertThat(idle.get("api/units").statusCode()).isEqualTo(200);
        service.clock.move(Duration.ofMinutes(20));
        assertThat(idle.with("Holdfast-Background", "1").get("api/units").statusCode())
                .isEqualTo(200);
        service.clock.move(Duration.ofMinutes(20));
        HttpResponse<String> late = idle.get("api/units");
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(code(late)).isEqualTo("sign-in-needed");
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() throws Exception {
        Http busy = service.person("busy", Role.EXECUTIVE, null);
        for (int minutes = 20; minutes < 12 * 60; minutes += 20) {
            service.clock.move(Duration.ofMinutes(20));
            assertThat(busy.get("api/units").statusCode()).isEqualTo(200);
        }
        service.clock.move(Duration.ofMinutes(20));
        assertThat(busy.get("api/units").statusCode()).isEqualTo(401);
    }

    @Test
    void anAddressThatSomebodyClaimsIsNotBelieved() throws Exception {
        Http claiming = service.http.with("X-Forwarded-For", "203.0.113.9", "X-Real-IP", "203.0.113.9");
        claiming.post("api/session", "{\"name\":\"root\",\"password\":\"" + Guarded.PASSWORD + "\"}");
        assertThat(service.administrator().json("api/own/sessions").findValuesAsText("address"))
                .isNotEmpty()
                .containsOnly("127.0.0.1");
    }

    @Test
    void changingAPasswordNeedsTheCurrentOneAndEndsEverySession() throws Exception {
        Http own = service.person("changing", Role.EXECUTIVE, null);
        Http elsewhere = service.session(service.signIn("changing", Guarded.PASSWORD));
        assertThat(code(changePassword(own, "not the current one", "another-horse-staples-batteries-7")))
                .isEqualTo("wrong-password");
        assertThat(code(changePassword(own, Guarded.PASSWORD, "password1234"))).isEqualTo("weak-password");
        assertThat(elsewhere.get("api/units").statusCode()).isEqualTo(200);
        String sixtyFour = "雲 another-horse-staples-batteries ".repeat(3).substring(0, 64);
        assertThat(changePassword(own, Guarded.PASSWORD, sixtyFour).statusCode())
                .isEqualTo(204);
        assertThat(own.get("api/units").statusCode()).isEqualTo(401);
        assertThat(elsewhere.get("api/units").statusCode()).isEqualTo(401);
        assertThat(service.signIn("changing", Guarded.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(service.signIn("changing", sixtyFour.substring(0, 63)).statusCode())
                .as("every character counts")
                .isEqualTo(401);
        assertThat(service.signIn("changing", sixtyFour).statusCode()).isEqualTo(200);
    }

    @Test
    void aStolenSessionDoesNotHelpToGuessThePassword() throws Exception {
        Http stolen = service.person("stolen", Role.EXECUTIVE, null);
        for (int i = 0; i < SignIns.FAILURES_OF_A_NAME; i++) {
            assertThat(code(changePassword(stolen, "guess " + i, "another-horse-staples-batteries-7")))
                    .isEqualTo("wrong-password");
        }
        HttpResponse<String> locked = changePassword(stolen, Guarded.PASSWORD, "another-horse-staples-batteries-7");
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(code(locked)).isEqualTo("sign-in-locked");
    }

    private static HttpResponse<String> changePassword(Http http, String current, String password) throws Exception {
        ObjectNode change = Http.JSON.createObjectNode().put("current", current).put("password", password);
        return http.send("PUT", "api/own/password", change.toString(), "Content-Type", "application/json");
    }

    @Test
    void anAdministratorEndsTheSessionsOfSomebodyAndDoesNotLearnTheirPassword() throws Exception {
        Http lost = service.person("lost", Role.EXECUTIVE, null);
        for (JsonNode person : service.administrator().json("api/accounts")) {
            if (person.path("signInName").asText().equals("lost")) {
                HttpResponse<String> link = service.administrator().post(path(person) + "/link", "");
                assertThat(link.statusCode()).isEqualTo(200);
                assertThat(link.body()).doesNotContain("argon2id").doesNotContainIgnoringCase("hash");
            }
        }
        assertThat(lost.get("api/units").statusCode()).isEqualTo(401);
    }

    @Test
    void othersAreKnownByTheirNamesAlone() throws Exception {
        Http executive = service.person("curious", Role.EXECUTIVE, null);
        for (JsonNode candidate : executive.json("api/own/deputies").path("candidates")) {
            assertThat(candidate.fieldNames()).toIterable().containsExactlyInAnyOrder("account", "displayName");
        }
    }

    @Test
    void aBodySetsOnlyWhatIsMeantToBeSet() throws Exception {
        HttpResponse<String> added = service.administrator()
                .post(
                        "api/accounts",
                        "{\"signInName\":\"plain\",\"displayName\":\"Plain\",\"grants\":[],\"id\":1,\"hasPassword\":true,"
                                + "\"passwordHash\":\"x\",\"disabled\":true,\"version\":7,\"createdAt\":\"2001-01-01T00:00:00Z\"}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode account = Http.JSON.readTree(added.body()).path("account");
        assertThat(account.path("id").asLong()).isGreaterThan(1);
        assertThat(account.path("hasPassword").asBoolean()).isFalse();
        assertThat(account.path("disabled").asBoolean()).isFalse();
        assertThat(account.path("createdAt").asText()).doesNotStartWith("2001");
        Http executive = service.person("grabbing", Role.EXECUTIVE, null);
        executive.send(
                "PUT",
                "api/own/password",
                "{\"current\":\"x\",\"password\":\"y\",\"grants\":[{\"role\":\"administrator\"}],\"account\":1}",
                "Content-Type",
                "application/json");
        assertThat(executive.json("api/session").path("permissions").toString()).doesNotContain("administer");
        assertThat(service.signIn("root", Guarded.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsRefusedStandsInTheLogWithoutAnySecret() throws Exception {
        Http executive = service.person("logged", Role.EXECUTIVE, null);
        service.signIn("logged", "my-secret-guess-4711");
        executive.post("api/runs/all", "{\"note\": \"my-secret-body\"}");
        service.http.with("Authorization", "Bearer hf_my-secret-key").get("api/units?key=my-secret-query");
        service.http.post("api/links/look", "{\"link\": \"my-secret-link\"}");
        executive.send("DELETE", "api/units/a%0A2026-01-01%20WARN%20forged", "");
        String lines = log.toString(StandardCharsets.UTF_8);
        assertThat(lines)
                .contains("refused POST /api/session by nobody from 127.0.0.1: wrong-sign-in")
                .contains("refused POST /api/runs/all by logged from 127.0.0.1: not-allowed")
                .contains("refused GET /api/units by nobody from 127.0.0.1: sign-in-needed")
                .contains("refused POST /api/links/look by nobody from 127.0.0.1: link-gone")
                .containsPattern("refused DELETE /api/units/a\\S*forged by logged")
                .doesNotContain("my-secret", Guarded.PASSWORD);
        assertThat(lines.lines().filter(line -> line.contains("refused")))
                .allMatch(line -> line.matches("(\\{.*|\\d{4}-\\d\\d-\\d\\dT\\S+(Z|[+-]\\d\\d:\\d\\d) .*)"));
    }

    @Test
    void foldersAreNotListed() throws Exception {
        for (String folder : List.of("assets/", "assets", "static/", "fonts/", ".git/", ".git/config", "META-INF/")) {
            HttpResponse<String> answer =
                    service.http.with("Accept", "text/html").get(folder);
            assertThat(answer.body()).as(folder).doesNotContain(".js\n", ".woff2", "[core]", "Manifest-Version");
        }
    }

    @Test
    void secretsOnDiskAreTheirOwnersAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(data.resolve("database/password")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(Files.readString(data.resolve("database/password")).strip()).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void olderTlsAndWeakerCiphersAreRefused() throws Exception {
        assertThat(spoken("TLSv1.3", "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"))
                .as("the strongest of what both know")
                .isEqualTo("TLS_AES_256_GCM_SHA384");
        assertThat(spoken("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"))
                .isEqualTo("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
        for (String weak : List.of(
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
                "TLS_DHE_RSA_WITH_AES_128_CBC_SHA")) {
            assertThatThrownBy(() -> spoken("TLSv1.2", weak)).as(weak).isInstanceOf(SSLException.class);
        }
        assertThatThrownBy(() -> new Http(service.application.url().replace("https", "http")).get("api/session"))
                .as("without TLS")
                .isInstanceOf(IOException.class);
    }

    /** The cipher that a connection comes to, of those that the client offers. */
    private String spoken(String protocol, String... ciphers) throws IOException {
        int port = URI.create(service.application.url()).getPort();
        try (SSLSocket socket =
                (SSLSocket) certificate.trust().getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(ciphers);
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        }
    }

    @Test
    void aSessionOnASharedStationEndsAfterTenMinutes() throws Exception {
        service.person("shared", Role.EXECUTIVE, null);
        Http shared = service.session(service.http.post(
                "api/session",
                "{\"name\":\"shared\",\"password\":\"" + Guarded.PASSWORD + "\",\"sharedStation\":true}"));
        service.clock.move(Duration.ofMinutes(11));
        assertThat(shared.get("api/units").statusCode()).isEqualTo(401);
    }

    @Test
    void fiveFailuresLockANameForAQuarterOfAnHourWhetherThereIsOneOrNot() throws Exception {
        service.person("locked", Role.EXECUTIVE, null);
        for (String name : new String[] {"locked", "nobody-has-this-name"}) {
            for (int i = 0; i < SignIns.FAILURES_OF_A_NAME; i++) {
                HttpResponse<String> refused = service.signIn(name, "not the password " + i);
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(code(refused)).isEqualTo("wrong-sign-in");
            }
            HttpResponse<String> locked = service.signIn(name, Guarded.PASSWORD);
            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(code(locked)).isEqualTo("sign-in-locked");
        }
        service.clock.move(SignIns.LOCK.plusSeconds(1));
        assertThat(service.signIn("locked", Guarded.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aWriteWithoutTheSecondSecretIsRefused() throws Exception {
        HttpResponse<String> signedIn = service.signIn("root", Guarded.PASSWORD);
        Http cookieOnly = service.http.with("Cookie", cookie(signedIn).replaceFirst(";.*", ""));
        HttpResponse<String> refused = cookieOnly.post("api/runs/all", "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("csrf");
        assertThat(cookieOnly
                        .with("Holdfast-Csrf", "wrong")
                        .post("api/runs/all", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(cookieOnly.get("api/units").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyActsWithinItsScopesUntilItEnds() throws Exception {
        Http planner = service.person("keeper", Role.PLANNER, null);
        ObjectNode wanted = Http.JSON.createObjectNode().put("name", "nightly");
        wanted.putArray("scopes").add("view").add("read-feed");
        wanted.put(
                "expiresAt", service.clock.instant().plus(Duration.ofDays(30)).toString());
        HttpResponse<String> created = planner.post("api/own/keys", wanted.toString());
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode key = Http.JSON.readTree(created.body());
        Http program = service.http.with(
                "Authorization", "Bearer " + key.path("secret").asText());
        assertThat(program.get("api/units").statusCode()).isEqualTo(200);
        assertThat(program.post("api/runs/all", "{}").statusCode()).isEqualTo(403);
        assertThat(program.get("api/own/keys").statusCode()).isEqualTo(403);
        assertThat(service.http
                        .get("api/drills/feed.ics?key=" + key.path("secret").asText())
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.http
                        .get("api/units?key=" + key.path("secret").asText())
                        .statusCode())
                .as("a key in another address")
                .isEqualTo(401);
        assertThat(planner.json("api/own/keys").path(0).has("secret")).isFalse();
        assertThat(planner.send(
                                "DELETE",
                                "api/own/keys/" + key.path("key").path("id").asLong(),
                                "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(program.get("api/units").statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyCannotHoldWhatItsOwnerMayNot() throws Exception {
        Http executive = service.person("modest", Role.EXECUTIVE, null);
        for (String scope : new String[] {"run", "administer", "own-account", "nonsense"}) {
            ObjectNode wanted = Http.JSON.createObjectNode().put("name", "too much");
            wanted.putArray("scopes").add(scope);
            wanted.put("expiresAt", Instant.now().plus(Duration.ofDays(1)).toString());
            HttpResponse<String> refused = executive.post("api/own/keys", wanted.toString());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(code(refused)).isEqualTo("bad-key");
        }
    }

    @Test
    void aDeputyHoldsTheRolesOnTheDaysAndNotBefore() throws Exception {
        Http absent = service.person("absent", Role.PLANNER, null);
        Http deputy = service.person("stand-in", Role.EXECUTIVE, null);
        long account = 0;
        for (JsonNode candidate : absent.json("api/own/deputies").path("candidates")) {
            if (candidate.path("displayName").asText().equals("stand-in")) {
                account = candidate.path("account").asLong();
            }
        }
        LocalDate tomorrow =
                LocalDate.ofInstant(service.clock.instant(), ZoneOffset.UTC).plusDays(1);
        assertThat(deputy.json("api/session").path("permissions").toString()).doesNotContain("edit-register");
        assertThat(absent.send(
                                "PUT",
                                "api/own/deputies",
                                "[{\"account\":" + account + ",\"firstDay\":\"" + tomorrow + "\",\"lastDay\":\""
                                        + tomorrow + "\"}]",
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(deputy.json("api/session").path("permissions").toString()).doesNotContain("edit-register");
        service.clock.move(Duration.ofDays(1));
        Http then = service.session(service.signIn("stand-in", Guarded.PASSWORD));
        assertThat(then.json("api/session").path("permissions").toString()).contains("edit-register");
        service.clock.move(Duration.ofDays(1));
        Http after = service.session(service.signIn("stand-in", Guarded.PASSWORD));
        assertThat(after.json("api/session").path("permissions").toString()).doesNotContain("edit-register");
    }

    @Test
    void weakPasswordsAreRefusedWithAReasonAndTheLinkStillWorks() throws Exception {
        HttpResponse<String> added = service.administrator()
                .post("api/accounts", "{\"signInName\":\"weak\",\"displayName\":\"Weak\",\"grants\":[]}");
        String link = Http.JSON.readTree(added.body()).path("link").asText();
        for (String password : new String[] {"short", "password1234", "holdfastholdfast", "weakweakweak"}) {
            HttpResponse<String> refused = service.http.post(
                    "api/links/password", "{\"link\":\"" + link + "\",\"password\":\"" + password + "\"}");
            assertThat(refused.statusCode()).as(password).isEqualTo(422);
            assertThat(code(refused)).isEqualTo("weak-password");
        }
        String good = "{\"link\":\"" + link + "\",\"password\":\"" + Guarded.PASSWORD + "\"}";
        assertThat(service.http.post("api/links/password", good).statusCode()).isEqualTo(200);
        HttpResponse<String> again = service.http.post("api/links/password", good);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(code(again)).isEqualTo("link-gone");
    }

    @Test
    void whoeverIsDisabledIsOutAtOnceAndTheLastAdministratorStays() throws Exception {
        Http victim = service.person("victim", Role.EXECUTIVE, null);
        JsonNode people = service.administrator().json("api/accounts");
        for (JsonNode person : people) {
            if (person.path("signInName").asText().equals("victim")) {
                assertThat(service.administrator()
                                .send("PUT", path(person), changed(person, true), "Content-Type", "application/json")
                                .statusCode())
                        .isEqualTo(200);
            }
            if (person.path("signInName").asText().equals("root")) {
                HttpResponse<String> refused = service.administrator()
                        .send("PUT", path(person), changed(person, true), "Content-Type", "application/json");
                assertThat(refused.statusCode()).isEqualTo(409);
                assertThat(code(refused)).isEqualTo("last-administrator");
            }
        }
        assertThat(victim.get("api/units").statusCode()).isEqualTo(401);
        assertThat(service.signIn("victim", Guarded.PASSWORD).statusCode()).isEqualTo(401);
    }

    private static String path(JsonNode person) {
        return "api/accounts/" + person.path("id").asLong();
    }

    private static String changed(JsonNode person, boolean disabled) {
        ObjectNode change = ((ObjectNode) person.deepCopy());
        change.retain("displayName", "grants", "deputies", "version");
        return change.put("disabled", disabled).toString();
    }

    @Test
    void everyAnswerTellsTheBrowserWhatToRefuse() throws Exception {
        for (String path : new String[] {"", "api/session", "api/nothing"}) {
            HttpResponse<String> answer = service.http.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .hasValue("same-origin");
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000; includeSubDomains");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
        assertThat(service.http.get("").headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(service.http.get("api/session").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }
}
