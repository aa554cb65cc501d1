package io.holdfast.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.access.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operation of the description of the API, tried by everybody: without sign-in, and with each role in the whole
 * organisation and in one unit. What must come of it stands in docs/operations/permissions.md, operation by operation, and what
 * a role allows in the table of roles there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class AuthorisationMatrixTest {

    private static final Path API = Path.of("target/classes/META-INF/swagger/openapi.yml");
    private static final Path TABLE = Path.of("../docs/operations/permissions.md");
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| `([A-Z]+) (/[^`]*)` \\| (nobody signed in|[a-z-]+) \\| (anywhere|everywhere|unit|) *\\|$");
    private static final Pattern ROLE =
            Pattern.compile("(?m)^\\| (planner|operator|executive|approver|auditor|administrator) \\|(.*)\\|$");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** What adds an entry that names no unit, since the body is empty. */
    private static final Set<String> MADE_WITHOUT_UNIT =
            Set.of("POST /api/elements", "POST /api/scenarios", "POST /api/sites", "POST /api/evidence");

    private Guarded service;
    private final Map<Role, Http> everywhere = new TreeMap<>();
    private final Map<Role, Http> inUnit = new TreeMap<>();
    private String own = "";
    private String foreign = "";

    /** What an operation needs. */
    private record Need(String permission, String where) {}

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        service = new Guarded(data, true);
        service.unit("network", null);
        service.unit("radio", "network");
        service.unit("billing", null);
        for (Role role : Role.values()) {
            everywhere.put(role, service.person(role.word() + "-all", role, null));
            inUnit.put(role, service.person(role.word() + "-network", role, "network"));
        }
        List<JsonNode> assets = new ArrayList<>();
        service.administrator()
                .json("api/elements?size=2&type=asset")
                .path("items")
                .forEach(assets::add);
        own = assets.get(0).path("id").asText();
        foreign = assets.get(1).path("id").asText();
        move(own, "radio");
        move(foreign, "billing");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void move(String id, String unit) throws Exception {
        ObjectNode element =
                (ObjectNode) service.administrator().json("api/elements/" + id).path("element");
        element.put("x-unit", unit);
        assertThat(put(service.administrator(), id, element).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> put(Http http, String id, JsonNode element) throws Exception {
        return http.send(
                "PUT", "api/elements/" + id, element.toString(), "Content-Type", "application/json", "If-Match", "*");
    }

    private static Map<String, Need> table() throws IOException {
        Map<String, Need> needs = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(TABLE));
        while (row.find()) {
            needs.put(row.group(1) + " " + row.group(2), new Need(row.group(3), row.group(4)));
        }
        return needs;
    }

    private static List<String> operations() throws IOException {
        List<String> operations = new ArrayList<>();
        JsonNode paths = new YAMLMapper().readTree(Files.readAllBytes(API)).path("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    @Test
    void theTableHasEveryOperationOfTheApiAndNoOther() throws IOException {
        assertThat(table().keySet())
                .as("docs/operations/permissions.md says what each operation needs")
                .containsExactlyInAnyOrderElementsOf(operations());
    }

    @Test
    void theTableOfRolesIsThatOfTheProgram() throws IOException {
        Map<String, List<String>> told = new TreeMap<>();
        Matcher row = ROLE.matcher(Files.readString(TABLE));
        while (row.find()) {
            told.put(
                    row.group(1),
                    Pattern.compile("`([a-z-]+)`")
                            .matcher(row.group(2))
                            .results()
                            .map(each -> each.group(1))
                            .sorted()
                            .toList());
        }
        Map<String, List<String>> is = new TreeMap<>();
        for (Role role : Role.values()) {
            is.put(
                    role.word(),
                    role.permissions().stream().map(Permission::word).sorted().toList());
        }
        assertThat(told).isEqualTo(is);
    }

    /** Sends an operation with an empty body and ids that there are not: only whether it is let in matters. */
    private HttpResponse<String> attempt(Http http, String operation) throws Exception {
        String method = operation.replaceFirst(" .*", "");
        String path = operation
                .replaceFirst(".* /", "")
                .replaceAll("\\{(id|number|run|year)}", "987654321")
                .replaceAll("\\{[A-Za-z]+}", "no-such-one");
        if (method.equals("GET")) {
            return http.get(path);
        }
        return path.contains("imports")
                        || path.contains("api/lists/")
                        || path.equals("api/evidence")
                        || path.endsWith("/photos")
                ? http.send(method, path, "--x--\r\n", "Content-Type", "multipart/form-data; boundary=x")
                : http.send(
                        method,
                        path.equals("api/elements") ? path + "?type=asset" : path,
                        path.equals("api/runs/all") ? "{\"trials\":1}" : "{}",
                        "Content-Type",
                        "application/json");
    }

    private static boolean isTurned(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 401 && answer.statusCode() != 403) {
            return false;
        }
        String code = Http.JSON.readTree(answer.body()).path("code").asText();
        return Set.of("sign-in-needed", "not-allowed", "not-in-your-unit", "csrf")
                .contains(code);
    }

    @Test
    void withoutSignInNothingAnswersButWhatIsOpen() throws Exception {
        for (Map.Entry<String, Need> row : table().entrySet()) {
            HttpResponse<String> answer = attempt(service.http, row.getKey());
            boolean open = row.getValue().permission().equals("nobody signed in");
            assertThat(isTurned(answer))
                    .as("%s without sign-in: %s", row.getKey(), answer.statusCode())
                    .isEqualTo(!open);
            if (!open) {
                assertThat(answer.statusCode()).as(row.getKey()).isEqualTo(401);
            }
        }
        for (String path : new String[] {"api/openapi.yml", "api/nothing", "api", "prometheus"}) {
            assertThat(service.http.get(path).statusCode()).as(path).isIn(401, 404);
        }
        for (String path : new String[] {"", "health", "health/readiness", "health/liveness", "register", "sign-in"}) {
            assertThat(service.http.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleInTheWholeOrganisationIsLetInWhereTheTableSaysSo(Role role) throws Exception {
        Http http = everywhere.get(role);
        for (Map.Entry<String, Need> row : table().entrySet()) {
            if (row.getKey().equals("DELETE /api/session") || row.getKey().equals("PUT /api/own/password")) {
                continue; // would end the session; tried in SignInOverHttpTest
            }
            assertThat(isTurned(attempt(requireNonNull(http), row.getKey())))
                    .as("%s tries %s", role.word(), row.getKey())
                    .isEqualTo(!isAllowed(role, row.getValue()));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleInOneUnitIsNotLetInWhereTheWholeOrganisationIsTouched(Role role) throws Exception {
        Http http = inUnit.get(role);
        for (Map.Entry<String, Need> row : table().entrySet()) {
            if (row.getKey().equals("DELETE /api/session") || row.getKey().equals("PUT /api/own/password")) {
                continue;
            }
            boolean allowed = isAllowed(role, row.getValue())
                    && !row.getValue().where().equals("everywhere")
                    && !(row.getValue().where().equals("unit") && MADE_WITHOUT_UNIT.contains(row.getKey()));
            assertThat(isTurned(attempt(requireNonNull(http), row.getKey())))
                    .as("%s of one unit tries %s", role.word(), row.getKey())
                    .isEqualTo(!allowed);
        }
    }

    private static boolean isAllowed(Role role, Need need) {
        if (need.permission().equals("nobody signed in") || need.permission().equals(Permission.OWN_ACCOUNT.word())) {
            return true;
        }
        return role.permissions()
                .contains(Permission.findByWord(need.permission()).orElseThrow());
    }

    @Test
    void figuresOfTheRunningServiceAreForWhoeverMayReadThem() throws Exception {
        for (Role role : Role.values()) {
            HttpResponse<String> answer = requireNonNull(everywhere.get(role)).get("prometheus");
            boolean may = role.permissions().contains(Permission.READ_METRICS);
            assertThat(answer.statusCode()).as(role.word()).isEqualTo(may ? 200 : 403);
            assertThat(answer.body().contains("hikaricp_connections"))
                    .as(role.word())
                    .isEqualTo(may);
        }
    }

    @Test
    void aPlannerOfOneUnitChangesWhatBelongsToItAndNothingElse() throws Exception {
        Http planner = requireNonNull(inUnit.get(Role.PLANNER));
        ObjectNode mine = (ObjectNode) planner.json("api/elements/" + own).path("element");
        assertThat(put(planner, own, mine.put("note", "changed by its unit")).statusCode())
                .isEqualTo(200);
        ObjectNode theirs = (ObjectNode) planner.json("api/elements/" + foreign).path("element");
        HttpResponse<String> refused = put(planner, foreign, theirs.put("note", "changed by another unit"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("not-in-your-unit");
        assertThat(put(planner, foreign, theirs.put("x-unit", "radio")).statusCode())
                .as("taking it over")
                .isEqualTo(403);
        assertThat(put(planner, own, mine.put("x-unit", "billing")).statusCode())
                .as("giving it away")
                .isEqualTo(403);
        assertThat(planner.send("DELETE", "api/elements/" + foreign, "", "If-Match", "*")
                        .statusCode())
                .isEqualTo(403);
        assertThat(planner.post("api/elements?type=asset", "{\"id\":\"nobodys\",\"kind\":\"host\"}")
                        .statusCode())
                .as("one that belongs to no unit")
                .isEqualTo(403);
        assertThat(planner.post("api/elements?type=asset", "{\"id\":\"ours\",\"kind\":\"host\",\"x-unit\":\"network\"}")
                        .statusCode())
                .isEqualTo(201);
    }
}
