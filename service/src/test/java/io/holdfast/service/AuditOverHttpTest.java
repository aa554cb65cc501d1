package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is done is kept, who has read what is kept, and nobody takes it away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class AuditOverHttpTest {

    private Path data;
    private Guarded service;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        data = folder;
        service = new Guarded(folder, true);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    @Tag("row:I16")
    void keepsWhoChangedWhatFromWhatToWhat() throws Exception {
        Http planner = service.person("writer", Role.PLANNER, null);
        JsonNode first =
                planner.json("api/elements?size=1&type=asset").path("items").path(0);
        String path = "api/elements/" + first.path("id").asText();
        HttpResponse<String> seen = planner.get(path);
        ObjectNode element = (ObjectNode) Http.JSON.readTree(seen.body()).path("element");
        element.put("zone", "the-audited-zone");
        assertThat(planner.send(
                                "PUT",
                                path,
                                element.toString(),
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                seen.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(200);
        JsonNode entry = service.administrator()
                .json("api/audit?actor=writer&action=asset&size=1")
                .path("items")
                .path(0);
        assertThat(entry.path("action").asText()).isEqualTo("asset.replace");
        assertThat(entry.path("subject").asText()).isEqualTo(first.path("id").asText());
        assertThat(entry.path("detail").path("via").asText()).isEqualTo("session");
        assertThat(entry.path("detail").path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.path("detail").path("before").path("zone").asText()).isNotEqualTo("the-audited-zone");
        assertThat(entry.path("detail").path("after")).isEqualTo(element);
    }

    @Test
    @Tag("row:I16")
    void keepsWhoHasReadASensitiveReport() throws Exception {
        Http executive = service.person("reader", Role.EXECUTIVE, null);
        String path = "api/plans/svc-contact/faulty-release";
        assertThat(executive.get(path).statusCode()).isEqualTo(200);
        JsonNode entries = service.administrator()
                .json("api/audit?actor=reader&action=read.plan")
                .path("items");
        assertThat(entries).hasSize(1);
        assertThat(entries.path(0).path("subject").asText()).isEqualTo("/" + path);
    }

    @Test
    void whatIsRefusedIsNotKeptAsDone() throws Exception {
        int before = service.administrator()
                .json("api/audit?action=asset")
                .path("total")
                .asInt();
        Http planner = service.person("refused", Role.PLANNER, null);
        String id = planner.json("api/elements?size=1&type=asset")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        assertThat(planner.send(
                                "PUT",
                                "api/elements/" + id,
                                "{\"id\":\"" + id + "\",\"kind\":\"host\",\"needs\":[\"no-such-thing\"]}",
                                "Content-Type",
                                "application/json",
                                "If-Match",
                                "*")
                        .statusCode())
                .isEqualTo(422);
        assertThat(service.administrator()
                        .json("api/audit?action=asset")
                        .path("total")
                        .asInt())
                .isEqualTo(before);
    }

    @Test
    @Tag("row:I16")
    void theRoleOfTheServiceCannotChangeOrDeleteEntriesAndNeitherCanTheOwnerByMistake() throws Exception {
        String url = service.application.databaseUrl();
        List<String> attempts = List.of(
                "delete from audit_entry",
                "update audit_entry set action = 'nothing'",
                "truncate audit_entry cascade",
                "delete from audit_detail",
                "update audit_detail set content = 'nothing'",
                "drop table audit_entry cascade");
        List<String> kept = List.of(
                "delete from sla_notice",
                "delete from sla_review",
                "truncate sla_review",
                "delete from checklist_template",
                "update checklist_template set content = 'nothing'");
        try (Connection connection = DriverManager.getConnection(
                url,
                service.application.databaseRole().name(),
                service.application.databaseRole().password())) {
            for (String attempt :
                    Stream.concat(attempts.stream(), kept.stream()).toList()) {
                assertThatThrownBy(() -> run(connection, attempt)).as(attempt).isInstanceOf(SQLException.class);
            }
        }
        String password = Files.readString(data.resolve("database/password")).strip();
        try (Connection connection = DriverManager.getConnection(url, "holdfast", password)) {
            for (String attempt : attempts.subList(0, 5)) {
                assertThatThrownBy(() -> run(connection, attempt)).as(attempt).isInstanceOf(SQLException.class);
            }
        }
        assertThat(service.administrator().json("api/audit/check").path("whole").asBoolean())
                .isTrue();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @Tag("row:I17")
    void aRedactionTakesPersonalDataAwayAndLeavesTheChainWhole() throws Exception {
        service.person("forgotten", Role.EXECUTIVE, null);
        long before = redactions();
        JsonNode entry = service.administrator()
                .json("api/audit?actor=forgotten&size=1")
                .path("items")
                .path(0);
        String path = "api/audit/" + entry.path("number").asLong() + "/redact";
        assertThat(service.administrator().post(path, "{\"reason\":\"\"}").statusCode())
                .isEqualTo(422);
        HttpResponse<String> answer = service.administrator().post(path, "{\"reason\":\"asked for by the person\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode redacted = Http.JSON.readTree(answer.body());
        assertThat(redacted.path("actor").isNull()).isTrue();
        assertThat(redacted.path("detail").isNull()).isTrue();
        assertThat(redacted.path("hash")).isEqualTo(entry.path("hash"));
        assertThat(redacted.toString()).doesNotContain("forgotten");
        JsonNode check = service.administrator().json("api/audit/check");
        assertThat(check.path("whole").asBoolean()).isTrue();
        assertThat(check.path("redacted").asLong()).isEqualTo(before + 1);
        assertThat(redactions()).isEqualTo(before + 1);
    }

    private long redactions() throws Exception {
        return service.administrator()
                .json("api/audit?action=audit.redact")
                .path("total")
                .asLong();
    }

    @Test
    @Tag("row:I16")
    void anAuditorReadsWhatAnAccountIsCalledNowAndTheChainKeepsItsNumber() throws Exception {
        Http auditor = service.person("reader-of-all", Role.AUDITOR, null);
        service.person("renamed", Role.OPERATOR, null);
        JsonNode account = account("renamed");
        String number = account.path("id").asText();
        ObjectNode change = account.deepCopy();
        change.put("displayName", "Another Name");
        change.putArray("deputies")
                .addObject()
                .put("account", account("root").path("id").asLong())
                .put("firstDay", "2031-01-01")
                .put("lastDay", "2031-01-02");
        change.retain("displayName", "disabled", "grants", "deputies", "version");
        assertThat(service.administrator()
                        .send("PUT", "api/accounts/" + number, change.toString(), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
        String list = "api/audit?subjectType=account&subject=" + number;
        JsonNode page = auditor.json(list);
        assertThat(page.path("accounts").path(number).asText()).isEqualTo("Another Name");
        assertThat(page.path("accounts").size())
                .as("and the deputy's, nobody else's")
                .isEqualTo(2);
        assertThat(page.path("items").findValuesAsText("subject")).containsOnly(number);
        for (JsonNode entry : page.path("items")) {
            service.administrator()
                    .post("api/audit/" + entry.path("number").asLong() + "/redact", "{\"reason\":\"asked for\"}");
        }
        JsonNode redacted = auditor.json(list);
        assertThat(redacted.path("total")).isEqualTo(page.path("total"));
        assertThat(redacted.path("accounts")).isEmpty();
        assertThat(service.administrator().get("api/audit/export").body()).doesNotContain("Another Name");
    }

    private JsonNode account(String signInName) throws Exception {
        for (JsonNode account : service.administrator().json("api/accounts")) {
            if (account.path("signInName").asText().equals(signInName)) {
                return account;
            }
        }
        throw new AssertionError(signInName);
    }

    @Test
    void theExportIsTheWholeChainAndTheCommandChecksIt(@TempDir Path folder) throws Exception {
        HttpResponse<String> export = service.administrator().get("api/audit/export");
        assertThat(export.statusCode()).isEqualTo(200);
        Path file = folder.resolve("audit.ndjson");
        Files.writeString(file, export.body());
        assertThat(AuditFile.check(file).whole()).isTrue();
        String[] lines = export.body().split("\n", -1);
        assertThat(AuditFile.check(file).entries()).isEqualTo(lines.length - 1);
        lines[2] = lines[2].replace("\"action\":\"", "\"action\":\"x");
        Files.writeString(file, String.join("\n", lines));
        assertThat(AuditFile.check(file).whole()).isFalse();
        assertThat(AuditFile.check(file).brokenAt()).isEqualTo(3);
    }
}
