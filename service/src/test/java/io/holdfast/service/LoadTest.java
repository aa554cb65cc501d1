package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A working day of an organisation with a thousand assets more than the sample, pressed together: 200 people read a page every 10 s
 * each, 20 change one cell every 5 s each, and a run uses one core all the time. No answer may be an error. The times are printed,
 * with the machine they were taken on, and not asserted. {@code -Dholdfast.long=true} takes 10 minutes, {@code
 * -Dholdfast.load.seconds=N} so many seconds.
 */
@EnabledIf("isWanted")
class LoadTest {

    private static final int SECONDS =
            Integer.getInteger("holdfast.load.seconds", Boolean.getBoolean("holdfast.long") ? 600 : 0);
    private static final int READERS = 200;
    private static final int EDITORS = 20;
    private static final int MORE_ASSETS = 1_000;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final String JSON = "application/json";

    private final Map<String, Queue<Long>> times = new ConcurrentHashMap<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    static boolean isWanted() {
        return SECONDS > 0;
    }

    @Test
    void nobodyMeetsAnError(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        ServiceProcess service = ServiceProcess.launch(
                data,
                List.of(),
                Map.of("HOLDFAST_RUNS_THREADS", "1", "JDK_JAVA_OPTIONS", "--add-modules=jdk.incubator.vector"),
                "--trials",
                "2000");
        try {
            List<String> printed = new ArrayList<>();
            Http http = new Http(service.awaitReady(printed));
            People people = People.begin(http, printed.getLast());
            Http root = people.root();
            Http planner = people.add(root, "planner", List.of(Role.PLANNER, Role.OPERATOR, Role.AUDITOR), null);
            growRegister(planner);
            awaitFirstRuns(planner);
            List<Http> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(people.add(root, "reader-" + i, List.of(Role.EXECUTIVE), null));
            }
            List<Http> editors = new ArrayList<>();
            for (int i = 0; i < EDITORS; i++) {
                editors.add(people.add(root, "editor-" + i, List.of(Role.PLANNER), null));
            }
            press(planner, readers, editors);
            report();
            assertThat(errors).isEmpty();
            JsonNode chain = planner.json("api/audit/check");
            assertThat(chain.path("whole").asBoolean()).as(chain.toString()).isTrue();
        } finally {
            service.stop();
        }
    }

    /** Takes the sample's first runs as done, so that one run alone is at work later. */
    private static void awaitFirstRuns(Http http) throws IOException, InterruptedException {
        for (JsonNode run : http.json("api/runs?size=500").path("items")) {
            http.awaitOver(run.path("id").asLong());
        }
    }

    /** Adds a thousand assets, each of which needs one from before. */
    private static void growRegister(Http http) throws IOException, InterruptedException {
        HttpResponse<String> before = http.get("api/model?format=json");
        ObjectNode model = (ObjectNode) Http.JSON.readTree(before.body());
        ArrayNode assets = (ArrayNode) model.path("assets");
        ObjectNode pattern = (ObjectNode) assets.get(0);
        for (int i = 0; i < MORE_ASSETS; i++) {
            ObjectNode asset = pattern.deepCopy();
            asset.put("id", "more-" + i).put("name", "More " + i);
            assets.add(asset);
        }
        HttpResponse<String> stored = http.send(
                "PUT",
                "api/model",
                model.toString(),
                "Content-Type",
                JSON,
                "If-Match",
                before.headers().firstValue("ETag").orElseThrow());
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    }

    private void press(Http runner, List<Http> readers, List<Http> editors) throws InterruptedException {
        long end = System.nanoTime() + SECONDS * SECOND;
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofVirtual().start(() -> keepRunning(runner, end)));
        for (int i = 0; i < readers.size(); i++) {
            Http reader = readers.get(i);
            Random random = new Random(i);
            threads.add(Thread.ofVirtual().start(() -> every(10, end, random, () -> view(reader, random))));
        }
        for (int i = 0; i < editors.size(); i++) {
            Editor editor = new Editor(editors.get(i), "more-" + i);
            Random random = new Random(-1L - i);
            threads.add(Thread.ofVirtual().start(() -> every(5, end, random, editor::edit)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private interface Work {
        void once() throws IOException, InterruptedException;
    }

    /** Works every so many seconds from a drawn moment on, as a clock would, however long the work takes. */
    private void every(int seconds, long end, Random random, Work work) {
        long next = System.nanoTime() + random.nextLong(seconds * SECOND);
        while (next < end) {
            try {
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                work.once();
            } catch (IOException e) {
                errors.add("not answered: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            next += seconds * SECOND;
        }
    }

    /** Asks for what a page asks for; the answers after the first are asked for at once, as a browser does one after the other. */
    private void view(Http http, Random random) throws IOException, InterruptedException {
        switch (random.nextInt(8)) {
            case 0 ->
                ask(
                        http,
                        "overview",
                        "overview",
                        "losses",
                        "register/summary",
                        "runs?size=20",
                        "meta",
                        "findings/summary");
            case 1 ->
                ask(
                        http,
                        "list of elements",
                        "elements?size=500",
                        "elements?size=500&page=1",
                        "elements?size=500&page=2");
            case 2 -> ask(http, "list of elements", "elements?type=asset&sort=name&size=50", "register/summary");
            case 3 -> {
                String at = "elements/more-" + random.nextInt(MORE_ASSETS);
                ask(
                        http,
                        "element",
                        at,
                        at + "/blast-radius",
                        at + "/hits",
                        "scenarios",
                        "findings?element=" + at.substring(9));
            }
            case 4 -> ask(http, "list of scenarios", "scenarios", "hits", "overview");
            case 5 ->
                ask(http, "scenario", "scenarios/tpe-lost", "scenarios/tpe-lost/hits", "estimates?scenario=tpe-lost");
            case 6 -> ask(http, "list of plans", "plans?language=en", "approvals?language=en");
            default -> ask(http, "drills", "drills", "drills/schedules?language=en", "runs?size=100");
        }
    }

    private void ask(Http http, String kind, String... paths) throws IOException, InterruptedException {
        for (String path : paths) {
            timed(kind, path, () -> http.get("api/" + path));
        }
    }

    private interface Request {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private HttpResponse<String> timed(String kind, String what, Request request)
            throws IOException, InterruptedException {
        long before = System.nanoTime();
        HttpResponse<String> answer = request.send();
        long taken = System.nanoTime() - before;
        times.computeIfAbsent(kind, key -> new ConcurrentLinkedQueue<>()).add(taken);
        if (answer.statusCode() >= 300) {
            errors.add(what + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /** Somebody who has a list open and changes one cell of one row, again and again. */
    private final class Editor {
        private final Http http;
        private final String asset;
        private int number;

        Editor(Http http, String asset) {
            this.http = http;
            this.asset = asset;
        }

        void edit() throws IOException, InterruptedException {
            String path = "api/elements/" + asset;
            HttpResponse<String> loaded = timed("element before an edit", path, () -> http.get(path));
            ObjectNode element = (ObjectNode) Http.JSON.readTree(loaded.body()).path("element");
            String body = element.put("name", "Name " + number++).toString();
            String version = loaded.headers().firstValue("ETag").orElseThrow();
            String key = UUID.randomUUID().toString();
            timed(
                    "edit",
                    path,
                    () -> http.send(
                            "PUT", path, body, "Content-Type", JSON, "If-Match", version, "Idempotency-Key", key));
        }
    }

    /** One run after the other, each of ten million trials, so that one core is never free of them. */
    private void keepRunning(Http http, long end) {
        try {
            while (System.nanoTime() < end) {
                HttpResponse<String> asked =
                        http.post("api/runs", "{\"scenario\": \"tpe-lost\", \"trials\": 10000000}");
                if (asked.statusCode() >= 300) {
                    errors.add("run: " + asked.statusCode() + " " + asked.body());
                    return;
                }
                long run = Http.JSON.readTree(asked.body()).path("id").asLong();
                String status = "queued";
                while (List.of("queued", "running").contains(status) && System.nanoTime() < end) {
                    TimeUnit.SECONDS.sleep(1);
                    status = http.json("api/runs/" + run).path("status").asText();
                }
                if (status.equals("failed")) {
                    errors.add("run " + run + " failed");
                }
                if (System.nanoTime() >= end) {
                    http.post("api/runs/" + run + "/cancel", "");
                }
            }
        } catch (IOException e) {
            errors.add("run: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report() throws Exception {
        System.out.printf(
                "LoadTest: %d s, %d readers, %d editors; %d processors, Java %s, SHA-256 %.0f MB/s on one core%n",
                SECONDS,
                READERS,
                EDITORS,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                yardstick());
        for (Map.Entry<String, Queue<Long>> kind : new TreeMap<>(times).entrySet()) {
            long[] sorted =
                    kind.getValue().stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    "LoadTest: %-24s %7d answers, p50 %4.0f ms, p95 %4.0f ms, p99 %4.0f ms, longest %4.0f ms%n",
                    kind.getKey(),
                    sorted.length,
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.95),
                    quantile(sorted, 0.99),
                    quantile(sorted, 1));
        }
    }

    private static double quantile(long[] sorted, double level) {
        int index = (int) Math.ceil(level * sorted.length) - 1;
        return sorted[Math.max(index, 0)] / 1e6;
    }

    /** How many megabytes of zeros one core hashes in a second, the best of five. */
    private static double yardstick() throws Exception {
        byte[] zeros = new byte[64 << 20];
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long best = LongStream.range(0, 5)
                .map(i -> {
                    long before = System.nanoTime();
                    digest.update(zeros);
                    return System.nanoTime() - before;
                })
                .min()
                .orElseThrow();
        return zeros.length / 1e6 / (best / 1e9);
    }
}
