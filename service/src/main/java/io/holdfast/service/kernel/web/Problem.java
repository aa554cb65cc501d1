package io.holdfast.service.kernel.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every error of the API, as problem+json (RFC 9457).
 *
 * @param type always {@code about:blank}: the code says what it is
 * @param title the status in words
 * @param status the HTTP status
 * @param code stable code; docs/guide/errors.md lists them
 * @param detail one or two sentences with a way out
 * @param violations rules that the request breaks, or null where that is not what is wrong
 * @param changes where what was sent differs from what is stored meanwhile, or null
 * @param currentVersion the version that is stored meanwhile, or null
 * @param more further keys that a room adds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable List<Violation> violations,
        @Nullable List<Change> changes,
        @Nullable Long currentVersion,
        @JsonAnyGetter Map<String, Object> more) {

    /** Copies the further keys, keeping their order. */
    public Problem {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /**
     * A rule that a request breaks.
     *
     * @param path where, as a JSON path from {@code $}, the thing that was sent
     * @param code stable code of the rule
     * @param message the rule and a way out
     * @param line the line from 1 where a file was sent, or null
     * @param column the column from 1 where a file was sent, or null
     * @param value the value as it stands there, or null
     * @param facts what the rule names, such as {@code least} and {@code most}, for a sentence in another language; or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Violation(
            String path,
            String code,
            String message,
            @Nullable Integer line,
            @Nullable Integer column,
            @Nullable String value,
            @Nullable Map<String, String> facts) {

        /** One whose rule names nothing. */
        public Violation(
                String path,
                String code,
                String message,
                @Nullable Integer line,
                @Nullable Integer column,
                @Nullable String value) {
            this(path, code, message, line, column, value, null);
        }
    }

    /** A place where two versions differ; a side that has nothing there is null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(
            String path,
            @Nullable JsonNode stored,
            @Nullable JsonNode sent) {}

    static Problem of(int status, String title, String code, String detail) {
        return new Problem("about:blank", title, status, code, detail, null, null, null, Map.of());
    }

    Problem withMore(Map<String, Object> given) {
        return new Problem(type, title, status, code, detail, violations, changes, currentVersion, given);
    }

    Problem withViolations(@Nullable List<Violation> given) {
        return new Problem(type, title, status, code, detail, given, changes, currentVersion, more);
    }

    Problem withChanges(@Nullable List<Change> given, @Nullable Long version) {
        return new Problem(type, title, status, code, detail, violations, given, version, more);
    }
}
