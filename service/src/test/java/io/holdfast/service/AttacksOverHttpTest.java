package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.holdfast.service.ApiDescription.Operation;
import io.holdfast.service.ApiDescription.Parameter;
import io.holdfast.service.kernel.access.Role;
import io.holdfast.service.kernel.web.CsvExport;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by what is sent as a value: statements, paths, header lines, formulas, scripts. {@link AttacksOnTheWireTest} has the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class AttacksOverHttpTest {

    private static final String HARMFUL = "=cmd|' /C calc'!A0 <script>alert(1)</script>";

    private Guarded service;
    private Http planner;
    private Http administrator;
    private RawHttp raw;
    private AnswerRules rules;
    private List<Operation> operations;
    private List<String> session;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, true);
        planner = service.person("planner", Role.PLANNER, null);
        raw = new RawHttp(URI.create(service.application.url()).getPort());
        rules = AnswerRules.read();
        operations = ApiDescription.read().operations();
        administrator = service.administrator();
        HttpResponse<String> answer = service.signIn("root", Guarded.PASSWORD);
        session = List.of("Cookie: "
                + answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", ""));
    }

    @AfterAll
    void stop() throws Exception {
        raw.close();
        service.close();
    }

    private RawHttp.Answer get(String target) throws Exception {
        List<String> lines = new ArrayList<>(List.of(
                "GET " + target + " HTTP/1.1",
                "Host: " + URI.create(service.application.url()).getAuthority()));
        lines.addAll(session);
        RawHttp.Answer answer = raw.send(RawHttp.request(new byte[0], lines));
        assertThat(rules.broken(answer)).as(target).isEmpty();
        return answer;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Every address of a GET with a value in one of its texts, the others left out or unknown. */
    private List<String> addresses(String value) {
        List<String> addresses = new ArrayList<>();
        for (Operation each : operations) {
            if (each.method().equals("GET")) {
                for (Parameter parameter : each.parameters()) {
                    if (parameter.schema().path("type").asText().equals("string")) {
                        addresses.add(address(each, parameter, encoded(value)));
                    }
                }
            }
        }
        return addresses;
    }

    private static String address(Operation operation, Parameter parameter, String value) {
        boolean inPath = parameter.in().equals("path");
        String path = inPath ? operation.path().replace("{" + parameter.name() + "}", value) : operation.path();
        return path.replaceAll("\\{[a-z]+}", "1") + (inPath ? "" : "?" + parameter.name() + "=" + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1",
                "'; SELECT pg_sleep(20); --",
                "\" OR 1=1; --",
                "x') UNION SELECT 1, 2; --",
                "\\'; COMMIT; DROP TABLE run; --",
                "%' ESCAPE '!"
            })
    void aStatementInAParameterIsATextLikeAnyOther(String statement) throws Exception {
        List<String> addresses = addresses(statement);
        assertThat(addresses).hasSizeGreaterThan(30);
        long start = System.nanoTime();
        for (String address : addresses) {
            get(address);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("nothing of it is carried out")
                .isLessThan(Duration.ofSeconds(20));
        for (String filter :
                List.of("elements?site=", "elements?kind=", "elements?q=", "audit?actor=", "runs?subject=")) {
            JsonNode found = administrator.json("api/" + filter + encoded(statement));
            assertThat(found.path("total").asInt(-1)).as(filter).isZero();
        }
        assertThat(administrator.json("api/elements").path("total").asInt()).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../../etc/passwd",
                "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2f..%2f..%2fetc%2fpasswd",
                "/..%252f..%252fetc%252fpasswd",
                "/assets/..%5c..%5capplication.properties",
                "/assets/..\\..\\application.properties",
                "/assets/../../application.properties",
                "/assets/..;/..;/application.properties",
                "/%2e%2e/application.properties",
                "/assets/%c0%ae%c0%ae/application.properties",
                "//etc/passwd",
                "/file:/etc/passwd",
                "/classpath:application.properties",
                "/../META-INF/MANIFEST.MF",
                "/%2e%2e/logback.xml",
                "/..%00/application.properties",
                "/api/elements/..%2f..%2fmodel",
                "/api/elements/%2e%2e%2fmodel",
                "/api/elements/..\\model",
                "/api/plans/..%2f..%2f/..%2f/plan.pdf",
                "/api/runs/..%2f1/model"
            })
    void aPathLeadsNowhereButToThePage(String target) throws Exception {
        RawHttp.Answer answer = get(target);
        assertThat(answer.text())
                .doesNotContain(
                        "root:x:", "micronaut.", "datasources.", "Manifest-Version", "<configuration", "holdfast: 1");
        if (answer.status() == 200) {
            assertThat(answer.header("Content-Type").orElse("")).startsWith("text/html");
            assertThat(answer.text()).contains("<div id=\"root\">");
        }
    }

    @Test
    void aLineEndInAValueBecomesNoHeader() throws Exception {
        for (String address : addresses("en\r\nSet-Cookie: stolen=1\r\n\r\n<script>")) {
            RawHttp.Answer answer = get(address);
            assertThat(answer.headers())
                    .as(address)
                    .noneMatch(line -> line.contains("stolen"))
                    .noneMatch(line -> line.contains("\r") || line.contains("\n"));
        }
        HttpResponse<String> made = planner.post(
                "api/elements?type=asset", "{\"id\": \"a\\r\\nSet-Cookie: stolen=1\", \"kind\": \"host\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(422);
        assertThat(made.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void everyTableThatASpreadsheetOpensIsGuarded() throws Exception {
        assertThat(operations.stream()
                        .filter(each -> each.path().matches(".*\\.(csv|tsv|xlsx?|ods)")
                                || each.answers().stream().anyMatch(type -> type.matches(".*(csv|sheet|excel).*")))
                        .map(Operation::path))
                .as("whoever adds a table adds it to the exports of aFormulaInANameStaysATextInEveryExport")
                .containsExactlyInAnyOrder(
                        "/api/actions/export",
                        "/api/baselines/{id}/difference/export",
                        "/api/change-analysis/export",
                        "/api/changes/export",
                        "/api/drills/schedules/{year}/export",
                        "/api/drill-tests/export",
                        "/api/findings/export",
                        "/api/learning/actuals/export",
                        "/api/lists/{list}/export",
                        "/api/service-levels/catalogue.csv");
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CsvExport.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.siegmar.fastcsv.writer..")
                .because("CsvExport guards the cells")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.holdfast"));
    }

    @Test
    void aFormulaInANameStaysATextInEveryExport() throws Exception {
        JsonNode baseline = made("api/baselines", Http.JSON.createObjectNode().put("name", HARMFUL));
        renamed("svc-alert", HARMFUL);
        ObjectNode change = Http.JSON.createObjectNode().put("title", HARMFUL);
        change.putArray("elements").add("svc-alert");
        made("api/changes", change);
        made("api/actions", Http.JSON.createObjectNode().put("title", HARMFUL).put("text", HARMFUL));
        assertThat(planner.post("api/drills/schedules", "{\"year\": 2026}").statusCode())
                .isEqualTo(200);
        ObjectNode actual = Http.JSON.createObjectNode();
        actual.put("event", HARMFUL)
                .put("kind", "incident")
                .put("date", "2026-01-05")
                .put("owner", "noc")
                .put("quantity", "mobilise")
                .put("hours", 1)
                .put("note", HARMFUL);
        made("api/learning/actuals", actual);
        for (String export : List.of(
                "api/model?format=yaml",
                "api/drills/feed.ics",
                "api/drills/schedules/2026/export?format=csv",
                "api/audit/export",
                "api/findings/export",
                "api/service-levels/catalogue.csv",
                "api/changes/export",
                "api/actions/export",
                "api/change-analysis/export",
                "api/learning/actuals/export",
                "api/baselines/" + baseline.path("id").asText() + "/difference/export",
                "api/lists/services/export?format=csv")) {
            HttpResponse<String> answer = administrator.get(export);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body().lines().filter(line -> line.matches("^[=+@\\t].*")))
                    .as("lines of %s that a spreadsheet would take for a formula", export)
                    .isEmpty();
        }
        assertThat(administrator.get("api/model?format=yaml").body()).contains("=cmd|");
    }

    @Test
    void aScriptInANameIsShownAndNotRun() throws Exception {
        String element = administrator
                .json("api/plans")
                .path("items")
                .path(0)
                .path("element")
                .path("id")
                .asText();
        String scenario = administrator
                .json("api/plans")
                .path("items")
                .path(0)
                .path("scenario")
                .path("id")
                .asText();
        renamed(element, HARMFUL);
        HttpResponse<String> told = administrator.get("api/elements/" + element);
        assertThat(told.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(told.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(told.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        HttpResponse<String> run = planner.post("api/runs", "{\"scenario\": \"" + scenario + "\", \"trials\": 200}");
        assertThat(run.statusCode()).as(run.body()).isEqualTo(202);
        administrator.awaitOver(Http.JSON.readTree(run.body()).path("id").asLong());
        try (PDDocument plan = Loader.loadPDF(bytes("api/plans/" + element + "/" + scenario + "/plan.pdf"))) {
            assertThat(new PDFTextStripper().getText(plan).replaceAll("\\s", ""))
                    .contains("<script>alert(1)</script>");
            assertThat(plan.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(plan.getDocumentCatalog().getNames()).isNull();
        }
    }

    private byte[] bytes(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service.application.url() + path))
                    .header("Cookie", session.getFirst().substring("Cookie: ".length()))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }

    private JsonNode made(String path, ObjectNode what) throws Exception {
        HttpResponse<String> answer = planner.post(path, what.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Http.JSON.readTree(answer.body());
    }

    private void renamed(String id, String name) throws Exception {
        ObjectNode element = (ObjectNode) planner.json("api/elements/" + id).path("element");
        element.put("name", name).remove("names");
        HttpResponse<String> stored = planner.send(
                "PUT", "api/elements/" + id, element.toString(), "Content-Type", "application/json", "If-Match", "*");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    }
}
