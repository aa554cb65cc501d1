package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.Unpacked;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings of the register over HTTP: narrowed, page by page, in figures, as a table, and anew after a change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class FindingsOverHttpTest {

    private static final String MODEL = """
            holdfast: 1
            timeZone: Asia/Taipei
            assets:
              - {id: db, kind: database, name: Ledger, names: {zh-Hant: 總帳}, owner: dba, objectives: {rto: 8}}
              - {id: app, kind: application, needs: [db]}
              - {id: rules, kind: document, owner: legal, x-reviewed: "2025-11-26"}
            services:
              - {id: shop, owner: sales, objectives: {rto: 4, mtpd: 6, wrt: 3}, needs: [app]}
            """;

    private Application application;
    private Http http;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        // 26 November in UTC, but the 27th where the organisation is
        Clock clock = Clock.fixed(Instant.parse("2026-11-26T20:00:00Z"), ZoneOffset.UTC);
        application = Application.start(Arguments.demo(Unpacked.in(data), 0, false, 2_000), clock);
        http = new Http(application.url());
        HttpResponse<String> stored =
                http.send("PUT", "api/model", MODEL, "Content-Type", "application/yaml", "If-Match", "\"0\"");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private List<String> found(String query) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        http.json("api/findings" + query)
                .path("items")
                .forEach(each -> found.add(each.path("code").asText() + " "
                        + each.path("elements").path(0).path("id").asText()));
        return found;
    }

    @Test
    @Tag("row:B2")
    void saysWhatIsWrongHowStronglyByWhichFiguresAndWhereItIsMended() throws Exception {
        JsonNode late =
                http.json("api/findings?rule=need-recovers-later").path("items").path(0);
        assertThat(late.path("strength").asText()).isEqualTo("should");
        assertThat(late.path("topic").asText()).isEqualTo("targets");
        assertThat(late.path("elements").path(0).path("names").path("zh-Hant").asText())
                .isEqualTo("總帳");
        assertThat(late.path("figures").toString())
                .isEqualTo("[{\"name\":\"rto\",\"value\":8.0,\"unit\":\"h\",\"of\":\"db\"},"
                        + "{\"name\":\"rto\",\"value\":4.0,\"unit\":\"h\",\"of\":\"shop\"}]");
        assertThat(late.path("mend").path("where").asText()).isEqualTo("element");
        assertThat(late.path("mend").path("thing").path("name").asText()).isEqualTo("Ledger");
        assertThat(late.path("mend").path("field").asText()).isEqualTo("objectives.rto");
        assertThat(late.path("messages").path("en").asText()).contains("'db' is to be back within 8 h");
        assertThat(late.path("messages").path("zh-Hant").asText()).contains("「db」的 RTO 為 8 小時");
    }

    private static final String ALL =
            "targets-contradict shop; need-recovers-later db; single-point-of-failure db; single-point-of-failure app; no-owner app;"
                    + " review-overdue rules";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            strength=shall              | no-owner app
            severity=error              | targets-contradict shop
            topic=dependencies          | single-point-of-failure db; single-point-of-failure app
            rule=review-overdue         | review-overdue rules
            element=app                 | single-point-of-failure db; single-point-of-failure app; no-owner app
            element=app&strength=shall  | no-owner app
            element=rules               | review-overdue rules
            element=nothing             |
            size=2&page=1               | single-point-of-failure db; single-point-of-failure app
            size=5&page=9               |
            """)
    void areNarrowedAndComePageByPage(String query, String wanted) throws Exception {
        assertThat(found("")).containsExactly(ALL.split("; ?"));
        assertThat(found("?" + query)).containsExactly(wanted == null ? new String[0] : wanted.split("; "));
    }

    @ParameterizedTest
    @CsvSource({
        "?strength=shal, unknown-filter, Did you mean 'shall'?",
        "?severity=bad, unknown-filter, warning",
        "?topic=weather, unknown-filter, backup",
        "?rule=no-owners, unknown-filter, Did you mean 'no-owner'?",
        "?size=501, bad-page, 500",
        "?page=-1, bad-page, page",
        "/export?language=de, unknown-language, zh-Hant"
    })
    void refusesWhatItDoesNotKnowAndSaysWhatThereIs(String query, String code, String wayOut) throws Exception {
        HttpResponse<String> answer = http.get("api/findings" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + code + "\"", wayOut);
    }

    @Test
    @Tag("row:M6")
    void countsByStrengthAndRuleAndSaysHowFarTheRegisterCanBeReliedOn() throws Exception {
        JsonNode summary = http.json("api/findings/summary");
        assertThat(summary.path("asOf").asText()).isEqualTo("2026-11-27");
        assertThat(summary.path("total").asInt()).isEqualTo(6);
        assertThat(summary.path("shall").asInt()).isEqualTo(1);
        assertThat(summary.path("should").asInt()).isEqualTo(5);
        int counted = 0;
        for (JsonNode rule : summary.path("rules")) {
            counted += rule.path("count").asInt();
            assertThat(rule.path("clauses").path("zh-Hant").path(0).asText()).isNotBlank();
        }
        assertThat(counted).isEqualTo(6);
        assertThat(summary.path("quality").toString())
                .isEqualTo("{\"elements\":4,\"owned\":3,\"entries\":0,\"verified\":0,\"recent\":0}");
    }

    @Test
    void comeAsATableInEitherLanguage() throws Exception {
        HttpResponse<String> answer = http.get("api/findings/export?language=zh-Hant&strength=shall");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("findings.csv");
        assertThat(answer.body().lines())
                .containsExactly(
                        "\uFEFFcode,strength,clauses,elements,where,id,field,sentence",
                        "no-owner,應,指引 M10,app,element,app,owner,「app」沒有擁有者。請寫明由誰負責。");
    }

    @Test
    @Tag("row:M10")
    void aMendedEntryIsNotFoundAnyMore() throws Exception {
        HttpResponse<String> before = http.get("api/elements/app");
        ObjectNode element = (ObjectNode) Http.JSON.readTree(before.body()).path("element");
        String version = before.headers().firstValue("ETag").orElseThrow();
        ObjectNode owned = element.deepCopy().put("owner", "apps");
        HttpResponse<String> mended = http.send(
                "PUT", "api/elements/app", owned.toString(), "Content-Type", "application/json", "If-Match", version);
        assertThat(mended.statusCode()).isEqualTo(200);
        assertThat(found("?strength=shall")).isEmpty();
        HttpResponse<String> back = http.send(
                "PUT",
                "api/elements/app",
                element.toString(),
                "Content-Type",
                "application/json",
                "If-Match",
                mended.headers().firstValue("ETag").orElseThrow());
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(found("?strength=shall")).containsExactly("no-owner app");
    }
}
