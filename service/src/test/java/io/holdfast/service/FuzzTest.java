package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.ApiDescription.Operation;
import io.holdfast.service.HostileRequests.Drawn;
import io.holdfast.service.HostileRequests.Known;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests drawn from the description of the API, in good faith, at the edge and in bad faith, to every operation: no answer
 * is a fault of the service, each refusal is one that the guide lists, and none tells how the service is built. {@code
 * -Dholdfast.seed=N} draws the same again, {@code -Dholdfast.long=true} draws 100,000, {@code -Dholdfast.requests=N} so many.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class FuzzTest {

    private static final int REQUESTS =
            Integer.getInteger("holdfast.requests", Boolean.getBoolean("holdfast.long") ? 100_000 : 2_000);
    private static final long SEED = Long.getLong("holdfast.seed", new SecureRandom().nextLong());
    private static final int FRESH = 400;
    private static final int MOST_SHOWN = 25;
    private static final String NAME = "fuzz";
    private static final List<Role> ROLES =
            List.of(Role.ADMINISTRATOR, Role.PLANNER, Role.OPERATOR, Role.AUDITOR, Role.APPROVER);

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final Map<String, String> failures = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    private Guarded service;
    private int port;
    private RawHttp raw;
    private AnswerRules rules;
    private List<Operation> operations;
    private HostileValues values;
    private HostileRequests requests;
    private List<JsonNode> models;
    private List<String> session = List.of();
    private String key = "";
    private long own;
    private long root;
    private Known known;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        System.out.println("FuzzTest: " + REQUESTS + " requests, -Dholdfast.seed=" + SEED);
        service = new Guarded(data, true);
        port = URI.create(service.application.url()).getPort();
        raw = new RawHttp(port);
        rules = AnswerRules.read();
        ApiDescription api = ApiDescription.read();
        operations = api.operations();
        values = new HostileValues(api, random);
        requests = new HostileRequests(values);
        root = service.administrator().json("api/accounts").path(0).path("id").asLong();
        service.unit("network", null);
        service.unit("billing", "network");
        models = List.of(service.administrator().json("api/model?format=json"));
        own = person();
        signIn();
        refresh();
    }

    @AfterAll
    void stop() throws IOException {
        raw.close();
        service.close();
    }

    private long person() throws Exception {
        Http http = service.person(NAME, Role.ADMINISTRATOR, null);
        JsonNode account = http.json("api/accounts").findParents("signInName").stream()
                .filter(each -> each.path("signInName").asText().equals(NAME))
                .findFirst()
                .orElseThrow();
        ObjectNode change =
                Http.JSON.createObjectNode().put("displayName", NAME).put("disabled", false);
        ArrayNode grants = change.putArray("grants");
        ROLES.forEach(role -> grants.addObject().put("role", role.word()).putNull("unit"));
        change.putArray("deputies");
        change.put("version", account.path("version").asInt());
        HttpResponse<String> answer = service.administrator()
                .send(
                        "PUT",
                        "api/accounts/" + account.path("id").asLong(),
                        change.toString(),
                        "Content-Type",
                        "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return account.path("id").asLong();
    }

    /** Signs in, by hand of the clock where attempts have locked it, and makes a key. */
    private void signIn() throws Exception {
        HttpResponse<String> answer = service.signIn(NAME, Guarded.PASSWORD);
        if (answer.statusCode() == 429) {
            service.clock.move(Duration.ofMinutes(16));
            answer = service.signIn(NAME, Guarded.PASSWORD);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String csrf = Http.JSON.readTree(answer.body()).path("csrf").asText();
        session = List.of("Cookie: " + cookie, "Holdfast-Csrf: " + csrf);
        ObjectNode wanted = Http.JSON.createObjectNode().put("name", "fuzz");
        ArrayNode scopes = wanted.putArray("scopes");
        List.of(Permission.VIEW, Permission.EDIT_REGISTER, Permission.RUN, Permission.READ_AUDIT)
                .forEach(scope -> scopes.add(scope.word()));
        wanted.put(
                "expiresAt", service.clock.instant().plus(Duration.ofDays(30)).toString());
        HttpResponse<String> made = client().post("api/own/keys", wanted.toString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        key = Http.JSON.readTree(made.body()).path("secret").asText();
    }

    private Http client() {
        return service.http.with(
                "Cookie",
                session.getFirst().substring(8),
                "Holdfast-Csrf",
                session.getLast().substring(15));
    }

    /** Looks at what the service has now. */
    private void refresh() throws Exception {
        Http http = client();
        if (http.get("api/own/keys").statusCode() == 401) {
            signIn();
            http = client();
        }
        List<String> elements = ids(http.json("api/elements?size=500").path("items"));
        List<String> scenarios = ids(http.json("api/scenarios").path("items"));
        List<String> runs = ids(http.json("api/runs?size=200").path("items"));
        List<String> units = ids(http.json("api/units"));
        List<String> accounts = ids(http.json("api/accounts"));
        List<String> entries = List.of("1", "2", "3", "17");
        Map<String, List<String>> byField = Map.ofEntries(
                Map.entry("scenario", scenarios),
                Map.entry("element", elements),
                Map.entry("focus", elements),
                Map.entry("subject", scenarios),
                Map.entry("subjectType", List.of("scenario", "element", "plan", "run")),
                Map.entry("recordClass", List.of("evidence", "drill-record", "simulation-report", "audit")),
                Map.entry("recordType", List.of("evidence", "run", "schedule")),
                Map.entry("record", List.of("1", "2", "2026")),
                Map.entry("unit", units),
                Map.entry("parent", units),
                Map.entry("account", accounts),
                Map.entry("type", List.of("asset", "service", "process", "supplier", "person")),
                Map.entry("role", ROLES.stream().map(Role::word).toList()),
                Map.entry("kind", List.of("scenario", "drill", "year")),
                Map.entry("name", List.of(NAME, "root", "nobody")),
                Map.entry("language", List.of("en", "zh-Hant")));
        Map<String, List<String>> byPath = Map.ofEntries(
                Map.entry("elements", elements),
                Map.entry("scenarios", scenarios),
                Map.entry("element", elements),
                Map.entry("scenario", scenarios),
                Map.entry("runs", runs),
                Map.entry("units", units),
                Map.entry("accounts", accounts),
                Map.entry("audit", entries),
                Map.entry("evidence", entries),
                Map.entry("holds", entries),
                Map.entry("retention", List.of("evidence", "audit")),
                Map.entry("keys", ids(http.json("api/own/keys"))),
                Map.entry("schedules", List.of("2026", "2027")));
        List<JsonNode> someElements = entries(models.getFirst(), "assets", "services", "processes");
        List<JsonNode> someScenarios = entries(models.getFirst(), "scenarios");
        known = new Known(
                byField,
                byPath,
                Map.of(
                        "/api/elements", someElements,
                        "/api/elements/{id}", someElements,
                        "/api/scenarios", someScenarios,
                        "/api/scenarios/{id}", someScenarios,
                        "/api/model", models),
                HostileFiles.ALL);
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    private static List<JsonNode> entries(JsonNode model, String... sections) {
        List<JsonNode> entries = new ArrayList<>();
        for (String section : sections) {
            model.path(section).forEach(entries::add);
        }
        return entries;
    }

    @Test
    void noRequestBringsTheServiceDownOrMakesItTalk() throws Exception {
        for (int i = 0; i < REQUESTS; i++) {
            if (i % FRESH == FRESH - 1) {
                refresh();
            }
            one(i);
        }
        System.out.println("FuzzTest: answers by status " + statuses);
        assertThat(failures.values()).as("seed %s", SEED).isEmpty();
        assertThat(statuses.getOrDefault(200, 0))
                .as("answers that show something")
                .isGreaterThan(REQUESTS / 20);
        stillWorks();
    }

    private void one(int number) throws Exception {
        Operation operation = operations.get(random.nextInt(operations.size()));
        Drawn drawn = requests.draw(operation, known, port, who());
        if (harmsTheTest(operation, drawn.target())) {
            return;
        }
        try {
            RawHttp.Answer answer = raw.send(drawn.bytes());
            statuses.merge(answer.status(), 1, Integer::sum);
            rules.broken(answer).forEach(rule -> fail(number, operation, drawn, rule));
            if (answer.status() == 202) {
                keepSmall(answer);
            }
            if (answer.status() == 401 || (operation.path().equals("/api/session") && answer.status() == 204)) {
                awake();
            }
        } catch (IOException e) {
            fail(number, operation, drawn, "no answer: " + e);
            raw.close();
        }
    }

    private List<String> who() {
        double drawn = random.nextDouble();
        if (drawn < 0.04) {
            return List.of();
        }
        if (drawn < 0.07) {
            return List.of("Authorization: Bearer " + key);
        }
        return drawn < 0.09 ? List.of(session.getFirst()) : session;
    }

    /** The accounts that the test itself signs in with stay as they are. */
    private boolean harmsTheTest(Operation operation, String target) {
        return operation.path().startsWith("/api/accounts/{id}")
                && (target.matches(".*accounts/(%2e%2e/)?" + own + "\\b.*")
                        || target.matches(".*accounts/(%2e%2e/)?" + root + "\\b.*"));
    }

    private void keepSmall(RawHttp.Answer answer) throws Exception {
        JsonNode runs = Http.JSON.readTree(answer.text());
        for (JsonNode run : runs.isArray() ? runs : Http.JSON.createArrayNode().add(runs)) {
            if (!run.has("kind")) { // a preview that is being worked out is no run
                continue;
            }
            boolean small = run.path("kind").asText().equals("scenario")
                    && run.path("trials").asLong() <= 100;
            if (!small || values.chance(0.5)) {
                int cancelled = client().post("api/runs/" + run.path("id").asLong() + "/cancel", "")
                        .statusCode();
                assertThat(cancelled).isIn(200, 401);
            }
        }
    }

    private void awake() throws Exception {
        if (client().get("api/own/keys").statusCode() == 401) {
            signIn();
        }
    }

    private void fail(int number, Operation operation, Drawn drawn, String rule) {
        if (failures.size() < MOST_SHOWN) {
            String request = new String(drawn.bytes(), StandardCharsets.UTF_8);
            failures.putIfAbsent(
                    operation + " " + rule.substring(0, Math.min(rule.length(), 60)),
                    "request " + number + " " + operation + "\n  " + rule + "\n  "
                            + request.substring(0, Math.min(request.length(), 1_500)));
        }
    }

    private void stillWorks() throws Exception {
        service.clock.move(Duration.ofMinutes(16)); // the attempts may have locked the address
        Http http = service.administrator();
        assertThat(http.get("api/model").statusCode()).isEqualTo(200);
        assertThat(http.json("api/elements").path("total").asInt()).isPositive();
        JsonNode check = http.json("api/audit/check");
        assertThat(check.path("whole").asBoolean()).as(check.toString()).isTrue();
        for (JsonNode run : http.json("api/runs?size=500").path("items")) {
            http.awaitOver(run.path("id").asLong());
        }
    }
}
