package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.Unpacked;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A write that carries an Idempotency-Key is done once, however often it is sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class RetriesOverHttpTest {

    private static final String RUN = "{\"scenario\": \"tpe-lost\", \"trials\": 10, \"seed\": 1}";

    private Application application;
    private Http http;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        application = Application.start(Arguments.demo(Unpacked.in(data), 0, true, 1_000));
        http = new Http(application.url());
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private HttpResponse<String> ask(String body, String key) throws Exception {
        return http.post("api/runs", body, "Idempotency-Key", key);
    }

    private int runs() throws Exception {
        return http.json("api/runs").path("total").asInt();
    }

    private static JsonNode id(HttpResponse<String> answer) throws Exception {
        return Http.JSON.readTree(answer.body()).path("id");
    }

    private void inDatabase(String statement) throws Exception {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isEqualTo(1);
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(
                application.databaseUrl(),
                application.databaseRole().name(),
                application.databaseRole().password());
    }

    @Test
    void theSecondTimeAnswersWhatTheFirstDid() throws Exception {
        String key = key();
        int before = runs();
        HttpResponse<String> first = ask(RUN, key);
        HttpResponse<String> second = ask(RUN, key);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(runs()).isEqualTo(before + 1);
        assertThat(id(ask(RUN, key()))).isNotEqualTo(id(first));
    }

    @Test
    void anEditThatIsSentAgainIsNoConflictWithItself() throws Exception {
        HttpResponse<String> loaded = http.get("api/elements/tpe-nfv");
        String tag = loaded.headers().firstValue("ETag").orElseThrow();
        String body = ((ObjectNode) Http.JSON.readTree(loaded.body()).path("element"))
                .put("name", "Sent twice")
                .toString();
        String key = key();
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> put = http.send(
                    "PUT",
                    "api/elements/tpe-nfv",
                    body,
                    "Content-Type",
                    "application/json",
                    "If-Match",
                    tag,
                    "Idempotency-Key",
                    key);
            assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
            assertThat(put.headers().firstValue("ETag"))
                    .isPresent()
                    .isNotEqualTo(loaded.headers().firstValue("ETag"));
        }
    }

    @Test
    void manyAtOnceWithOneKeyAreDoneOnce() throws Exception {
        String key = key();
        int before = runs();
        List<CompletableFuture<Integer>> sent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            sent.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return ask(RUN, key).statusCode();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        assertThat(sent.stream().map(CompletableFuture::join))
                .contains(202)
                .allMatch(code -> code == 202 || code == 409);
        assertThat(runs()).isEqualTo(before + 1);
    }

    @Test
    void aKeyIsForOneRequestAndHasAForm() throws Exception {
        String key = key();
        ask(RUN, key);
        HttpResponse<String> other = ask(RUN.replace("\"seed\": 1", "\"seed\": 2"), key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("request-key-reused");
        assertThat(ask(RUN, "short").body()).contains("bad-request-key");
        assertThat(http.with("Idempotency-Key", "short").get("api/runs").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatWasRefusedMayBeSentAgain() throws Exception {
        String key = key();
        String refused = RUN.replace("tpe-lost", "nothing");
        assertThat(ask(refused, key).statusCode()).isEqualTo(422);
        assertThat(ask(refused, key).statusCode()).isEqualTo(422);
    }

    @Test
    void afterAKillBetweenTheWriteAndItsAnswerItSaysThatItWasDone() throws Exception {
        String key = key();
        ask(RUN, key);
        int before = runs();
        inDatabase("update request_key set state = 'kept', answer = null, boot = 'killed'"
                + " where begun_at = (select max(begun_at) from request_key)");
        HttpResponse<String> again = ask(RUN, key);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("request-done");
        assertThat(runs()).isEqualTo(before);
    }

    @Test
    void afterAKillBeforeTheWriteItIsDone() throws Exception {
        String key = key();
        ask(RUN, key);
        int before = runs();
        inDatabase("update request_key set state = 'begun', answer = null, boot = 'killed'"
                + " where begun_at = (select max(begun_at) from request_key)");
        assertThat(ask(RUN, key).statusCode()).isEqualTo(202);
        assertThat(runs()).isEqualTo(before + 1);
    }

    @Test
    void whatIsKeptTellsNobodyTheAnswer() throws Exception {
        String key = key();
        String id = id(ask(RUN, key)).asText();
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select row_to_json(k)::text, answer"
                        + " from (select * from request_key order by begun_at desc limit 1) k")) {
            rows.next();
            assertThat(Stream.of(rows.getString(1), new String(rows.getBytes(2), StandardCharsets.ISO_8859_1)))
                    .noneMatch(
                            text -> text.contains(key) || text.contains("\"id\":" + id) || text.contains("tpe-lost"));
        }
    }
}
