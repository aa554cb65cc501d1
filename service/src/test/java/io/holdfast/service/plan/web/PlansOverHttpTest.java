package io.holdfast.service.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.Application;
import io.holdfast.service.Arguments;
import io.holdfast.service.kernel.Unpacked;
import io.holdfast.service.plan.Band;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of the sample over HTTP, held against the run's own JSON. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class PlansOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private Application application;
    private JsonNode worst;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        application = Application.start(Arguments.demo(Unpacked.in(data), 0, true, 500));
        JsonNode overview = json("api/overview");
        for (int i = 0; i < 600 && overview.path("running").asInt() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(200);
            overview = json("api/overview");
        }
        worst = elements(overview.path("cells"))
                .filter(cell -> cell.path("withinRto").has("estimate"))
                .min(Comparator.comparingDouble(
                        cell -> cell.path("withinRto").path("estimate").asDouble()))
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(application.url() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    private String worstPlan() {
        return "api/plans/" + worst.path("row").asText() + "/"
                + worst.path("column").asText();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return bare(new PDFTextStripper().getText(document));
        }
    }

    private static List<JsonNode> steps(JsonNode plan) {
        return Stream.concat(elements(plan.path("recovery")), elements(plan.path("reconstitution")))
                .toList();
    }

    @Test
    void listsEveryServiceAndProcessAgainstEveryScenario() throws Exception {
        JsonNode list = json("api/plans?language=zh-Hant");
        JsonNode overview = json("api/overview");
        assertThat(list.path("total").asInt())
                .isEqualTo(
                        overview.path("rows").size() * overview.path("columns").size());
        assertThat(elements(list.path("items")).map(item -> item.path("state").asText()))
                .contains("ready", "not-hit");
        assertThat(list.toString()).contains("臺北機房毀於地震");
    }

    @Test
    @Tag("row:B8")
    void theBandsOfTheWorstCellEqualTheRunsJson() throws Exception {
        JsonNode plan = json(worstPlan());
        JsonNode result = json("api/runs/" + plan.path("run").path("id").asLong() + "/result");
        assertThat(steps(plan)).isNotEmpty();
        for (JsonNode step : steps(plan)) {
            JsonNode element = elements(result.path("elements"))
                    .filter(each -> each.path("id").equals(step.path("element").path("id")))
                    .findFirst()
                    .orElseThrow();
            assertThat(elements(element.path("methods"))
                            .filter(method -> same(method.path("start"), step.path("start"))
                                    && same(method.path("done"), step.path("done"))
                                    && method.path("method")
                                            .equals(step.path("method").path("kind"))))
                    .as(step.path("element").path("id").asText())
                    .isNotEmpty();
        }
        assertThat(same(
                        result.path("response").path("decided"),
                        plan.path("activation").path("decided")))
                .isTrue();
    }

    private static boolean same(JsonNode times, JsonNode band) {
        return times.path("p50").asDouble() == band.path("p50").asDouble()
                && times.path("p95").asDouble() == band.path("p95").asDouble();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    @Tag("row:B13")
    @Tag("row:B21")
    void thePdfOfTheWorstCellShowsEveryStepWithTheBandOfTheRun(String language) throws Exception {
        JsonNode plan = json(worstPlan() + "?language=" + language);
        HttpResponse<byte[]> pdf = get(worstPlan() + "/plan.pdf?language=" + language);
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        String text = text(pdf.body());
        PlanWords words = new PlanWords(PlanLanguage.require(language));
        PlanTexts texts = PlanTexts.of(PlanLanguage.require(language));
        for (JsonNode step : steps(plan)) {
            assertThat(text)
                    .contains(bare(step.path("element").path("name").asText()))
                    .contains(bare(texts.get("planStart") + words.start(band(step.path("start"))))
                            + bare(texts.get("planDone") + words.band(band(step.path("done")))));
        }
        assertThat(text).contains(bare(plan.path("run").path("modelDigest").asText()));
        assertThat(text).doesNotContain("{{").doesNotContain("planMethod_");
    }

    private static Band band(JsonNode node) {
        return new Band(node.path("p50").asDouble(), node.path("p95").asDouble());
    }

    /** Without blanks; a glyph that stands for a radical and an ideograph reads as either, so they count as one. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('⻑', '長')
                .replaceAll("\\s", "");
    }

    @Test
    void theSamePlanOnTheSameDayIsTheSameBytesAndNamesItsLanguage() throws Exception {
        byte[] first = get(worstPlan() + "/plan.pdf?language=zh-Hant").body();
        assertThat(get(worstPlan() + "/plan.pdf?language=zh-Hant").body()).isEqualTo(first);
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-Hant");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("營運持續計畫");
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .isNotEmpty();
        }
        assertThat(first.length).isLessThan(600_000);
    }

    @Test
    void aPlanOfOneStepAndOneOfManyAreWholeDocuments() throws Exception {
        byte[] one = get("api/plans/svc-contact/faulty-release/plan.pdf").body();
        assertThat(text(one)).contains("OnestepbringsContactcentreback");
        byte[] many = get("api/plans/prc-text/tpe-lost/plan.pdf").body();
        try (PDDocument document = Loader.loadPDF(many)) {
            assertThat(document.getNumberOfPages()).isBetween(6, 20);
        }
    }

    @Test
    void aPairThatTheScenarioSparesSaysSo() throws Exception {
        JsonNode spared = elements(json("api/plans").path("items"))
                .filter(item -> item.path("state").asText().equals("not-hit"))
                .findFirst()
                .orElseThrow();
        String path = "api/plans/" + spared.path("element").path("id").asText() + "/"
                + spared.path("scenario").path("id").asText();
        assertThat(json(path).path("state").asText()).isEqualTo("not-hit");
        assertThat(text(get(path + "/plan.pdf").body())).contains("needsnoplan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api/plans/prc-payy/tpe-lost                         | 404 | unknown-element
            api/plans/prc-pay/tpe-lots                          | 404 | unknown-scenario
            api/plans/PRC%20PAY/tpe-lost                        | 404 | unknown-element
            api/plans/prc-pay/tpe-lost?language=fr              | 400 | unknown-language
            api/plans/prc-pay/tpe-lost/plan.pdf?language=zh     | 400 | unknown-language
            """)
    void refusesABrokenRequestWithACode(String path, int status, String code) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
    }

    @Test
    void aDemonstrationSubmitsNothingForApprovalSinceNobodyIsKnown() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(application.url() + worstPlan() + "/approval"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("no-person");
        assertThat(text(get(worstPlan() + "/plan.pdf").body()))
                .contains(bare("Not approved: nobody has approved this plan."));
    }
}
