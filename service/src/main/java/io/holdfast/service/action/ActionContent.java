package io.holdfast.service.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done; texts are empty where nothing is said.
 *
 * @param title what it is, in a line
 * @param text what is done, and how one sees that it worked
 * @param cause why it happened; said of a grave one before it is done
 * @param owner who sees to it: the name of an account, or of anybody else
 * @param due until which day of the organisation, or null where none is set
 * @param severity how grave what was found is
 * @param category what has to change
 * @param element the id of the element of the register that it is about, or null
 * @param unit the organisational unit that it belongs to, or null for the whole organisation
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ActionContent(
        String title,
        String text,
        String cause,
        String owner,
        @Nullable LocalDate due,
        Severity severity,
        ActionCategory category,
        @Nullable String element,
        @Nullable String unit) {}
