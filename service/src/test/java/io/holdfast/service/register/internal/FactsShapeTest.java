package io.holdfast.service.register.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts of an element have their shape, field by field. */
class FactsShapeTest {

    private static List<String> broken(String entry) throws Exception {
        return FactsShape.check(JsonMapper.builder().build().readTree(entry), "$").stream()
                .map(Violation::path)
                .toList();
    }

    @Test
    @Tag("row:M2")
    @Tag("row:M7")
    @Tag("row:M8")
    void whatAnElementCanSayIsTaken() throws Exception {
        assertThat(broken("""
                {"id": "db", "recovery": [{"method": "workaround", "capacity": 0.3, "duration": 1}],
                 "x-facts": {"software": "PostgreSQL 18.1", "firmware": "2.4", "location": "hall B, rack 12",
                  "documents": [{"title": "Runbook", "kind": "procedure", "link": "https://wiki.example/db", "day": "2026-03-01"}],
                  "configurations": [{"version": "17", "day": "2026-03-01", "where": "vault"},
                    {"version": "18", "day": "2026-05-01", "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}],
                  "cost": {"purchase": 900000, "yearly": 120000, "assetNumber": "A-17", "boughtOn": "2024-01-05"},
                  "country": "TW", "verified": "2026-05-01",
                  "evidence": {"software": {"evidence": "measured", "source": "scan of 2026-05-01"}},
                  "control": {"level": "strict", "reason": "holds card data"},
                  "safeMode": {"method": "workaround", "functions": ["take payments below 3000"], "limits": "by hand"},
                  "fallback": {"control": "HSM", "instead": "sealed envelopes", "level": "weaker", "measures": "two people"},
                  "batch": {"schedule": "daily 02:00", "faults": [{"fault": "file late", "action": "run at 06:00", "who": "apps", "withinHours": 4}]}}}
                """)).isEmpty();
        assertThat(broken("{\"id\": \"a\"}")).isEmpty();
    }

    @Test
    @Tag("row:M2")
    @Tag("row:M8")
    @Tag("row:S15")
    @Tag("row:B16")
    @Tag("row:B22")
    void whatHasAnotherShapeIsToldByField() throws Exception {
        assertThat(broken("""
                {"id": "db", "x-facts": {"software": "", "colour": "red", "country": "Taiwan", "verified": "spring",
                  "documents": [{"title": "x", "kind": "novel", "link": "javascript:alert(1)"}],
                  "configurations": [{"version": "1", "day": "2026-02-30", "sha256": "abc"}],
                  "cost": {"yearly": -1}, "evidence": {"software": {"evidence": "rumour"}},
                  "control": {"level": "deep", "reason": "x"}, "fallback": {"control": "c", "level": "better"},
                  "batch": {"faults": [{"fault": "f"}]}}}
                """))
                .containsExactlyInAnyOrder(
                        "$.x-facts.colour",
                        "$.x-facts.software",
                        "$.x-facts.documents[0].kind",
                        "$.x-facts.documents[0].link",
                        "$.x-facts.configurations[0].day",
                        "$.x-facts.configurations[0].sha256",
                        "$.x-facts.cost.yearly",
                        "$.x-facts.country",
                        "$.x-facts.verified",
                        "$.x-facts.evidence.software.evidence",
                        "$.x-facts.control.level",
                        "$.x-facts.fallback.instead",
                        "$.x-facts.fallback.level",
                        "$.x-facts.batch.faults[0].action");
    }

    @Test
    @Tag("row:B15")
    void aSafeModeIsARecoveryMethodThatDeliversAPart() throws Exception {
        String entry =
                "{\"id\": \"a\", \"recovery\": [%s], \"x-facts\": {\"safeMode\": {\"method\": \"%s\", \"functions\": [\"calls\"]}}}";
        String part = "{\"method\": \"workaround\", \"id\": \"paper\", \"capacity\": 0.4, \"duration\": 1}";
        assertThat(broken(entry.formatted(part, "paper"))).isEmpty();
        assertThat(broken(entry.formatted(part, "workaround"))).containsExactly("$.x-facts.safeMode.method");
        assertThat(broken(entry.formatted(part.replace("0.4", "1"), "paper")))
                .containsExactly("$.x-facts.safeMode.method");
        assertThat(broken(entry.formatted("", "paper"))).containsExactly("$.x-facts.safeMode.method");
    }
}
