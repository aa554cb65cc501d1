package io.holdfast.service.drillrun.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.drillrun.EventKind;
import io.holdfast.service.drillrun.RunEvent;
import io.holdfast.service.drillrun.RunScript;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event as a client sent it, against what the plan has. What breaks a rule is told with the rule and a way out; the client
 * keeps it.
 */
public final class EventShape {

    /** How long a text may be. */
    public static final int MOST_TEXT = 4000;

    /** How long before the approval of its plan something of a drill may have happened: clocks differ, and people gather. */
    public static final Duration BEFORE_APPROVAL = Duration.ofDays(1);

    /** How far a client's moment may lie ahead of its arrival; what is ahead by less is cut to that. */
    public static final Duration MOST_AHEAD = Duration.ofDays(1);

    private static final int MOST_NAME = 200;
    private static final Duration MOST_OFFSET = Duration.ofDays(366);
    private static final Set<String> KEYS = Set.of(
            "id",
            "at",
            "offsetMillis",
            "kind",
            "step",
            "inject",
            "notification",
            "criterion",
            "text",
            "value",
            "outcome",
            "person",
            "withdraws");

    private final JsonNode said;
    private final RunScript script;

    private EventShape(JsonNode said, RunScript script) {
        this.said = said;
        this.script = script;
    }

    /** Why an event is not taken: a stable code, and a sentence. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String code, String message) {
            super(message);
            this.code = code;
        }

        /** The stable code. */
        public String code() {
            return code;
        }

        /** The sentence. */
        public String said() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * The event that a client sent.
     *
     * @param receivedAt when
     * @param by who sent it
     * @throws Refused where it breaks a rule
     */
    public static RunEvent read(JsonNode said, RunScript script, Instant receivedAt, String by) throws Refused {
        if (!said.isObject()) {
            throw new Refused("bad-event", "An event must be an object with id, at and kind.");
        }
        return new EventShape(said, script).read(receivedAt, by);
    }

    /**
     * Refuses with {@code bad-moment} what cannot have happened then, by the client's clock with what it had measured.
     *
     * @param approvedAt when the plan was approved
     * @throws Refused where it lies more than {@link #BEFORE_APPROVAL} before that, or more than {@link #MOST_AHEAD} after it came
     */
    public static void requireInTime(RunEvent event, Instant approvedAt) throws Refused {
        Instant told = event.at().plusMillis(event.offsetMillis());
        Instant first = approvedAt.minus(BEFORE_APPROVAL);
        if (told.isBefore(first)) {
            throw new Refused(
                    "bad-moment",
                    "By the clock of the device this happened at " + told + ", but the plan was approved at "
                            + approvedAt
                            + ", and nothing of its drill lies more than a day before that. Set the clock right, and mark it again.");
        }
        if (told.isAfter(event.receivedAt().plus(MOST_AHEAD))) {
            throw new Refused(
                    "bad-moment",
                    "By the clock of the device this happened at " + told
                            + ", more than a day after it was received at " + event.receivedAt()
                            + ". Set the clock right, and mark it again.");
        }
    }

    private RunEvent read(Instant receivedAt, String by) throws Refused {
        for (String key : (Iterable<String>) said::fieldNames) {
            if (!KEYS.contains(key)) {
                throw new Refused(
                        "bad-event",
                        "There is no key '" + key + "' in an event; there are "
                                + String.join(", ", KEYS.stream().sorted().toList()) + ".");
            }
        }
        UUID id = uuid("id").orElseThrow(() -> new Refused("bad-event", "id must be a UUID that the client made."));
        EventKind kind = Optional.ofNullable(text("kind", MOST_NAME))
                .flatMap(EventKind::findByWord)
                .orElseThrow(() -> new Refused(
                        "bad-event",
                        "kind must be one of "
                                + String.join(
                                        ", ",
                                        Stream.of(EventKind.values())
                                                .map(EventKind::word)
                                                .toList())
                                + "."));
        RunEvent event = new RunEvent(
                id,
                0,
                moment(),
                offset(),
                kind,
                known("step", script.steps().stream().map(RunScript.Step::id).toList()),
                known(
                        "inject",
                        script.injects().stream().map(RunScript.Inject::id).toList()),
                known(
                        "notification",
                        script.notifications().stream()
                                .map(RunScript.Notification::id)
                                .toList()),
                known(
                        "criterion",
                        kind == EventKind.CRITERION_JUDGED
                                ? script.successCriteria()
                                : script.stopCriteria().stream()
                                        .map(RunScript.StopCriterion::id)
                                        .toList()),
                text("text", MOST_TEXT),
                number(),
                text("outcome", MOST_NAME),
                text("person", MOST_NAME),
                null,
                uuid("withdraws").orElse(null),
                receivedAt,
                by);
        requireWhole(event);
        return event;
    }

    private void requireWhole(RunEvent event) throws Refused {
        switch (event.kind()) {
            case STEP_STARTED, STEP_DONE, STEP_SKIPPED -> require(event.step(), "step", event);
            case STEP_PROBLEM -> {
                require(event.step(), "step", event);
                require(event.text(), "text", event);
                oneOf(event, "failed");
            }
            case INJECT_DELIVERED, INJECT_ANSWERED -> require(event.inject(), "inject", event);
            case NOTIFIED -> require(event.notification(), "notification", event);
            case NOTE -> require(event.text(), "text", event);
            case MEASURED -> {
                require(event.criterion(), "criterion", event);
                require(event.value(), "value", event);
            }
            case ARRIVED -> require(event.person(), "person", event);
            case CRITERION_JUDGED -> {
                require(event.criterion(), "criterion", event);
                require(event.outcome(), "outcome", event);
                oneOf(event, "met", "not-met");
            }
            case WITHDRAWN -> require(event.withdraws(), "withdraws", event);
            case STARTED, PHOTO, STOPPED, RESUMED, ROLLED_BACK, ENDED -> {}
        }
    }

    private static void require(@Nullable Object value, String key, RunEvent event) throws Refused {
        if (value == null) {
            throw new Refused("bad-event", "An event " + event.kind().word() + " needs " + key + ". Send it with it.");
        }
    }

    private static void oneOf(RunEvent event, String... words) throws Refused {
        if (event.outcome() != null && !List.of(words).contains(event.outcome())) {
            throw new Refused(
                    "bad-event",
                    "outcome of " + event.kind().word() + " is '" + event.outcome() + "' but must be "
                            + String.join(" or ", words) + ".");
        }
    }

    private @Nullable String text(String key, int most) throws Refused {
        JsonNode value = said.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()
                || value.asText().length() > most
                || value.asText().indexOf('\0') >= 0) {
            throw new Refused("bad-event", key + " must be a text of at most " + most + " characters.");
        }
        return value.asText().isBlank() ? null : value.asText().strip();
    }

    private @Nullable String known(String key, List<String> ids) throws Refused {
        String id = text(key, MOST_NAME);
        if (id != null && !ids.contains(id)) {
            throw new Refused(
                    "unknown-part",
                    "The approved plan has no " + key + " '" + id + "'; it has "
                            + (ids.isEmpty() ? "none" : String.join(", ", ids))
                            + ". Write it as a note, so that it is kept.");
        }
        return id;
    }

    private Optional<UUID> uuid(String key) throws Refused {
        String text = text(key, MOST_NAME);
        if (text == null) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return Optional.of(id);
            }
        } catch (IllegalArgumentException e) {
            throw new Refused("bad-event", key + " must be a UUID in small letters; '" + text + "' is none.");
        }
        throw new Refused("bad-event", key + " must be a UUID in small letters; '" + text + "' is none.");
    }

    private Instant moment() throws Refused {
        return parsed("at", Instant::parse);
    }

    private <T> T parsed(String key, Function<String, T> parse) throws Refused {
        String text = text(key, MOST_NAME);
        if (text != null && text.matches("20\\d\\d-.*")) {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw new Refused("bad-event", key + " must be a moment such as 2026-12-05T14:00:00.000Z.");
            }
        }
        throw new Refused("bad-event", key + " must be a moment such as 2026-12-05T14:00:00.000Z.");
    }

    private long offset() throws Refused {
        JsonNode value = said.path("offsetMillis");
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.canConvertToLong()
                || !value.isIntegralNumber()
                || Math.abs(value.asLong()) > MOST_OFFSET.toMillis()) {
            throw new Refused("bad-event", "offsetMillis must be a whole number of milliseconds within a year.");
        }
        return value.asLong();
    }

    private @Nullable Double number() throws Refused {
        JsonNode value = said.path("value");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber() || !Double.isFinite(value.asDouble()) || Math.abs(value.asDouble()) > 1e15) {
            throw new Refused("bad-event", "value must be a number.");
        }
        return value.asDouble();
    }
}
