package io.holdfast.service.register.web;

import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.FindingsState;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.lint.Conflict;
import io.holdfast.simulator.lint.LintRule;
import io.holdfast.simulator.lint.Strength;
import io.holdfast.simulator.lint.Topic;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.result.Finding.Severity;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are wanted; what is not given does not narrow. A word that is not known is a problem {@code unknown-filter}.
 *
 * @param strength {@code shall} or {@code should}
 * @param severity {@code info}, {@code warning} or {@code error}
 * @param topic what the rule is about
 * @param rule the code of the rule
 * @param element an element, scenario or plan that has a part in it
 */
@Introspected
public record FindingsFilter(
        @Nullable @QueryValue String strength,
        @Nullable @QueryValue String severity,
        @Nullable @QueryValue String topic,
        @Nullable @QueryValue String rule,
        @Nullable @QueryValue String element) {

    /** Those that are wanted, in their order. */
    List<Conflict> select(FindingsState state) {
        require("strength", strength, Strength.values(), Strength::word);
        require("severity", severity, Severity.values(), each -> each.name().toLowerCase(Locale.ROOT));
        require("topic", topic, Topic.values(), Topic::word);
        require("rule", rule, LintRule.values(), LintRule::code);
        return start(state)
                .filter(each ->
                        strength == null || each.rule().strength().word().equals(strength))
                .filter(each ->
                        severity == null || FindingView.severity(each.rule()).equals(severity))
                .filter(each -> topic == null || each.rule().topic().word().equals(topic))
                .filter(each -> rule == null || each.rule().code().equals(rule))
                .toList();
    }

    private Stream<Conflict> start(FindingsState state) {
        if (element == null) {
            return state.conflicts().stream();
        }
        return Id.isValid(element) ? state.listOf(Id.of(element)).stream() : Stream.of();
    }

    private static <T> void require(String key, @Nullable String given, T[] values, Function<T, String> word) {
        List<String> known = Arrays.stream(values).map(word).toList();
        if (given != null && !known.contains(given)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "unknown-filter",
                    key + " is '" + given + "'. " + Suggestion.didYouMean(given, known) + "There are "
                            + String.join(", ", known) + ".");
        }
    }
}
