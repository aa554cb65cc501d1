package io.holdfast.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Exposure;
import io.holdfast.service.kernel.access.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A service that asks who somebody is, for tests, on a clock that they move. */
final class Guarded implements AutoCloseable {

    static final String PASSWORD = "correct-horse-battery-staple-9";

    final Application application;
    final Http http;
    final MovedClock clock = new MovedClock();

    Guarded(Path data, boolean sample) throws IOException, InterruptedException {
        this(Arguments.local(data, 0, sample, 2_000), HttpClient.newHttpClient());
    }

    /** One that is reached over TLS alone. */
    static Guarded overTls(Path data, Certificate certificate) throws IOException, InterruptedException {
        Exposure exposure = new Exposure(false, null, true, false);
        return new Guarded(
                new Arguments(
                        data,
                        0,
                        true,
                        2_000,
                        InetAddress.getLoopbackAddress(),
                        exposure,
                        null,
                        certificate.keystore(),
                        null),
                certificate.client());
    }

    Guarded(Arguments arguments) throws IOException, InterruptedException {
        this(arguments, HttpClient.newHttpClient());
    }

    private Guarded(Arguments arguments, HttpClient client) throws IOException, InterruptedException {
        application = Application.start(arguments, clock);
        http = new Http(application.url(), client);
        String link = URI.create(application.findFirstUrl().orElseThrow()).getFragment();
        ObjectNode first = Http.JSON.createObjectNode();
        first.put("link", link)
                .put("signInName", "root")
                .put("displayName", "Root")
                .put("password", PASSWORD);
        session(http.post("api/links/first", first.toString()));
    }

    /** The first administrator, signed in anew: the clock may have ended a session from before. */
    Http administrator() throws IOException, InterruptedException {
        return session(signIn("root", PASSWORD));
    }

    /** A client in the session that an answer has begun. */
    Http session(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String csrf = Http.JSON.readTree(answer.body()).path("csrf").asText();
        return http.with("Cookie", cookie, "Holdfast-Csrf", csrf);
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        ObjectNode credentials = Http.JSON.createObjectNode();
        credentials.put("name", name).put("password", password).put("sharedStation", false);
        return http.post("api/session", credentials.toString());
    }

    /** Adds somebody with one role, in a unit or, where it is null, everywhere, and signs them in. */
    Http person(String name, Role role, @Nullable String unit) throws IOException, InterruptedException {
        ObjectNode wanted = Http.JSON.createObjectNode().put("signInName", name).put("displayName", name);
        ArrayNode grants = wanted.putArray("grants");
        grants.addObject().put("role", role.word()).put("unit", unit);
        HttpResponse<String> added = administrator().post("api/accounts", wanted.toString());
        if (added.statusCode() != 201) {
            throw new AssertionError(added.body());
        }
        JsonNode invited = Http.JSON.readTree(added.body());
        ObjectNode password = Http.JSON.createObjectNode();
        password.put("link", invited.path("link").asText()).put("password", PASSWORD);
        return session(http.post("api/links/password", password.toString()));
    }

    void unit(String id, @Nullable String parent) throws IOException, InterruptedException {
        ObjectNode unit =
                Http.JSON.createObjectNode().put("id", id).put("name", id).put("parent", parent);
        HttpResponse<String> added = administrator().post("api/units", unit.toString());
        if (added.statusCode() != 201) {
            throw new AssertionError(added.body());
        }
    }

    @Override
    public void close() {
        application.close();
    }

    /** A clock that goes as the computer's, moved by what a test wants. For any number of threads. */
    static final class MovedClock extends Clock {

        private volatile Duration by = Duration.ZERO;

        void move(Duration more) {
            by = by.plus(more);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for it");
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(by);
        }
    }
}
