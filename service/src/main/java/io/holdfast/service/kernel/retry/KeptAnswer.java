package io.holdfast.service.kernel.retry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as it is kept.
 *
 * @param status the status, from 200 to 299
 * @param headers those that belong to what was stored
 * @param body the text of the answer, empty for none
 */
record KeptAnswer(int status, Map<String, String> headers, String body) {

    /** Says that an answer is one from before. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    KeptAnswer {
        headers = Map.copyOf(headers);
    }

    static KeptAnswer of(HttpResponse<?> response, String body) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : HEADERS) {
            String value = response.getHeaders().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        response.getContentType().ifPresent(type -> headers.put(HttpHeaders.CONTENT_TYPE, type.toString()));
        return new KeptAnswer(response.code(), headers, body);
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written", e);
        }
    }

    static KeptAnswer read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, KeptAnswer.class);
        } catch (IOException e) {
            throw new IllegalStateException("A kept answer is not one", e);
        }
    }

    HttpResponse<?> again() {
        MutableHttpResponse<byte[]> answer = HttpResponse.status(HttpStatus.valueOf(status));
        headers.forEach(answer::header);
        answer.header(REPLAYED, "true");
        return body.isEmpty() ? answer : answer.body(body.getBytes(StandardCharsets.UTF_8));
    }
}
