package io.holdfast.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.Unpacked;
import io.holdfast.service.kernel.access.Exposure;
import io.holdfast.service.kernel.access.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that asks who somebody is, for tests, on a clock that they move. */
final class Guarded implements AutoCloseable {

    static final String PASSWORD = People.PASSWORD;

    final Application application;
    final Http http;
    final MovedClock clock = new MovedClock();
    private final People people;

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
        Unpacked.in(arguments.data());
        application = Application.start(arguments, clock);
        http = new Http(application.url(), client);
        people = People.begin(http, application.findFirstUrl().orElseThrow());
    }

    /** The first administrator, signed in anew: the clock may have ended a session from before. */
    Http administrator() throws IOException, InterruptedException {
        return session(signIn("root", PASSWORD));
    }

    /** A client in the session that an answer has begun. */
    Http session(HttpResponse<String> answer) throws IOException {
        return People.session(http, answer);
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return people.signIn(name, password);
    }

    /** Adds somebody with one role, in a unit or, where it is null, everywhere, and signs them in. */
    Http person(String name, Role role, @Nullable String unit) throws IOException, InterruptedException {
        return people.add(administrator(), name, List.of(role), unit);
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
