package io.holdfast.service.drillplay.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillplay.Comparison;
import java.io.UncheckedIOException;
import java.util.List;

/** What is stored of a play as JSON. For any number of threads. */
public final class PlayJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<PlanContent.Inject>> INJECTS = new TypeReference<>() {};

    private PlayJson() {}

    /** The text of injects. */
    public static String ofInjects(List<PlanContent.Inject> injects) {
        return write(injects);
    }

    /** The text of what came of a play. */
    public static String ofComparison(Comparison comparison) {
        return write(comparison);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A play cannot be written", e);
        }
    }

    /** The injects of a text that {@link #ofInjects} made. */
    public static List<PlanContent.Inject> injects(String text) {
        try {
            return JSON.readValue(text, INJECTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What is stored of the injects of a play cannot be read", e);
        }
    }

    /** What came of a play, of a text that {@link #ofComparison} made. */
    public static Comparison comparison(String text) {
        try {
            return JSON.readValue(text, Comparison.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What is stored of the outcome of a play cannot be read", e);
        }
    }
}
