package io.holdfast.service.identity.internal;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to the provider: each over within five seconds, none larger than a mebibyte, none sent on to another address, none over
 * a line that others read. For any number of threads.
 */
final class ProviderHttp implements ResourceRetriever {

    /** The whole of a request, its answer included. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final long MOST_BYTES = 1 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** The answer to a GET with status 200, as text. */
    String get(URI address) throws IOException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .GET());
        if (answer.statusCode() != 200) {
            throw new IOException(address.getHost() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** The answer to a request, whatever its status. */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        HttpRequest whole = request.timeout(LONGEST).build();
        if (!SafeAddress.isSafe(whole.uri())) {
            throw new IOException("the provider names an address that is not https: " + whole.uri());
        }
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                whole, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), MOST_BYTES));
        try {
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("no answer from " + whole.uri().getHost(), e);
        } catch (TimeoutException e) {
            throw new IOException(whole.uri().getHost() + " did not answer within " + LONGEST.toSeconds() + " s", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** For the library, which fetches the provider's keys. */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return new Resource(get(URI.create(url.toString())), "application/json");
    }
}
