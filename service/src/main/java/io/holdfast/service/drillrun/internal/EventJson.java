package io.holdfast.service.drillrun.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.service.drillrun.RunEvent;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event says beyond who, when and what kind, as the text that is stored. For any number of threads. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventJson(
        @Nullable String step,
        @Nullable String inject,
        @Nullable String notification,
        @Nullable String criterion,
        @Nullable String text,
        @Nullable Double value,
        @Nullable String outcome,
        @Nullable String person,
        @Nullable Long evidence,
        @Nullable UUID withdraws) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What an event says. */
    public static EventJson of(RunEvent event) {
        return new EventJson(
                event.step(),
                event.inject(),
                event.notification(),
                event.criterion(),
                event.text(),
                event.value(),
                event.outcome(),
                event.person(),
                event.evidence(),
                event.withdraws());
    }

    /** The text of it. */
    public String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("An event of a drill cannot be written", e);
        }
    }

    /** What a text says that {@link #write} made. */
    public static EventJson read(String text) {
        try {
            return JSON.readValue(text, EventJson.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What is stored of an event of a drill cannot be read", e);
        }
    }
}
