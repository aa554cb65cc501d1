package io.holdfast.service.drillplay.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.drillplay.DrillPlays;
import io.holdfast.service.drillplay.DrillPlays.Turn;
import io.holdfast.service.drillplay.PlayClock;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.play.Day;
import io.holdfast.simulator.play.Decision;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is sent; a problem {@code bad-play} names the key, the value, the rule and a way out. */
public final class PlayShape {

    private static final long MOST_TRIALS = 1_000_000_000L;
    private static final int MOST_METHODS = 1000;

    private PlayShape() {}

    /** Which day shall be played: exactly one of both. */
    public record Wanted(@Nullable Day day, @Nullable Long trial) {}

    /** Reads which day shall be played. */
    public static Wanted wanted(ObjectNode said) {
        requireKeys(said, Set.of("day", "trial"));
        JsonNode day = said.path("day");
        JsonNode trial = said.path("trial");
        if (isSaid(day) == isSaid(trial)) {
            throw Refusals.bad("Say either day (lucky, median, unlucky or very-unlucky) or trial (a number from 0).");
        }
        if (isSaid(day)) {
            return new Wanted(
                    PlayWords.findDay(day.asText())
                            .orElseThrow(() -> Refusals.bad("day is " + shown(day)
                                    + ", but it must be lucky, median, unlucky or very-unlucky.")),
                    null);
        }
        if (!isWhole(trial, 0, MOST_TRIALS)) {
            throw Refusals.bad(
                    "trial is " + shown(trial) + ", but it must be a whole number from 0 to " + MOST_TRIALS + ".");
        }
        return new Wanted(null, trial.asLong());
    }

    /** What a clock shall do. */
    public record Turned(Turn turn, int speed) {}

    /** Reads what a clock shall do. */
    public static Turned turned(ObjectNode said) {
        requireKeys(said, Set.of("action", "speed"));
        Turn turn = switch (said.path("action").asText()) {
            case "run" -> Turn.RUN;
            case "pause" -> Turn.PAUSE;
            case "next" -> Turn.NEXT;
            default ->
                throw Refusals.bad("action is " + shown(said.path("action")) + ", but it must be run, pause or next.");
        };
        JsonNode speed = said.path("speed");
        if (turn != Turn.RUN && isSaid(speed)) {
            throw Refusals.bad("speed is said, but only the action run has one. Leave it out.");
        }
        boolean fits = isWhole(speed, 1, PlayClock.FASTEST);
        if (turn == Turn.RUN && !fits) {
            throw Refusals.bad("speed is " + shown(speed)
                    + ", but it must be a whole number of virtual seconds a second from 1 to " + PlayClock.FASTEST
                    + ".");
        }
        return new Turned(turn, turn == Turn.RUN ? speed.asInt() : 0);
    }

    /** What shall be decided. */
    public record Decided(Decision.Kind kind, @Nullable Id element, int method, String note) {}

    /** Reads what shall be decided. */
    public static Decided decided(ObjectNode said) {
        requireKeys(said, Set.of("kind", "element", "method", "note"));
        Decision.Kind kind = PlayWords.findKind(said.path("kind").asText())
                .orElseThrow(() -> Refusals.bad("kind is " + shown(said.path("kind"))
                        + ", but it must be declare, choose, hold, resume or first."));
        JsonNode element = said.path("element");
        if (isSaid(element) == (kind == Decision.Kind.DECLARE)) {
            throw Refusals.bad("All decisions but declare name an element, and declare names none.");
        }
        if (isSaid(element) && !Id.isValid(element.asText())) {
            throw Refusals.bad("element is " + shown(element) + ", which is no id of an element.");
        }
        JsonNode method = said.path("method");
        boolean named = isWhole(method, 0, MOST_METHODS - 1L);
        if (named != (kind == Decision.Kind.CHOOSE) || (isSaid(method) && !named)) {
            throw Refusals.bad("method is " + shown(method)
                    + ", but choose, and it alone, names one by its place among those of the element, from 0.");
        }
        String note = isSaid(said.path("note")) ? said.path("note").asText().strip() : "";
        if (note.length() > DrillPlays.LONGEST_NOTE || note.chars().anyMatch(each -> each == 0)) {
            throw Refusals.bad("note has " + note.length() + " characters, but it may have " + DrillPlays.LONGEST_NOTE
                    + " at most, none of them a zero byte. Shorten it.");
        }
        return new Decided(kind, isSaid(element) ? Id.of(element.asText()) : null, named ? method.asInt() : -1, note);
    }

    /** A number beyond those of 64 bits is none: read as one it would be another. */
    private static boolean isWhole(JsonNode node, long least, long most) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= least && node.asLong() <= most;
    }

    private static boolean isSaid(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "missing" : node.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static void requireKeys(ObjectNode said, Set<String> known) {
        said.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw Refusals.bad("The key " + (key.length() > 80 ? key.substring(0, 80) + "…" : key)
                        + " is not known here. Known are "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        });
    }
}
