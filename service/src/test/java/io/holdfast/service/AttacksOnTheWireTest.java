package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by how something is sent: entities, bombs, sizes, lengths that lie, hosts, methods, two requests in one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class AttacksOnTheWireTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private Guarded service;
    private String host;
    private AnswerRules rules;
    private List<String> session;
    private byte[] bomb;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, false);
        host = URI.create(service.application.url()).getAuthority();
        rules = AnswerRules.read();
        HttpResponse<String> answer = service.signIn("root", Guarded.PASSWORD);
        session = List.of(
                "Cookie: "
                        + answer.headers()
                                .firstValue("Set-Cookie")
                                .orElseThrow()
                                .replaceFirst(";.*", ""),
                "Holdfast-Csrf: "
                        + Http.JSON.readTree(answer.body()).path("csrf").asText());
        promote();
        bomb = packed(200);
    }

    /** The administrator becomes planner and operator too, to reach what reads files. */
    private void promote() throws Exception {
        Http administrator = service.administrator();
        JsonNode root = administrator.json("api/accounts").path(0);
        String change = "{\"displayName\": \"Root\", \"disabled\": false, \"deputies\": [], \"version\": "
                + root.path("version").asInt()
                + ", \"grants\": [{\"role\": \"administrator\"}, {\"role\": \"planner\"}, {\"role\": \"operator\"}]}";
        HttpResponse<String> changed = administrator.send(
                "PUT", "api/accounts/" + root.path("id").asLong(), change, "Content-Type", "application/json");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    @AfterEach
    void theServiceStillAnswers() throws Exception {
        assertThat(service.http.get("health").statusCode()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private RawHttp connection() {
        return new RawHttp(URI.create(service.application.url()).getPort());
    }

    private byte[] request(String line, byte[] body, String... headers) {
        List<String> lines = new ArrayList<>(List.of(line + " HTTP/1.1", "Host: " + host));
        lines.addAll(session);
        lines.addAll(List.of(headers));
        if (Stream.of(headers).noneMatch(each -> each.matches("(?i)(content-length|transfer-encoding):.*"))) {
            lines.add("Content-Length: " + body.length);
        }
        return RawHttp.request(body, lines);
    }

    private RawHttp.Answer send(byte[] request) throws IOException {
        try (RawHttp raw = connection()) {
            long start = System.nanoTime();
            RawHttp.Answer answer = raw.send(request);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            return answer;
        }
    }

    private RawHttp.Answer refused(byte[] request, Integer... statuses) throws IOException {
        RawHttp.Answer answer = send(request);
        assertThat(answer.status()).as(answer.text()).isIn(List.of(statuses));
        assertThat(rules.broken(answer)).isEmpty();
        return answer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] upload(String part, byte[] file) {
        Multipart form = new Multipart().file(part, file);
        return request("POST /api/imports/preview", form.bytes(), "Content-Type: " + form.contentType());
    }

    private Stream<byte[]> everyReaderOf(byte[] file) {
        return Stream.concat(
                Stream.of(
                        request("PUT /api/model", file, "Content-Type: application/yaml", "If-Match: *"),
                        request("PUT /api/model", file, "Content-Type: application/json", "If-Match: *"),
                        request("POST /api/calendar/imports", file, "Content-Type: text/calendar")),
                Stream.of("dump", "assets", "relations", "edges", "model", "network")
                        .map(part -> upload(part, file)));
    }

    @Test
    void anEntityOfXmlIsNeitherReadNorFetchedWhereverAFileComesIn() throws Exception {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(300);
            String there = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/";
            for (String source : List.of("file:///etc/passwd", there)) {
                byte[] xml = bytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"" + source
                        + "\"><!ENTITY % c SYSTEM \"" + source + "\">%c;]><a>&b;</a>");
                for (byte[] request : everyReaderOf(xml).toList()) {
                    assertThat(refused(request, 422).text()).doesNotContain("root:x:");
                }
            }
            byte[] calendar =
                    bytes("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTIMEZONE\r\nTZID:Nowhere\r\nTZURL:"
                            + there + "\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
                            + "DTSTART;TZID=Nowhere:20260217T000000\r\nATTACH:" + there
                            + "\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
            refused(request("POST /api/calendar/imports", calendar, "Content-Type: text/calendar"), 422);
            assertThatThrownBy(elsewhere::accept).as("nobody called").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aModelInYamlMakesNoObjectsAndCallsNobody() throws Exception {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(300);
            byte[] gadget =
                    bytes("holdfast: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL"
                            + " [\"http://127.0.0.1:" + elsewhere.getLocalPort() + "/\"]]]]\n");
            byte[] put = request("PUT /api/model", gadget, "Content-Type: application/yaml", "If-Match: *");
            for (byte[] request : List.of(put, upload("model", gadget))) {
                RawHttp.Answer answer = send(request);
                assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            }
            assertThatThrownBy(elsewhere::accept).as("nobody called").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aliasesAndDepthDoNotGrowWithoutEnd() throws Exception {
        StringBuilder laughs = new StringBuilder("a0: &a0 [\"lol\"]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
        }
        List<String> bombs = List.of(
                laughs + "holdfast: *a39\n",
                "holdfast: &a [*a]\n",
                "holdfast: &a {b: *a}\n",
                "holdfast: " + "[".repeat(50_000),
                "- ".repeat(50_000),
                "[".repeat(500_000),
                "{\"a\":".repeat(200_000),
                xmlLaughs(),
                "<graphml>" + "<graph>".repeat(50_000),
                "<graphml><graph><node id='a'>" + "<graph><node id='b'>".repeat(50_000),
                "<graphml><key id='k' attr.name='n'/><graph><node id='a'><data key='k'>" + "<a>".repeat(50_000),
                "<graphml " + "a".repeat(100_000) + "='1'>",
                "[{\"model\": \"dcim.site\", \"pk\": 1, \"fields\": " + "[".repeat(100_000));
        for (String bomb : bombs) {
            for (byte[] request : everyReaderOf(bytes(bomb)).toList()) {
                refused(request, 422);
            }
        }
    }

    /** A billion laughs in GraphML. */
    private static String xmlLaughs() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE graphml [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        return xml + "]><graphml><graph><node id=\"&a9;\"/></graph></graphml>";
    }

    @Test
    void aNetworkWithoutADocumentTypeIsReadWhereOneWithItIsRefused() throws Exception {
        String good = "<graphml><key id=\"k\" for=\"node\" attr.name=\"label\"/><graph edgedefault=\"undirected\">"
                + "<node id=\"a\"><data key=\"k\">A</data></node></graph></graphml>";
        RawHttp.Answer control = send(upload("network", bytes("<?xml version=\"1.0\"?>" + good)));
        assertThat(control.status()).as(control.text()).isEqualTo(200);
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(300);
            String there = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/";
            for (String source : List.of("file:///etc/passwd", there)) {
                for (String type : List.of(
                        "<!DOCTYPE graphml SYSTEM \"" + source + "\">",
                        "<!DOCTYPE graphml [<!ENTITY b SYSTEM \"" + source + "\">]>",
                        "<!DOCTYPE graphml [<!ENTITY % c SYSTEM \"" + source + "\">%c;]>")) {
                    String attack = "<?xml version=\"1.0\"?>" + type + good.replace(">A<", ">&b;<");
                    assertThat(refused(upload("network", bytes(attack)), 422).text())
                            .contains("doctype")
                            .doesNotContain("root:x:");
                }
            }
            assertThatThrownBy(elsewhere::accept).as("nobody called").isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** So many MiB of nothing, less than one when packed; more than the server reads of any request. */
    private static byte[] packed(int mebibytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] spaces = bytes(" ".repeat(1 << 20));
            for (int i = 0; i < mebibytes; i++) {
                out.write(spaces);
            }
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "br", "zstd", "snappy", "gzip, gzip", "nonsense"})
    void aPackedBodyIsNotTakenIn(String coding) throws Exception {
        assertThat(bomb.length).isLessThan(1 << 20);
        for (String to : List.of("POST /api/session", "POST /api/links/look", "PUT /api/model", "POST /api/imports")) {
            refused(
                    request(to, bomb, "Content-Type: application/json", "If-Match: *", "Content-Encoding: " + coding),
                    411,
                    413,
                    415);
        }
    }

    @Test
    void aPackedFileIsAFileLikeAnyOther() throws Exception {
        for (byte[] request : everyReaderOf(bomb).toList()) {
            refused(request, 400, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"POST /api/session", "POST /api/elements?type=asset", "PUT /api/own/password", "POST /api/runs"})
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead(String to) throws Exception {
        byte[] announced = request(to, new byte[0], "Content-Type: application/json", "Content-Length: " + (2L << 20));
        assertThat(refused(announced, 413).text()).contains("1 MiB");
        byte[] huge = request(to, new byte[0], "Content-Type: application/json", "Content-Length: " + Long.MAX_VALUE);
        refused(huge, 413);
        byte[] pieces = request(
                to, bytes("2\r\n{}\r\n0\r\n\r\n"), "Content-Type: application/json", "Transfer-Encoding: chunked");
        assertThat(refused(pieces, 411).text()).contains("Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+5", "5a", "0x5", "99999999999999999999999", "5, 6", ""})
    void aLengthThatIsNoneIsRefused(String length) throws Exception {
        RawHttp.Answer answer = send(request(
                "POST /api/session", bytes("{}abc"), "Content-Type: application/json", "Content-Length: " + length));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(rules.broken(answer)).isEmpty();
    }

    @Test
    void aBodyThatEndsTooSoonHoldsNobodyUp() throws Exception {
        List<RawHttp> waiting =
                IntStream.range(0, 30).mapToObj(i -> connection()).toList();
        for (RawHttp each : waiting) {
            each.write(request(
                    "POST /api/session", bytes("{\"name\""), "Content-Type: application/json", "Content-Length: 500"));
        }
        assertThat(service.signIn("root", Guarded.PASSWORD).statusCode()).isEqualTo(200);
        for (RawHttp each : waiting) {
            each.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4|Transfer-Encoding: chunked",
                "Transfer-Encoding: chunked|Content-Length: 4",
                "Transfer-Encoding: xchunked|Content-Length: 4",
                "Transfer-Encoding : chunked|Content-Length: 4",
                "Transfer-Encoding: chunked|Transfer-Encoding: identity|Content-Length: 4",
                "Content-Length: 4|Content-Length: 60",
                "Content-Length: 4|X: y\rTransfer-Encoding: chunked"
            })
    void twoLengthsMakeNoSecondRequest(String headers) throws Exception {
        byte[] body = bytes("0\r\n\r\nGET /api/session HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        try (RawHttp raw = connection()) {
            List<String> all = new ArrayList<>(List.of("Content-Type: application/json"));
            all.addAll(List.of(headers.split("\\|")));
            RawHttp.Answer first = raw.send(request("POST /api/session", body, all.toArray(String[]::new)));
            assertThat(first.status()).as(first.text()).isBetween(400, 499);
            assertThat(rules.broken(first)).isEmpty();
            assertThat(raw.answersAgain())
                    .as("the rest is not taken for a request")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "127.0.0.1.evil.example",
                "127.0.0.1@evil.example",
                "",
                "[::2]",
                "localhost.evil"
            })
    void aForeignHostIsRefused(String foreign) throws Exception {
        RawHttp.Answer answer = send(RawHttp.request("GET /api/session HTTP/1.1", "Host: " + foreign));
        assertThat(answer.status()).as(answer.text()).isIn(400, 403);
        assertThat(rules.broken(answer)).isEmpty();
        RawHttp.Answer two = send(RawHttp.request("GET /api/session HTTP/1.1", "Host: " + host, "Host: " + foreign));
        assertThat(two.status()).as(two.text()).isIn(400, 403);
        RawHttp.Answer forwarded = send(RawHttp.request(
                "GET /api/session HTTP/1.1",
                "Host: " + host,
                "X-Forwarded-Host: evil.example",
                "Forwarded: host=evil.example"));
        assertThat(forwarded.text() + forwarded.headers()).doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "https://127.0.0.1.evil.example", "file://", "http://127.0.0.1:1"
            })
    void aWriteFromAnotherOriginIsRefused(String origin) throws Exception {
        RawHttp.Answer answer =
                send(request("POST /api/runs/all", bytes("{}"), "Content-Type: application/json", "Origin: " + origin));
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.headers()).noneMatch(AttacksOnTheWireTest::sharesWithOthers);
        RawHttp.Answer asked = send(request(
                "OPTIONS /api/runs/all", new byte[0], "Origin: " + origin, "Access-Control-Request-Method: POST"));
        assertThat(asked.headers()).noneMatch(AttacksOnTheWireTest::sharesWithOthers);
    }

    private static boolean sharesWithOthers(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith("access-control-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void aMethodIsTheOneOfTheFirstLine(String header) throws Exception {
        RawHttp.Answer answer = send(request("GET /api/session?_method=DELETE", new byte[0], header + ": DELETE"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(send(request("GET /api/own/sessions", new byte[0])).status())
                .as("still signed in")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PATCH", "PROPFIND", "NONSENSE"})
    void anUnknownMethodDoesNothing(String method) throws Exception {
        RawHttp.Answer answer = send(request(method + " /api/session", new byte[0]));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.text()).doesNotContain("holdfast=");
        assertThat(rules.broken(answer)).isEmpty();
    }
}
