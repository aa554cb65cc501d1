package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files as evidence, their custody, and what is kept how long (rows I10, I15, I17, D12, D16). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class EvidenceOverHttpTest {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final Duration SIX_YEARS = Duration.ofDays(6 * 366);
    private static final String ELEMENT = "svc-contact";

    private Guarded service;
    private Path data;
    private Http root;
    private Http planner;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        data = folder;
        service = new Guarded(folder, true);
        service.unit("network", null);
        service.unit("billing", null);
        root = service.administrator();
        planner = service.person("evidence-planner", Role.PLANNER, null);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static Multipart about(String type, String subject) {
        return new Multipart().field("subjectType", type).field("subject", subject);
    }

    private static Multipart photo(String name, byte[] bytes) {
        return about("element", ELEMENT).file("file", name, "image/png", bytes);
    }

    private static JsonNode added(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Http.JSON.readTree(answer.body());
    }

    private long add(byte[] bytes) throws Exception {
        return added(planner.post("api/evidence", photo("photo.png", bytes)))
                .path("item")
                .path("id")
                .asLong();
    }

    private static byte[] unique(byte[] start, int size) {
        byte[] bytes = Arrays.copyOf(start, size);
        byte[] rest = new byte[size - start.length];
        new Random(size).nextBytes(rest);
        System.arraycopy(rest, 0, bytes, start.length, rest.length);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static List<String> events(Http http, long id) throws Exception {
        return http.json("api/evidence/" + id).path("custody").findValuesAsText("event");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code, String... words)
            throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Http.JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        for (String word : words) {
            assertThat(problem.path("detail").asText()).contains(word);
        }
    }

    private Connection asService() throws SQLException {
        return DriverManager.getConnection(
                service.application.databaseUrl(),
                service.application.databaseRole().name(),
                service.application.databaseRole().password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = asService();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Waits until no upload lies about. */
    private void assertNothingLeft() throws Exception {
        for (int i = 0; i < 100 && !left().isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(left()).isEmpty();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("tmp"))) {
            return files.toList();
        }
    }

    @Test
    @Tag("row:I15")
    void aFileIsKeptWithItsHashAndEverybodyWhoHadIt() throws Exception {
        byte[] bytes = unique(PNG, 700_001);
        JsonNode added = added(planner.post(
                "api/evidence",
                photo("機房 照片.png", bytes)
                        .field("recordClass", "drill-record")
                        .field("collectedAt", "2026-01-02T03:04:05Z")
                        .field("collectedBy", "陳小明")
                        .field("authorisedBy", "Head of IT")
                        .field("present", "Auditor of the city")
                        .field("place", "Room 3")
                        .field("description", "Rack after the failover")));
        JsonNode item = added.path("item");
        long id = item.path("id").asLong();
        assertThat(item.path("fileName").asText()).isEqualTo("機房 照片.png");
        assertThat(item.path("sha256").asText()).isEqualTo(sha256(bytes));
        assertThat(item.path("size").asInt()).isEqualTo(bytes.length);
        assertThat(item.path("detectedType").asText()).isEqualTo("image/png");
        assertThat(item.path("collectedAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(item.path("collectedBy").asText()).isEqualTo("陳小明");
        assertThat(item.path("keptUntil").asText()).isGreaterThan("2031-11");
        HttpResponse<byte[]> file = planner.bytes("api/evidence/" + id + "/file");
        assertThat(file.body()).isEqualTo(bytes);
        JsonNode verified = Http.JSON.readTree(
                planner.post("api/evidence/" + id + "/verify", "").body());
        assertThat(verified.path("whole").asBoolean()).isTrue();
        assertThat(verified.path("found").asText()).isEqualTo(sha256(bytes));
        assertThat(planner.post("api/evidence/" + id + "/hand-over", "{\"to\":\"City police\",\"note\":\"case 7\"}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode custody = planner.json("api/evidence/" + id).path("custody");
        assertThat(custody.findValuesAsText("event"))
                .containsExactly("hand-over", "verify", "read", "upload", "collect");
        assertThat(custody.findValuesAsText("who")).containsOnly("evidence-planner");
        assertThat(custody.path(0).path("to").asText()).isEqualTo("City police");
        assertThat(custody.path(1).path("whole").asBoolean()).isTrue();
        JsonNode reads = root.json("api/audit?action=read.evidence&subject=" + id);
        assertThat(reads.path("total").asInt()).isEqualTo(1);
        assertThat(planner.json("api/evidence?subjectType=element&subject=" + ELEMENT)
                        .path("items")
                        .findValuesAsText("id"))
                .contains(Long.toString(id));
        assertNothingLeft();
    }

    @Test
    void evidenceIsAboutAPlanWhereThereAreItsElementAndItsScenario() throws Exception {
        String plan = ELEMENT + "/faulty-release";
        JsonNode item = added(planner.post(
                        "api/evidence", about("plan", plan).file("file", "signed.png", "image/png", unique(PNG, 777))))
                .path("item");
        assertThat(planner.json("api/evidence?subjectType=plan&subject=" + ELEMENT + "%2Ffaulty-release")
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly(item.path("id").asText());
        for (String other : List.of(ELEMENT, ELEMENT + "/no-such", "no-such/faulty-release", plan + "/more")) {
            assertRefused(
                    planner.post("api/evidence", about("plan", other).file("file", "a.png", "image/png", PNG)),
                    422,
                    "unknown-subject",
                    other);
        }
    }

    @Test
    void anUploadThatABrowserSendsAgainIsStoredOnce() throws Exception {
        byte[] bytes = unique(PNG, 2_345);
        Http keyed = planner.with("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode first = added(keyed.post("api/evidence", photo("once.png", bytes)));
        JsonNode second = added(keyed.post("api/evidence", photo("once.png", bytes)));
        assertThat(second).isEqualTo(first);
        assertThat(second.path("sameAs")).isEmpty();
    }

    @Test
    void aRedactionFindsNamesHoweverOftenTheFileWasUsed() throws Exception {
        long id = added(planner.post(
                        "api/evidence", photo("often.png", unique(PNG, 900)).field("collectedBy", "Pang Tong")))
                .path("item")
                .path("id")
                .asLong();
        for (int i = 0; i < 501; i++) {
            root.post("api/evidence/" + id + "/verify", "");
        }
        assertThat(root.post("api/evidence/" + id + "/redact", "{\"reason\":\"asked for\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(root.get("api/audit/export").body()).doesNotContain("Pang Tong");
    }

    @Test
    void aScheduleOnHoldIsNotPlannedAnew() throws Exception {
        String year = "api/drills/schedules";
        assertThat(planner.post(year, "{\"year\":2031}").statusCode()).isLessThan(300);
        JsonNode hold = Http.JSON.readTree(
                root.post("api/retention/holds", decision("schedule", 2031)).body());
        assertThat(hold.path("id").asLong()).as(hold.toString()).isPositive();
        HttpResponse<String> loaded = planner.get("api/elements/tpe-nfv");
        ObjectNode element = (ObjectNode) Http.JSON.readTree(loaded.body()).path("element");
        HttpResponse<String> edited = planner.send(
                "PUT",
                "api/elements/tpe-nfv",
                element.put("name", "Another name").toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                loaded.headers().firstValue("ETag").orElseThrow());
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        assertRefused(planner.post(year, "{\"year\":2031}"), 409, "on-hold", "no longer needed");
    }

    @Test
    void theSameBytesAreTakenAgainAndTold() throws Exception {
        byte[] bytes = unique(PNG, 1_234);
        long first = add(bytes);
        JsonNode second = added(planner.post("api/evidence", photo("again.png", bytes)));
        assertThat(second.path("sameAs").path(0).asLong()).isEqualTo(first);
    }

    @Test
    void noNameAndNoTypeMakesABrowserRunOrWriteSomething() throws Exception {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        for (String name :
                List.of("../../etc/passwd", "C:\\\\Windows\\\\evil.html", "a\u202Egnp.html", "...", "x;y=z.png")) {
            JsonNode item = added(planner.post(
                            "api/evidence", about("element", ELEMENT).file("file", name, "image/png; what=x", page)))
                    .path("item");
            assertThat(item.path("fileName").asText())
                    .doesNotContain("/", "\\", "..", "\u202E")
                    .isNotEmpty();
            assertThat(item.path("detectedType").asText()).isEqualTo("text/plain");
            HttpResponse<byte[]> file =
                    planner.bytes("api/evidence/" + item.path("id").asLong() + "/file?inline=true");
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment; filename=\"");
            assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
            assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(file.headers().allValues("Content-Security-Policy")).hasSize(1);
            assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("sandbox", "default-src 'none'");
        }
        HttpResponse<byte[]> picture = planner.bytes("api/evidence/" + add(PNG) + "/file?inline=true");
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline");
    }

    @Test
    void whatIsTooLargeOrEmptyOrHalfIsNotStoredAndLeavesNothingBehind() throws Exception {
        long items = count("evidence_item");
        assertRefused(
                planner.post("api/evidence", photo("a.png", new byte[(50 << 20) + 1])), 413, "too-large", "50 MiB");
        assertRefused(planner.post("api/evidence", photo("a.png", new byte[0])), 422, "bad-evidence", "empty");
        assertRefused(planner.post("api/evidence", about("element", ELEMENT)), 422, "bad-evidence", "'file'");
        assertRefused(
                planner.post("api/evidence", photo("a.png", PNG).field("recordClass", "audit")),
                422,
                "bad-evidence",
                "drill-record");
        assertRefused(
                planner.post("api/evidence", photo("a.png", PNG).field("collectedAt", "2999-01-01T00:00:00Z")),
                422,
                "bad-evidence",
                "2999");
        assertRefused(
                planner.post("api/evidence", photo("a.png", PNG).field("collectedAt", "yesterday")),
                422,
                "bad-evidence");
        assertRefused(
                planner.post("api/evidence", about("element", "nobody").file("file", PNG)), 422, "unknown-subject");
        assertRefused(planner.post("api/evidence", about("cat", "felix").file("file", PNG)), 422, "unknown-subject");
        assertRefused(
                planner.post("api/evidence", about("element", ELEMENT).file("file", "a", "image/png; charset=x", PNG)),
                400,
                "bad-request",
                "form");
        assertRefused(
                planner.post("api/evidence", about("element", ELEMENT).file("file", "a\"; lost", "image/png", PNG)),
                400,
                "bad-request",
                "form");
        assertThat(planner.post("api/evidence/987654321/verify", "").statusCode())
                .isEqualTo(404);
        halfAnUpload();
        assertNothingLeft();
        assertThat(count("evidence_item")).isEqualTo(items);
        assertThat(count("evidence_chunk where file not in (select file from evidence_item)"))
                .isZero();
    }

    /** Sends half of 30 MiB and goes away. */
    private void halfAnUpload() throws Exception {
        HttpResponse<String> session = service.signIn("evidence-planner", Guarded.PASSWORD);
        String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String csrf = Http.JSON.readTree(session.body()).path("csrf").asText();
        Multipart form = photo("half.png", new byte[30 << 20]);
        byte[] body = form.bytes();
        int port = URI.create(service.application.url()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/evidence HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + cookie
                            + "\r\nHoldfast-Csrf: " + csrf + "\r\nContent-Type: " + form.contentType()
                            + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(body, 0, body.length / 2);
            out.flush();
            for (int i = 0; i < 100 && left().isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(left())
                    .as("it lies in the data folder while it comes in")
                    .isNotEmpty();
        }
    }

    @Test
    void evidenceIsAddedAndHandedOverInTheUnitOfWhatItIsAbout() throws Exception {
        List<String> assets =
                planner.json("api/elements?size=2&type=asset").path("items").findValuesAsText("id");
        move(planner, assets.get(0), "network");
        move(planner, assets.get(1), "billing");
        Http operator = service.person("evidence-network", Role.OPERATOR, "network");
        JsonNode own = added(
                operator.post("api/evidence", about("element", assets.get(0)).file("file", PNG)));
        long id = own.path("item").path("id").asLong();
        assertRefused(
                operator.post("api/evidence", about("element", assets.get(1)).file("file", PNG)),
                403,
                "not-in-your-unit");
        assertRefused(
                operator.post("api/evidence", about("element", "nobody").file("file", PNG)), 403, "not-in-your-unit");
        assertThat(operator.post("api/evidence/" + id + "/hand-over", "{\"to\":\"a colleague\"}")
                        .statusCode())
                .isEqualTo(200);
        move(planner, assets.get(0), "billing");
        assertRefused(
                operator.post("api/evidence/" + id + "/hand-over", "{\"to\":\"a colleague\"}"),
                403,
                "not-in-your-unit");
        Http auditor = service.person("evidence-auditor", Role.AUDITOR, null);
        assertRefused(auditor.post("api/evidence", photo("a.png", PNG)), 403, "not-allowed");
        assertThat(auditor.post("api/evidence/" + id + "/verify", "").statusCode())
                .isEqualTo(200);
        assertThat(auditor.bytes("api/evidence/" + id + "/file").statusCode()).isEqualTo(200);
        for (String about : List.of("scenario tpe-lost", "plan svc-contact/tpe-lost", "run 1")) {
            added(planner.post(
                    "api/evidence",
                    about(about.split(" ", 2)[0], about.split(" ", 2)[1]).file("file", PNG)));
        }
    }

    private static void move(Http http, String id, String unit) throws Exception {
        ObjectNode element = (ObjectNode) http.json("api/elements/" + id).path("element");
        element.put("x-unit", unit);
        assertThat(http.send(
                                "PUT",
                                "api/elements/" + id,
                                element.toString(),
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                "*")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String decision(String type, Object record) {
        return "{\"recordType\":\"" + type + "\",\"record\":\"" + record + "\",\"reason\":\"no longer needed\"}";
    }

    @Test
    @Tag("row:I10")
    void nothingIsDeletedBeforeItsDateNeitherHereNorInTheDatabase() throws Exception {
        long id = add(unique(PNG, 5_000));
        root.awaitOver(1);
        planner.post("api/drills/schedules", "{\"year\":2027}");
        for (String record : List.of("evidence " + id, "run 1", "schedule 2027")) {
            assertRefused(
                    root.post("api/retention/deletions", decision(record.split(" ", 2)[0], record.split(" ", 2)[1])),
                    409,
                    "kept-until",
                    "until 203");
        }
        assertRefused(root.post("api/retention/deletions", decision("cat", 1)), 404, "unknown-record");
        assertRefused(root.post("api/retention/deletions", decision("run", "../1")), 404, "unknown-record");
        try (Connection connection = asService()) {
            for (String attempt : List.of(
                    "delete from evidence_item",
                    "delete from evidence_chunk",
                    "update evidence_item set deleted_at = now() where id = " + id,
                    "update evidence_item set sha256 = sha256('x') where id = " + id,
                    "update evidence_item set uploaded_at = 'epoch' where id = " + id,
                    "update evidence_item set description = 'another' where id = " + id,
                    "update evidence_chunk set bytes = 'x'",
                    "truncate evidence_chunk",
                    "truncate evidence_item cascade",
                    "delete from run where id = 1",
                    "truncate run",
                    "delete from drill_schedule where year = 2027",
                    "delete from retention_policy",
                    "update retention_policy set years = 1, least_years = 1 where record_class = 'evidence'",
                    "update retention_policy set years = 1 where record_class = 'evidence'",
                    "delete from audit_entry where subject_type = 'evidence'")) {
                assertThatThrownBy(() -> run(connection, attempt)).as(attempt).isInstanceOf(SQLException.class);
            }
        }
        assertThat(events(root, id)).containsExactly("upload", "collect");
    }

    @Test
    @Tag("row:I10")
    void afterItsDateAPersonDeletesAFileAndWhatWasDoneStays() throws Exception {
        service.clock.move(SIX_YEARS.negated());
        long id = add(unique(PNG, 6_000));
        long held = add(unique(PNG, 6_100));
        service.clock.move(SIX_YEARS);
        JsonNode hold = Http.JSON.readTree(
                root.post("api/retention/holds", decision("evidence", held)).body());
        List<String> due = root.json("api/retention/due").findValuesAsText("record");
        assertThat(due).contains(Long.toString(id)).doesNotContain(Long.toString(held));
        assertRefused(
                root.post("api/retention/deletions", "{\"recordType\":\"evidence\",\"record\":\"" + id + "\"}"),
                422,
                "bad-reason");
        assertThat(planner.post("api/retention/deletions", decision("evidence", id))
                        .statusCode())
                .isEqualTo(403);
        assertThat(root.post("api/retention/deletions", decision("evidence", id))
                        .statusCode())
                .isEqualTo(204);
        assertRefused(root.get("api/evidence/" + id + "/file"), 410, "evidence-deleted", "photo.png");
        assertThat(root.json("api/evidence/" + id)
                        .path("item")
                        .path("deletedAt")
                        .isNull())
                .isFalse();
        assertThat(events(root, id)).containsExactly("delete", "upload", "collect");
        assertRefused(root.post("api/retention/deletions", decision("evidence", held)), 409, "on-hold", "root");
        try (Connection connection = asService()) {
            assertThatThrownBy(() -> run(connection, "update evidence_item set deleted_at = now() where id = " + held))
                    .hasMessageContaining("on hold");
        }
        assertThat(root.post("api/retention/holds", decision("evidence", held)).statusCode())
                .isEqualTo(409);
        String lift = "api/retention/holds/" + hold.path("id").asLong() + "/lift";
        assertThat(root.post(lift, "{\"reason\":\"the case is closed\"}").statusCode())
                .isEqualTo(200);
        assertThat(root.post(lift, "{\"reason\":\"the case is closed\"}").statusCode())
                .isEqualTo(404);
        assertThat(root.post("api/retention/deletions", decision("evidence", held))
                        .statusCode())
                .isEqualTo(204);
        assertThat(events(root, held)).containsExactly("delete", "release", "hold", "upload", "collect");
    }

    @Test
    @Tag("row:I17")
    void thePolicyIsLengthenedWithAReasonAndNeverBelowTheGuideline() throws Exception {
        long id = added(planner.post("api/evidence", photo("t.png", PNG).field("recordClass", "training-record")))
                .path("item")
                .path("id")
                .asLong();
        JsonNode before = policy(root);
        assertThat(before.path("years").asInt()).isEqualTo(5);
        assertRefused(change(root, 4, 1, "shorter please"), 422, "bad-retention", "at least 5");
        assertRefused(change(root, 10, 1, ""), 422, "bad-reason");
        assertThat(change(planner, 10, 1, "longer please").statusCode()).isEqualTo(403);
        assertThat(change(root, 10, 1, "a new law").statusCode()).isEqualTo(200);
        assertRefused(change(root, 12, 1, "a newer law"), 412, "changed-meanwhile");
        assertThat(policy(root).path("reason").asText()).isEqualTo("a new law");
        assertThat(root.json("api/evidence/" + id)
                        .path("item")
                        .path("keptUntil")
                        .asText())
                .isGreaterThan("2036");
        assertThat(root.json("api/audit?action=retention.change").path("total").asInt())
                .isEqualTo(1);
        assertRefused(
                root.send(
                        "PUT",
                        "api/retention/audit",
                        "{\"years\":5,\"version\":1,\"reason\":\"shorter\"}",
                        "Content-Type",
                        "application/json"),
                422,
                "bad-retention");
    }

    private static HttpResponse<String> change(Http http, int years, int version, String reason) throws Exception {
        String body = "{\"years\":" + years + ",\"version\":" + version + ",\"reason\":\"" + reason + "\"}";
        return http.send("PUT", "api/retention/training-record", body, "Content-Type", "application/json");
    }

    private static JsonNode policy(Http http) throws Exception {
        for (JsonNode policy : http.json("api/retention")) {
            if (policy.path("recordClass").asText().equals("training-record")) {
                return policy;
            }
        }
        throw new AssertionError("no policy");
    }

    @Test
    @Tag("row:I17")
    void aRedactionTakesNamesAwayAndLeavesFileAndChainWhole() throws Exception {
        byte[] bytes = unique(PNG, 7_000);
        JsonNode added = added(planner.post(
                "api/evidence",
                photo("r.png", bytes).field("collectedBy", "Zhuge Liang").field("present", "Sima Yi")));
        long id = added.path("item").path("id").asLong();
        planner.post("api/evidence/" + id + "/hand-over", "{\"to\":\"Jiang Wei\"}");
        assertRefused(root.post("api/evidence/" + id + "/redact", "{}"), 422, "bad-reason");
        assertThat(root.post("api/evidence/" + id + "/redact", "{\"reason\":\"asked for by the persons\"}")
                        .statusCode())
                .isEqualTo(200);
        String told = root.get("api/evidence/" + id).body()
                + root.get("api/audit?subjectType=evidence&size=500").body();
        assertThat(told).doesNotContain("Zhuge Liang", "Sima Yi", "Jiang Wei");
        assertThat(events(root, id)).containsExactly("redact", "hand-over", "upload", "collect");
        assertThat(root.json("api/audit/check").path("whole").asBoolean()).isTrue();
        assertThat(Http.JSON
                        .readTree(
                                root.post("api/evidence/" + id + "/verify", "").body())
                        .path("whole")
                        .asBoolean())
                .isTrue();
    }
}
