package io.holdfast.service.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.simulation.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the newest finished run of a scenario says of one element, in the few figures that lists and glyphs need; hours and
 * shares as in the result file.
 *
 * @param disrupted the chance to be disrupted, with its interval
 * @param objectives the targets that the run judged by
 * @param driver the link that most often stands on the driving path, response and waits for teams left out, or null where there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ElementEstimate(
        String element,
        String type,
        String scenario,
        long run,
        long trials,
        JsonNode disrupted,
        JsonNode recovery,
        @Nullable JsonNode whenDisrupted,
        JsonNode objectives,
        @Nullable String objectivesFrom,
        double guesses,
        @Nullable JsonNode loss,
        @Nullable Link driver) {

    /** The end of the name of a link that is a wait for a team. */
    private static final String WAIT = ":wait";

    /** A link of the driving path and the share of trials whose path has it. */
    record Link(String id, double share) {}

    private static final List<String> TIMES =
            List.of("p05", "p50", "p95", "p95Low", "p95High", "p99", "withinRto", "withinMtpd", "never");

    static ElementEstimate of(Run run, JsonNode element) {
        com.fasterxml.jackson.databind.node.ObjectNode recovery =
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        TIMES.forEach(key -> recovery.set(key, element.path("recovery").get(key)));
        return new ElementEstimate(
                element.path("id").asText(),
                element.path("type").asText(),
                run.scenario(),
                run.id(),
                run.trials(),
                element.path("disrupted"),
                recovery,
                orNull(element.get("whenDisrupted")),
                element.path("objectives"),
                element.path("objectivesFrom").asText(null),
                element.path("guesses").asDouble(),
                orNull(element.get("loss")),
                driver(element).orElse(null));
    }

    private static Optional<Link> driver(JsonNode element) {
        return StreamSupport.stream(element.path("driving").spliterator(), false)
                .map(link ->
                        new Link(link.path("id").asText(), link.path("share").asDouble()))
                .filter(link -> !link.id().equals("response") && !link.id().endsWith(WAIT))
                .max(Comparator.comparingDouble(Link::share));
    }

    private static @Nullable JsonNode orNull(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }

    boolean isReached() {
        return disrupted.path("estimate").asDouble() > 0;
    }

    /** The least chance to be in time first; without a target or at the same chance the longest P95. */
    static final Comparator<ElementEstimate> WORST_FIRST = Comparator.comparingDouble((ElementEstimate each) ->
                    each.recovery.path("withinRto").path("estimate").asDouble(1))
            .thenComparing(Comparator.comparingDouble(ElementEstimate::p95).reversed());

    /** Never back counts as longest. */
    private double p95() {
        return recovery.path("p95").asDouble(Double.POSITIVE_INFINITY);
    }
}
