package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * People who write without a pause while the service is taken away under their hands: editors who rename an asset each, and one who
 * asks for runs. Whoever gets no answer sends the same again, with the same Idempotency-Key, until there is one.
 */
final class WriteLoad {

    private static final int EDITORS = 3;

    private final Supplier<@Nullable Http> service;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Editor> editors = new ArrayList<>();
    private final Queue<Long> askedSeeds = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> answers = new TreeMap<>();

    private WriteLoad(Supplier<@Nullable Http> service) {
        this.service = service;
    }

    /** Begins to write to whatever service there is at the moment; null while there is none. */
    static WriteLoad start(Supplier<@Nullable Http> service) throws IOException, InterruptedException {
        WriteLoad load = new WriteLoad(service);
        JsonNode assets =
                load.service().json("api/elements?type=asset&size=" + EDITORS).path("items");
        assertThat(assets.size()).isEqualTo(EDITORS);
        for (JsonNode asset : assets) {
            Editor editor = load.new Editor(asset.path("id").asText());
            load.editors.add(editor);
            load.threads.add(Thread.ofPlatform().name("editor").start(() -> load.work(editor::edit)));
        }
        load.threads.add(Thread.ofPlatform().name("asker").start(() -> load.work(load::askForRun)));
        return load;
    }

    private interface Work {
        void once() throws IOException, InterruptedException;
    }

    private void work(Work work) {
        while (!stopping.get()) {
            try {
                work.once();
            } catch (IOException e) {
                faults.add("not answered: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (AssertionError e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private Http service() throws InterruptedException {
        for (int i = 0; i < 6_000; i++) {
            Http now = service.get();
            if (now != null) {
                return now;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("no service for five minutes");
    }

    private interface Request {
        HttpResponse<String> send(Http http) throws IOException, InterruptedException;
    }

    /** Sends a request until it is answered; an answer that says so counts as done, one of another fault is told. */
    private HttpResponse<String> insist(Request request) throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            try {
                HttpResponse<String> answer = request.send(service());
                synchronized (answers) {
                    answers.computeIfAbsent(answer.statusCode() + " " + code(answer.body()), key -> new AtomicLong())
                            .incrementAndGet();
                }
                boolean later = List.of("request-in-progress", "database-away", "storage-full", "too-many-runs")
                        .contains(code(answer.body()));
                if (!later) {
                    if (answer.statusCode() >= 500) {
                        throw new AssertionError(answer.statusCode() + " " + answer.body());
                    }
                    return answer;
                }
            } catch (IOException e) {
                // killed under our hands, or not there yet: nobody knows whether it was done
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("no answer at all");
    }

    private static String code(String body) throws IOException {
        return body.startsWith("{") ? Http.JSON.readTree(body).path("code").asText() : "";
    }

    private void requireDone(HttpResponse<String> answer) throws IOException {
        boolean done = answer.statusCode() < 300 || code(answer.body()).equals("request-done");
        if (!done) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /** Renames one asset, again and again. */
    private final class Editor {
        private final String asset;
        private volatile long acknowledged;

        Editor(String asset) {
            this.asset = asset;
        }

        void edit() throws IOException, InterruptedException {
            HttpResponse<String> loaded = insist(http -> http.get("api/elements/" + asset));
            ObjectNode element = (ObjectNode) Http.JSON.readTree(loaded.body()).path("element");
            long next = acknowledged + 1;
            String body = element.put("name", "Name " + next).toString();
            String version = loaded.headers().firstValue("ETag").orElseThrow();
            String key = UUID.randomUUID().toString();
            requireDone(insist(http -> http.send(
                    "PUT",
                    "api/elements/" + asset,
                    body,
                    "Content-Type",
                    "application/json",
                    "If-Match",
                    version,
                    "Idempotency-Key",
                    key)));
            acknowledged = next;
        }

        void requireKept(boolean still) throws IOException, InterruptedException {
            long known = acknowledged;
            if (known > 0) {
                HttpResponse<String> loaded = insist(http -> http.get("api/elements/" + asset));
                String name = Http.JSON
                        .readTree(loaded.body())
                        .path("element")
                        .path("name")
                        .toString();
                long stored = Long.parseLong(name.replaceAll("\\D", ""));
                assertThat(stored).as("%s is %s", asset, name).isBetween(known, still ? known : Long.MAX_VALUE);
            }
        }
    }

    private void askForRun() throws IOException, InterruptedException {
        long seed = askedSeeds.size() + 1_000L;
        String key = UUID.randomUUID().toString();
        String body = "{\"scenario\": \"tpe-lost\", \"trials\": 20, \"seed\": " + seed + "}";
        requireDone(insist(http -> http.post("api/runs", body, "Idempotency-Key", key)));
        askedSeeds.add(seed);
        TimeUnit.MILLISECONDS.sleep(200);
    }

    /** Every write that was acknowledged is there. */
    void requireKept() throws IOException, InterruptedException {
        for (Editor editor : editors) {
            editor.requireKept(false);
        }
    }

    /** How many writes were acknowledged. */
    long acknowledged() {
        return askedSeeds.size()
                + editors.stream().mapToLong(editor -> editor.acknowledged).sum();
    }

    /** Lets everybody finish what they are at. */
    void stop() throws InterruptedException {
        stopping.set(true);
        for (Thread thread : threads) {
            thread.join(TimeUnit.MINUTES.toMillis(6));
        }
    }

    /** Ends whatever they are at. */
    void abandon() {
        stopping.set(true);
        threads.forEach(Thread::interrupt);
    }

    /** After {@link #stop}: nothing is lost, nothing was done twice, every run ends, the chain of the audit is whole. */
    void requireAllKept() throws IOException, InterruptedException {
        assertThat(faults).as("answers: %s", answers).isEmpty();
        for (Editor editor : editors) {
            editor.requireKept(true);
        }
        Http http = service();
        Map<Long, Integer> seeds = new TreeMap<>();
        int pages = 1 + http.json("api/runs?size=1").path("total").asInt() / 100;
        for (int page = 0; page < pages; page++) {
            for (JsonNode run : http.json("api/runs?size=100&page=" + page).path("items")) {
                seeds.merge(run.path("seed").asLong(), 1, Integer::sum);
                String status =
                        http.awaitOver(run.path("id").asLong()).path("status").asText();
                assertThat(status).isEqualTo("finished");
            }
        }
        for (long seed : askedSeeds) {
            assertThat(seeds.get(seed)).as("runs with seed %s", seed).isEqualTo(1);
        }
        JsonNode chain = http.json("api/audit/check");
        assertThat(chain.path("whole").asBoolean()).as(chain.toString()).isTrue();
    }

    @Override
    public String toString() {
        return acknowledged() + " writes acknowledged; answers by status " + answers;
    }
}
