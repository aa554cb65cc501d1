package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.DatabaseFailure;
import io.holdfast.service.kernel.EmbeddedPostgres;
import io.holdfast.service.kernel.Unpacked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one database that neither of them runs: a PostgreSQL whose owner of the database is no superuser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class ExternalDatabaseTest {

    private static final String PASSWORD = "p@ss:word/1+2";

    private Path folder;
    private EmbeddedPostgres server;
    private Path address;
    private Application first;
    private Application second;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        server = EmbeddedPostgres.start(Unpacked.inDatabase(temporary.resolve("server")));
        ask(
                "create role planner login createrole password '" + PASSWORD + "'",
                "create database holdfast owner planner",
                "create database copy owner planner",
                "create role guest login password 'guest'");
        address = addressFile("holdfast", "planner:p%40ss%3Aword%2F1+2");
        CompletableFuture<Application> other = CompletableFuture.supplyAsync(() -> start("second"));
        first = start("first");
        second = other.join();
    }

    private Application start(String name) {
        try {
            return Application.start(
                    Arguments.demo(folder.resolve(name), 0, true, 1_000).on(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stop() {
        first.close();
        second.close();
        server.close();
    }

    private void ask(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private Path addressFile(String database, String who) throws Exception {
        String where = server.url().replaceFirst("jdbc:postgresql://", "").replaceFirst("/postgres$", "");
        Path file = Files.createTempFile(
                folder,
                "database",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, "# of the tests\npostgresql://" + who + "@" + where + "/" + database + "\n");
    }

    private static JsonNode runs(Http http) throws Exception {
        return http.json("api/runs?size=200");
    }

    @Test
    void bothStartedAtOnceLoadTheSampleOnceAndEachRunIsWorkedOnByOne() throws Exception {
        Http one = new Http(first.url());
        Http two = new Http(second.url());
        JsonNode runs = runs(one);
        assertThat(runs.path("total").asInt()).isEqualTo(8);
        for (JsonNode run : runs.path("items")) {
            assertThat(two.awaitOver(run.path("id").asLong()).path("status").asText())
                    .isEqualTo("finished");
        }
        for (int i = 0; i < 10; i++) {
            (i % 2 == 0 ? one : two)
                    .post("api/runs", "{\"scenario\": \"tpe-lost\", \"trials\": 5000, \"seed\": " + i + "}");
        }
        Set<Long> ids = new HashSet<>();
        for (JsonNode run : runs(one).path("items")) {
            long id = run.path("id").asLong();
            assertThat(one.awaitOver(id).path("status").asText()).isEqualTo("finished");
            ids.add(id);
        }
        assertThat(ids).hasSize(18);
        assertThat(worked(one) + worked(two))
                .as("with the years, which are in no list of scenarios")
                .isEqualTo(19);
        assertThat(worked(one)).as("both work").isBetween(1L, 18L);
    }

    /** How many runs a service has ended. */
    private static long worked(Http http) throws Exception {
        return http.get("prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("holdfast_runs_ended_total{"))
                .mapToLong(line -> Math.round(Double.parseDouble(line.replaceFirst(".*} ", ""))))
                .sum();
    }

    @Test
    void whatOneStoresTheOtherShows() throws Exception {
        Http one = new Http(first.url());
        Http two = new Http(second.url());
        HttpResponse<String> element = one.get("api/elements/tpe-nfv");
        assertThat(element.statusCode()).as(element.body()).isEqualTo(200);
        HttpResponse<String> there = two.get("api/elements/tpe-nfv");
        assertThat(there.body()).isEqualTo(element.body());
        String etag = element.headers().firstValue("ETag").orElseThrow();
        ObjectNode changed = (ObjectNode) Http.JSON.readTree(element.body()).path("element");
        HttpResponse<String> put = one.send(
                "PUT",
                "api/elements/tpe-nfv",
                changed.put("name", "Renamed by one").toString(),
                "If-Match",
                etag,
                "Content-Type",
                "application/json");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(two.json("api/elements/tpe-nfv").path("element").path("name").toString())
                .contains("Renamed by one");
        HttpResponse<String> late = two.send(
                "PUT",
                "api/elements/tpe-nfv",
                changed.put("name", "Renamed by two").toString(),
                "If-Match",
                etag,
                "Content-Type",
                "application/json");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(two.json("api/audit/check").path("whole").asBoolean()).isTrue();
    }

    @Test
    void keepsASecondServiceOffItsDataFolder() {
        assertThatThrownBy(() -> start("first"))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("Another Holdfast uses the data folder");
    }

    @Test
    void isBackedUpAndRestoredIntoAnotherOne() throws Exception {
        Path file = folder.resolve("external.zip");
        Path copy = addressFile("copy", "planner:p%40ss%3Aword%2F1+2");
        assertThat(run("backup", file.toString(), "--database", address.toString()))
                .contains("Backed up");
        String data = folder.resolve("third").toString();
        assertThat(run("restore", file.toString(), "--data", data, "--database", copy.toString()))
                .contains("every table is what it was", "--database");
        assertThat(run("restore", file.toString(), "--data", data, "--database", copy.toString()))
                .contains("holds tables already");
    }

    private static String run(String... args) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Commands(to, to).run(args);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysWhatIsWrongWithADatabaseThatItCannotUse() throws Exception {
        assertRefused(addressFile("holdfast", "guest:guest"), "must own the database", "createrole");
        assertRefused(addressFile("holdfast", "planner:wrong"), "does not let 'planner' in");
        assertRefused(addressFile("nowhere", "planner:p%40ss%3Aword%2F1+2"), "nowhere");
        assertRefused(folder.resolve("absent"), "There is no file");
        Path open = addressFile("holdfast", "guest:hidden-secret");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(open, "chmod 600");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-----w-"));
        assertRefused(open, "chmod 600");
        Path wrong = addressFile("holdfast", "guest:hidden-secret");
        Files.writeString(wrong, "postgres://guest hidden-secret");
        assertRefused(wrong, "must hold one line of the form");
    }

    private void assertRefused(Path file, String... words) {
        assertThatThrownBy(() -> Application.start(Arguments.demo(folder.resolve("refused"), 0, true, 1_000)
                        .on(file)))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContainingAny("hidden-secret", "p@ss");
    }
}
