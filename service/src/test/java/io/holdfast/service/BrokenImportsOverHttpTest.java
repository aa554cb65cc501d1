package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.exchange.Fixtures;
import io.holdfast.service.kernel.Unpacked;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken imports over HTTP leave the stored model as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class BrokenImportsOverHttpTest {

    private static final byte[] EDGES = Fixtures.bundled("edges.csv");

    private Application application;
    private Http http;

    @BeforeAll
    void start(@TempDir Path data) throws IOException, InterruptedException {
        application = Application.start(io.holdfast.service.Arguments.demo(Unpacked.in(data), 0, false, 2_000));
        http = new Http(application.url());
        Multipart hotel = new Multipart().file("edges", EDGES).field("options", "{\"system\": \"dsb-hotel\"}");
        assertThat(http.post("api/imports", hotel).statusCode()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        application.close();
    }

    static List<Arguments> broken() {
        byte[] assets = "id,type\na,rack\n".getBytes(StandardCharsets.UTF_8);
        return List.of(
                Arguments.of(
                        new Multipart().file("assets", "id;name\na;b\n".getBytes(StandardCharsets.UTF_8)),
                        422,
                        "import-refused"),
                Arguments.of(
                        new Multipart()
                                .file("assets", assets)
                                .file("relations", "from,to\na,b\n".getBytes(StandardCharsets.UTF_8)),
                        422,
                        "import-refused"),
                Arguments.of(
                        new Multipart().file("assets", new byte[] {(byte) 0xB4, (byte) 0xFA}), 422, "import-refused"),
                Arguments.of(
                        new Multipart().file("dump", "{}".getBytes(StandardCharsets.UTF_8)), 422, "import-refused"),
                Arguments.of(
                        new Multipart().file("dump", java.util.Arrays.copyOf(Fixtures.dump(), 2_000_000)),
                        422,
                        "import-refused"),
                Arguments.of(new Multipart().file("edges", EDGES), 422, "import-refused"),
                Arguments.of(
                        new Multipart().file("model", "holdfast: 2\n".getBytes(StandardCharsets.UTF_8)),
                        422,
                        "import-refused"),
                Arguments.of(
                        new Multipart().file("assets", assets).field("options", "{\"tiers\": 1}"), 400, "bad-options"),
                Arguments.of(new Multipart().file("assets", assets).field("options", "{"), 400, "bad-options"),
                Arguments.of(new Multipart().field("options", "{}"), 422, "import-refused"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void storesNothingOfABrokenImport(Multipart form, int status, String code) throws Exception {
        String before = http.get("api/model").body();
        HttpResponse<String> answer = http.post("api/imports", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Http.JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("violations").isEmpty()).isEqualTo(status != 422);
        assertThat(http.get("api/model").body()).isEqualTo(before);
    }

    @Test
    void refusesFilesThatAreTooLargeWithASentence() throws Exception {
        HttpResponse<String> answer =
                http.post("api/imports/preview", new Multipart().file("dump", new byte[66 << 20]));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("64 MiB");
    }
}
