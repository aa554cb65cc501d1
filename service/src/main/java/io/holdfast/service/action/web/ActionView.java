package io.holdfast.service.action.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.action.Action;
import io.holdfast.service.action.ActionContent;
import io.holdfast.service.action.ActionSource;
import io.holdfast.service.action.ActionStatus;
import io.holdfast.service.action.Actions;
import io.holdfast.service.action.Progress;
import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An action as the API shows it.
 *
 * @param id its number
 * @param version goes up by one with every change of it; also its ETag
 * @param content what is to be done
 * @param source where it came from
 * @param progress what became of it
 * @param steps what it can become now
 * @param overdue whether something is still to be done and its day is over
 * @param own whether whoever asks is its owner
 * @param elementName what the register calls its element now, or null
 * @param elementNames the same by language
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ActionView(
        long id,
        int version,
        ActionContent content,
        ActionSource source,
        Progress progress,
        List<ActionStatus> steps,
        boolean overdue,
        boolean own,
        @Nullable String elementName,
        Map<String, String> elementNames,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy) {

    static ActionView of(Action action, LocalDate today, Optional<RegisterState> register) {
        Optional<Element> element = Optional.ofNullable(action.content().element())
                .filter(Id::isValid)
                .flatMap(id -> register.flatMap(state -> state.findElement(Id.of(id))));
        return new ActionView(
                action.id(),
                action.version(),
                action.content(),
                action.source(),
                action.progress(),
                List.copyOf(action.progress().status().next()),
                action.isOverdue(today),
                Actions.isOwn(action, Acting.current()),
                element.map(found -> found.label().name()).orElse(null),
                element.map(found -> found.label().names()).orElse(Map.of()),
                action.createdAt(),
                action.createdBy(),
                action.changedAt(),
                action.changedBy());
    }

    /** How an action is named by its number, such as {@code A-12}. */
    String number() {
        return "A-" + id;
    }

    boolean matches(String letters) {
        return Stream.of(content.title(), content.owner(), content.text(), source.finding(), number())
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(letters));
    }
}
