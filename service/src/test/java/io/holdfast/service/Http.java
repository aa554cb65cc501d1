package io.holdfast.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A small client for the tests. */
final class Http {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final String url;
    private final List<String> always;
    private final HttpClient client;

    Http(String url) {
        this(url, HttpClient.newHttpClient());
    }

    /** One that speaks as a client of one's own does. */
    Http(String url, HttpClient client) {
        this(url, List.of(), client);
    }

    private Http(String url, List<String> always, HttpClient client) {
        this.url = url;
        this.always = List.copyOf(always);
        this.client = client;
    }

    /** One that sends more headers with every request. */
    Http with(String... headers) {
        return new Http(url, Stream.concat(always.stream(), Stream.of(headers)).toList(), client);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Multipart form) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Any method; headers are names and values in turn. */
    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    /** Waits until a run is over, two minutes at most. */
    JsonNode awaitOver(long run) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            JsonNode now = json("api/runs/" + run);
            String status = now.path("status").asText();
            if (!status.equals("queued") && !status.equals("running")) {
                return now;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("run " + run + " did not end within two minutes");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
        for (int i = 0; i < always.size(); i += 2) {
            request.header(always.get(i), always.get(i + 1));
        }
        return request;
    }
}
