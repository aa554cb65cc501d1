package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.Unpacked;
import io.holdfast.service.kernel.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a service that works, restored into a second one, is the first one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before the first test
class BackupTest {

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

    private record Ran(int status, String out, String err) {}

    private static Ran run(String... args) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Commands(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args)
                .orElseThrow();
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUp(@TempDir Path folder) throws Exception {
        Http http = service.administrator();
        http.awaitOver(
                http.json("api/runs?size=1").path("items").path(0).path("id").asLong());
        byte[] photo = new byte[300_000];
        new Random(1).nextBytes(photo);
        long evidence = evidence(service.person("collector", Role.OPERATOR, null), photo);
        Path file = folder.resolve("backup.zip");
        Path second = folder.resolve("second");
        Ran backup = run("backup", file.toString(), "--data", data.toString());
        assertThat(backup.status()).as(backup.err()).isZero();
        JsonNode model = http.json("api/model?format=json");
        String run = http.get("api/runs/1/result").body();
        Unpacked.in(second);
        Ran restore = run("restore", file.toString(), "--data", second.toString());
        assertThat(restore.status()).as(restore.err()).isZero();
        try (Application restored = Application.start(Arguments.local(second, 0, true, 2_000), service.clock)) {
            Http again = new Http(restored.url());
            assertThat(restored.findFirstUrl()).as("people came along").isEmpty();
            Http there = signIn(again);
            assertThat(there.json("api/model?format=json")).isEqualTo(model);
            assertThat(there.get("api/runs/1/result").body()).isEqualTo(run);
            assertThat(there.json("api/audit/check").path("whole").asBoolean()).isTrue();
            assertThat(there.bytes("api/evidence/" + evidence + "/file").body()).isEqualTo(photo);
            JsonNode verified = Http.JSON.readTree(
                    there.post("api/evidence/" + evidence + "/verify", "").body());
            assertThat(verified.path("whole").asBoolean())
                    .as("the file is whole")
                    .isTrue();
            HttpResponse<String> asked = there.post("api/runs", "{\"scenario\":\"tpe-lost\",\"trials\":10}");
            assertThat(asked.statusCode()).isEqualTo(202);
            assertThat(Http.JSON.readTree(asked.body()).path("id").asLong())
                    .as("numbers go on")
                    .isGreaterThan(9);
        }
    }

    private static long evidence(Http http, byte[] bytes) throws Exception {
        HttpResponse<String> added = http.post(
                "api/evidence",
                new Multipart()
                        .field("subjectType", "element")
                        .field("subject", "svc-contact")
                        .file("file", bytes));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return Http.JSON.readTree(added.body()).path("item").path("id").asLong();
    }

    private Http signIn(Http http) throws Exception {
        HttpResponse<String> answer = http.post(
                "api/session", "{\"name\":\"root\",\"password\":\"" + Guarded.PASSWORD + "\",\"sharedStation\":false}");
        assertThat(answer.statusCode()).isEqualTo(200);
        return http.with(
                "Cookie",
                answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", ""),
                "Holdfast-Csrf",
                Http.JSON.readTree(answer.body()).path("csrf").asText());
    }

    @Test
    void anEncryptedBackupIsReadByItsIdentityAlone(@TempDir Path folder) throws Exception {
        Path key = folder.resolve("identity.txt");
        Path other = folder.resolve("other.txt");
        Path file = folder.resolve("backup.age");
        String recipient = run("backup-key", key.toString())
                .out()
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow();
        run("backup-key", other.toString());
        Ran backup = run("backup", file.toString(), "--data", data.toString(), "--recipient", recipient);
        assertThat(backup.status()).as(backup.err()).isZero();
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("age-encryption.org/v1\n");
        Ran plain =
                run("restore", file.toString(), "--data", folder.resolve("a").toString());
        assertThat(plain.status()).isEqualTo(2);
        assertThat(plain.err()).contains("--identity");
        Ran wrong = run(
                "restore", file.toString(), "--data", folder.resolve("b").toString(), "--identity", other.toString());
        assertThat(wrong.status()).isEqualTo(2);
        Ran right =
                run("restore", file.toString(), "--data", folder.resolve("c").toString(), "--identity", key.toString());
        assertThat(right.status()).as(right.err()).isZero();
        assertThat(folder.resolve("c").resolve("restore.part")).doesNotExist();
    }

    @Test
    void whatIsNotWhatItsManifestSaysIsNotRestoredAndLeavesTheFolderFree(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("backup.zip");
        Path forged = folder.resolve("forged.zip");
        assertThat(run("backup", file.toString(), "--data", data.toString()).status())
                .isZero();
        forge(file, forged);
        Path second = folder.resolve("second");
        Ran refused = run("restore", forged.toString(), "--data", second.toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("[account]");
        Ran again = run("restore", file.toString(), "--data", second.toString());
        assertThat(again.status()).as(again.err()).isZero();
    }

    /** The same backup with another name for an account, its manifest unchanged. */
    private static void forge(Path file, Path forged) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(forged))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("account.csv")) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replace("Root", "Boot")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    @Test
    void refusesWhatIsDamagedAndWhereSomethingIs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("backup.zip");
        assertThat(run("backup", file.toString(), "--data", data.toString()).status())
                .isZero();
        assertThat(run("backup", file.toString(), "--data", data.toString()).err())
                .contains("is there already");
        Ran over = run("restore", file.toString(), "--data", data.toString());
        assertThat(over.status()).isEqualTo(2);
        assertThat(over.err()).contains("already");
        byte[] whole = Files.readAllBytes(file);
        Path half = folder.resolve("half.zip");
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));
        Ran damaged =
                run("restore", half.toString(), "--data", folder.resolve("d").toString());
        assertThat(damaged.status()).isEqualTo(2);
        assertThat(damaged.err()).contains("cannot be used");
        assertThat(run("backup", folder.resolve("x.zip").toString(), "--data", folder.toString())
                        .err())
                .contains("There is no database");
        assertThat(folder.resolve("x.zip")).doesNotExist();
    }
}
