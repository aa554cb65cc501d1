package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.Unpacked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A planner's own tables over HTTP, from the first file on: mapped, looked at, taken over; mappings are kept and used again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class TableImportsOverHttpTest {

    private static final String[][] ASSETS = {
        {"資產編號", "資產名稱", "類別", "負責人"},
        {"DB-1", "訂單資料庫", "DB", "王小明"},
        {"AP-1", "訂單系統", "AP", "李小華"}
    };
    private static final String[][] PROCESSES = {
        {"流程名稱", "可容忍中斷時間(小時)", "RTO(分鐘)", "使用系統"},
        {"接單", "24", "240", "訂單系統"},
        {"出貨", "48", "2天", "訂單系統；訂單資料庫"}
    };

    private Application application;
    private Http http;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        application = Application.start(Arguments.demo(Unpacked.in(data), 0, false, 2_000));
        http = new Http(application.url());
    }

    @AfterAll
    void stop() {
        application.close();
    }

    private static byte[] workbook(String[][] rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
            Worksheet page = book.newWorksheet("清冊");
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    page.value(r, c, rows[r][c]);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(String path, byte[] file, String mapping) throws Exception {
        Multipart form = new Multipart().file("file", file);
        return http.post("api/imports/tables" + path, mapping.isEmpty() ? form : form.field("mapping", mapping));
    }

    private JsonNode sent(String path, byte[] file, String mapping) throws Exception {
        HttpResponse<String> answer = send(path, file, mapping);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.JSON.readTree(answer.body());
    }

    /** Looked at as proposed, and taken over. */
    private JsonNode takeOver(byte[] file) throws Exception {
        JsonNode seen = sent("/preview", file, "");
        assertThat(seen.path("violations").toString()).isEqualTo("[]");
        String before = seen.path("report").path("before").asText();
        return sent("?expect=" + before, file, seen.path("mapping").toString());
    }

    @Test
    @Tag("row:M1")
    @Tag("row:M2")
    void aPlannersWorkbookIsTheBeginningOfAnEmptyRegister() throws Exception {
        JsonNode seen = sent("/preview", workbook(ASSETS), "");
        assertThat(seen.path("mapping").path("of").asText()).isEqualTo("assets");
        assertThat(seen.path("report").path("added").asInt()).isEqualTo(2);
        assertThat(seen.path("rows").path(0).path("cells").toString())
                .isEqualTo("{\"externalKey\":\"DB-1\",\"name\":\"訂單資料庫\",\"kind\":\"database\",\"owner\":\"王小明\"}");
        assertThat(takeOver(workbook(ASSETS)).path("stored").asBoolean()).isTrue();
        JsonNode processes = takeOver(workbook(PROCESSES));
        assertThat(processes.path("added").asInt()).isEqualTo(2);
        assertThat(processes.path("list").asText()).isEqualTo("processes");
        JsonNode model = http.json("api/model?format=json");
        JsonNode shipping = model.path("processes").path(1);
        assertThat(shipping.path("objectives").path("rto").asDouble()).isEqualTo(48);
        assertThat(shipping.path("needs").toString()).isEqualTo("[\"table.ap-1\",\"table.db-1\"]");
        assertThat(model.path("processes")
                        .path(0)
                        .path("objectives")
                        .path("rto")
                        .asDouble())
                .isEqualTo(4);
        JsonNode again = sent("/preview", workbook(PROCESSES), "");
        assertThat(again.path("report").path("unchanged").asInt()).isEqualTo(2);
        relate();
        update();
    }

    private void relate() throws Exception {
        JsonNode relations = takeOver(csv("來源,目的,關係", "訂單系統,DB-1,reads"));
        assertThat(relations.path("list").asText()).isEqualTo("relations");
        assertThat(relations.path("changed").asInt()).isEqualTo(1);
        assertThat(http.json("api/elements/table.ap-1")
                        .path("element")
                        .path("needs")
                        .toString())
                .isEqualTo("[{\"of\":[\"table.db-1\"],\"x-relation\":\"reads\"}]");
    }

    private void update() throws Exception {
        byte[] table = csv("資產編號,負責人,類別", "DB-1,陳大文,", "FW-1,陳大文,防火牆");
        JsonNode stored = takeOver(table);
        assertThat(stored.path("added").asInt()).isEqualTo(1);
        assertThat(stored.path("changed").asInt()).isEqualTo(1);
        JsonNode element = http.json("api/elements/table.db-1").path("element");
        assertThat(element.path("owner").asText()).isEqualTo("陳大文");
        assertThat(element.path("kind").asText())
                .as("an empty cell says nothing")
                .isEqualTo("database");
        HttpResponse<String> late = send(
                "?expect=sha256:other",
                table,
                sent("/preview", table, "").path("mapping").toString());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("model-changed");
    }

    @Test
    void whatIsWrongIsToldByRowAndColumnOfTheTableAndNothingIsStored() throws Exception {
        byte[] table = csv("流程名稱,RTO,顏色", "甲,soon,紅", "乙,-,藍", "丙,9,綠");
        JsonNode seen = sent("/preview", table, "");
        assertThat(seen.path("report").isNull()).isTrue();
        JsonNode violation = seen.path("violations").path(0);
        assertThat(violation.path("row").asInt()).isEqualTo(2);
        assertThat(violation.path("column").asText()).isEqualTo("RTO");
        assertThat(seen.path("rows").size()).isEqualTo(3);
        String mapping = seen.path("mapping").toString();
        HttpResponse<String> refused = send("", table, mapping);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("import-refused", "\"column\":\"RTO\"");
        String mended = mapping.replace(
                "\"field\":\"objectives.rto\",\"unit\":\"h\",\"values\":{}",
                "\"field\":\"objectives.rto\",\"unit\":\"h\",\"values\":{\"SOON\":\"4\"}");
        assertThat(sent("/preview", table, mended).path("report").path("added").asInt())
                .isEqualTo(3);
        byte[] bad = csv("流程名稱,MBCO", "甲,2");
        JsonNode rule = sent("/preview", bad, "").path("violations").path(0);
        assertThat(rule.path("code").asText()).as("a rule of the format").isEqualTo("out-of-range");
        assertThat(rule.path("column").asText()).isEqualTo("MBCO");
        assertThat(rule.path("row").asInt()).isEqualTo(2);
        assertThat(send("/preview", csv("a,a", "1,2"), "").statusCode()).isEqualTo(422);
        assertThat(send("/preview", bad, "{\"of\": 3").body()).contains("bad-mapping");
        assertThat(send("/preview", bad, "{\"of\":\"assets\",\"colour\":1}").body())
                .contains("bad-mapping");
    }

    @Test
    void aMappingIsKeptByNameUsedAgainAndChangedOnlyOnTheVersionThatWasSeen() throws Exception {
        byte[] table = csv("Wer,Was", "A,host");
        String mapping = "{\"of\":\"assets\",\"source\":\"de\",\"columns\":[{\"heading\":\"Wer\",\"field\":\"name\"},"
                + "{\"heading\":\"Was\",\"field\":\"kind\"}],\"defaults\":{}}";
        ObjectNode wish = Http.JSON.createObjectNode().put("name", "Liste");
        wish.set("mapping", Http.JSON.readTree(mapping));
        HttpResponse<String> kept = http.post("api/mappings", wish.toString());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        String tag = kept.headers().firstValue("ETag").orElseThrow();
        String path =
                "api/mappings/" + Http.JSON.readTree(kept.body()).path("id").asLong();
        assertThat(http.post("api/mappings", wish.toString()).body()).contains("mapping-there");
        assertThat(http.json("api/mappings").path("items").path(0).path("name").asText())
                .isEqualTo("Liste");
        String file = http.get(path + "/export").body();
        assertThat(sent("/preview", table, file).path("rows").path(0).path("id").asText())
                .isEqualTo("de.a");
        wish.put("name", "List");
        HttpResponse<String> changed = put(path, wish.toString(), tag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(put(path, wish.toString(), "\"1\"").statusCode()).as("late").isEqualTo(412);
        assertThat(http.send("DELETE", path, "", "If-Match", "\"1\"").statusCode())
                .isEqualTo(412);
        assertThat(http.send("DELETE", path, "", "If-Match", "\"2\"").statusCode())
                .isEqualTo(204);
        assertThat(http.get(path).body()).contains("unknown-mapping");
        for (String action : new String[] {"create", "replace", "remove"}) {
            assertThat(http.json("api/audit?action=mapping." + action)
                            .path("total")
                            .asInt())
                    .as(action)
                    .isEqualTo(1);
        }
        wish.put("name", " ");
        assertThat(http.post("api/mappings", wish.toString()).body()).contains("bad-mapping");
        wish.put("name", "x");
        ((ObjectNode) wish.path("mapping")).put("of", "things");
        assertThat(http.post("api/mappings", wish.toString()).body()).contains("bad-mapping", "violations");
        assertThat(http.post("api/mappings", "{\"name\":\"without a mapping\"}").body())
                .contains("bad-mapping", "violations");
    }

    private HttpResponse<String> put(String path, String body, String tag) throws Exception {
        return http.send("PUT", path, body, "Content-Type", "application/json", "If-Match", tag);
    }
}
