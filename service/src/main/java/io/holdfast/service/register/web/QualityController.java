package io.holdfast.service.register.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.ControlLevel;
import io.holdfast.service.register.Criticality;
import io.holdfast.service.register.DataQuality;
import io.holdfast.service.register.OrganisationZone;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How good the register's data are, how closely items are controlled, and what is most critical, over HTTP. */
@Controller("/api")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "register", description = "What the organisation runs, what it needs, and how it is recovered")
final class QualityController {

    /** Kinds of people and of what people do by hand. */
    private static final Set<String> OPERATIONAL = Set.of("person", "team", "procedure", "document");

    private static final int WORST = 100;

    private final Register register;
    private final Clock clock;

    QualityController(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** An element's control level, what is known of it, and what depends on it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ElementQuality(ControlLevel.Chosen control, DataQuality quality, Criticality.Reach reach) {}

    /** One element: how closely it is controlled, what is known of it, and what depends on it. */
    @Get("/elements/{id}/quality")
    ElementQuality element(String id) {
        RegisterState state = register.requireState();
        Element element = (Id.isValid(id) ? state.findElement(Id.of(id)) : Optional.<Element>empty())
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "unknown-element",
                        "There is no element '" + id + "'. GET /api/elements lists them."));
        return quality(state, element, singlePoints(state), today(state));
    }

    private static ElementQuality quality(RegisterState state, Element element, Set<String> single, LocalDate today) {
        Criticality.Reach reach = Criticality.of(state).reachOf(element.id());
        ControlLevel.Chosen control =
                ControlLevel.of(element, reach, single.contains(element.id().value()));
        return new ElementQuality(control, DataQuality.of(element, control.level(), today), reach);
    }

    private static Set<String> singlePoints(RegisterState state) {
        return new HashSet<>(RegisterSummary.of(state).singlePoints());
    }

    private LocalDate today(RegisterState state) {
        return LocalDate.ofInstant(clock.instant(), OrganisationZone.of(state.model()));
    }

    /**
     * A class of elements.
     *
     * @param kind the kind
     * @param elements how many there are
     * @param control the closest level that one of them is controlled at
     * @param levels how many are controlled at each level
     * @param score the mean of their scores
     * @param complete how many have every fact that is asked for
     */
    record KindQuality(
            String kind, int elements, ControlLevel control, Map<String, Integer> levels, double score, int complete) {}

    /** An element of which something is missing. */
    record Incomplete(ElementRow element, ControlLevel level, double score, List<String> missing) {}

    /**
     * The whole register.
     *
     * @param score the mean of the scores of all elements
     * @param elements how many there are
     * @param complete how many have every fact that is asked for
     * @param verified how many were verified recently enough for their level
     * @param kinds class by class, by name
     * @param worst the elements of the lowest scores, 100 at most, the most closely controlled first
     */
    record RegisterQuality(
            double score, int elements, int complete, int verified, List<KindQuality> kinds, List<Incomplete> worst) {}

    /** The quality of the whole register and of each class. Cost: linear in elements, once more what single points cost after a change. */
    @Get("/register/quality")
    RegisterQuality whole() {
        RegisterState state = register.requireState();
        LocalDate today = today(state);
        Set<String> single = singlePoints(state);
        Map<String, List<Judged>> byKind = new TreeMap<>();
        List<Judged> all = new ArrayList<>();
        for (Element element : state.model().elements()) {
            Judged judged = new Judged(element, quality(state, element, single, today));
            all.add(judged);
            byKind.computeIfAbsent(element.kind(), kind -> new ArrayList<>()).add(judged);
        }
        return new RegisterQuality(
                mean(all),
                all.size(),
                complete(all),
                (int) all.stream()
                        .filter(each -> !each.missing().contains("verified"))
                        .count(),
                byKind.entrySet().stream()
                        .map(each -> kind(each.getKey(), each.getValue()))
                        .toList(),
                all.stream()
                        .filter(each -> each.score() < 1)
                        .sorted(Comparator.comparing(Judged::level).reversed().thenComparingDouble(Judged::score))
                        .limit(WORST)
                        .map(each -> each.row(state))
                        .toList());
    }

    private record Judged(Element element, ElementQuality judgement) {

        double score() {
            return judgement.quality().score();
        }

        ControlLevel level() {
            return judgement.control().level();
        }

        List<String> missing() {
            return judgement.quality().asked().stream()
                    .filter(asked -> !asked.there())
                    .map(DataQuality.Asked::fact)
                    .toList();
        }

        Incomplete row(RegisterState state) {
            return new Incomplete(rowOf(state, element), level(), score(), missing());
        }
    }

    private static KindQuality kind(String kind, List<Judged> all) {
        Map<String, Integer> levels = new TreeMap<>();
        all.forEach(each -> levels.merge(each.level().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        ControlLevel closest =
                all.stream().map(Judged::level).max(Comparator.naturalOrder()).orElse(ControlLevel.BASIC);
        return new KindQuality(kind, all.size(), closest, levels, mean(all), complete(all));
    }

    private static ElementRow rowOf(RegisterState state, Element element) {
        return ElementRow.of(element, state.findObjectives(element.id()).orElseThrow(), state.graph());
    }

    private static double mean(List<Judged> all) {
        return all.stream().mapToDouble(Judged::score).average().orElse(1);
    }

    private static int complete(List<Judged> all) {
        return (int) all.stream().filter(each -> each.score() == 1).count();
    }

    /**
     * An element in the order of how critical it is.
     *
     * @param rank from 1
     */
    record Ranked(int rank, ElementRow element, boolean operational, Criticality.Reach reach) {}

    /** A page of the ranking. */
    record RankedPage(List<Ranked> items, int page, int size, int total) {}

    /**
     * Assets and services that processes need, the most critical first: by the strictest tier, then the strictest RTO, then how many processes.
     *
     * @param group {@code operational} for people and procedures, {@code technical} for all else; both where it is left out
     * @param page which page, from 0
     * @param size how many a page, 1 to 500
     */
    @Get("/register/criticality")
    RankedPage criticality(
            @Nullable @QueryValue String group,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        PageOfList.require(page, size);
        RegisterState state = register.requireState();
        List<Element> ranked = Criticality.of(state).ranked();
        int[] wanted = IntStream.range(0, ranked.size())
                .filter(i -> group == null || group.equals(isOperational(ranked.get(i)) ? "operational" : "technical"))
                .toArray();
        return new RankedPage(
                Arrays.stream(wanted)
                        .skip((long) page * size)
                        .limit(size)
                        .mapToObj(i -> ranked(state, i + 1, ranked.get(i)))
                        .toList(),
                page,
                size,
                wanted.length);
    }

    private static boolean isOperational(Element element) {
        return OPERATIONAL.contains(element.kind());
    }

    private static Ranked ranked(RegisterState state, int rank, Element element) {
        return new Ranked(
                rank,
                rowOf(state, element),
                isOperational(element),
                Criticality.of(state).reachOf(element.id()));
    }
}
