package io.holdfast.service.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checklist to fill in.
 *
 * @param template what is asked
 * @param thing what it is about
 * @param variant the column that is asked; empty where the template has none
 * @param items what is asked of it, with what was answered
 * @param score how it stands
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChecklistView(KeptTemplate template, CheckedThing thing, String variant, List<Line> items, Score score) {

    /**
     * One item of it.
     *
     * @param answer what was answered, or null while it is open
     * @param overdue whether somebody should have looked again
     * @param stale whether what it rests on is older than its interval, or was deleted
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Line(Template.Item item, @Nullable Answer answer, boolean overdue, boolean stale) {}
}
