package io.holdfast.service.change.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.change.Execution;
import io.holdfast.service.change.Outcome;
import io.holdfast.service.kernel.web.Problem.Violation;
import io.holdfast.service.kernel.web.Said;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What somebody sends about how a change went, and how it ends. */
public final class ExecutionShape {

    private static final int MOST_TEXT = 5000;
    private static final int LEAST_TEXT = 5;

    private ExecutionShape() {}

    /** How it was carried out, or the rules that are broken: then it is not to be used. */
    public record Read(Execution execution, List<Violation> broken) {}

    /** How it ends, or the rules that are broken: then it is not to be used. */
    public record End(String conclusion, boolean registerUpdated, List<Violation> broken) {}

    /**
     * Reads how a change was carried out.
     *
     * @param who writes it down
     * @param now when
     * @param zone of the times that are said
     */
    public static Read read(JsonNode body, String who, Instant now, ZoneId zone) {
        Said said = Said.of(body, Set.of("startedAt", "endedAt", "outcome", "tested", "notes"));
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        LocalDateTime started = said.moment("startedAt");
        LocalDateTime ended = said.moment("endedAt");
        require(said, "startedAt", started != null);
        require(said, "endedAt", ended != null);
        if (started != null && ended != null && ended.isBefore(started)) {
            said.refuse("endedAt", "bad-window", "endedAt must not be before startedAt.");
        }
        if (ended != null && ended.isAfter(here)) {
            said.refuse("endedAt", "in-future", "endedAt must not be in the future: write down what has happened.");
        }
        Outcome outcome = said.choice("outcome", Outcome.class, null);
        String tested = said.text("tested", LEAST_TEXT, MOST_TEXT);
        String notes =
                outcome == Outcome.SUCCESS ? said.text("notes", MOST_TEXT) : said.text("notes", LEAST_TEXT, MOST_TEXT);
        return new Read(
                new Execution(
                        Objects.requireNonNullElse(started, here),
                        Objects.requireNonNullElse(ended, here),
                        outcome,
                        tested,
                        notes,
                        who,
                        now),
                said.broken());
    }

    private static void require(Said said, String key, boolean there) {
        if (!there && said.broken().stream().noneMatch(each -> each.path().equals("$." + key))) {
            said.refuse(key, "missing", key + " must be said.");
        }
    }

    /** Reads how a change ends. */
    public static End readEnd(JsonNode body) {
        Said said = Said.of(body, Set.of("conclusion", "registerUpdated"));
        return new End(said.text("conclusion", LEAST_TEXT, MOST_TEXT), said.flag("registerUpdated"), said.broken());
    }
}
