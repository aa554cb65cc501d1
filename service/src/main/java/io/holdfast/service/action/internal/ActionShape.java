package io.holdfast.service.action.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.action.ActionCategory;
import io.holdfast.service.action.ActionContent;
import io.holdfast.service.action.ActionStatus;
import io.holdfast.service.action.Severity;
import io.holdfast.service.kernel.web.Said;
import java.util.Set;

/** What somebody sends as an action, and as a step of one. */
public final class ActionShape {

    private static final int LINE = 200;
    private static final int TEXT = 5000;
    private static final int LEAST = 3;
    private static final int LEAST_REASON = 5;
    private static final Set<String> KEYS =
            Set.of("title", "text", "cause", "owner", "due", "severity", "category", "element", "unit");

    private ActionShape() {}

    /** What an action says; what breaks rules stands in {@code said}. */
    public static ActionContent content(Said said) {
        String element = said.text("element", LINE);
        String unit = said.text("unit", LINE);
        return new ActionContent(
                said.text("title", LEAST, LINE),
                said.text("text", TEXT),
                said.text("cause", TEXT),
                said.text("owner", LINE),
                said.day("due"),
                said.choice("severity", Severity.class, Severity.MEDIUM),
                said.choice("category", ActionCategory.class, ActionCategory.OTHER),
                element.isEmpty() ? null : element,
                unit.isEmpty() ? null : unit);
    }

    /** Reads a body that is an action. */
    public static ActionContent read(JsonNode body) {
        Said said = Said.of(body, KEYS);
        ActionContent content = content(said);
        Refusals.requireSound(said.broken());
        return content;
    }

    /**
     * A step of an action.
     *
     * @param status what it becomes
     * @param words what was done or seen, or why it is dropped or opened again
     */
    public record Step(ActionStatus status, String words) {}

    /** Reads a body that is a step; all but the beginning of the work need words. */
    public static Step step(JsonNode body) {
        Said said = Said.of(body, Set.of("status", "words"));
        ActionStatus status = said.choice("status", ActionStatus.class, null);
        String words =
                status == ActionStatus.IN_PROGRESS ? said.text("words", TEXT) : said.text("words", LEAST_REASON, TEXT);
        Refusals.requireSound(said.broken());
        return new Step(status, words);
    }
}
