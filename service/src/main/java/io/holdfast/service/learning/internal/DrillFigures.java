package io.holdfast.service.learning.internal;

import io.holdfast.service.drill.HolidayCalendar;
import io.holdfast.service.drillplan.EndedHow;
import io.holdfast.service.drillplan.PlanContent;
import io.holdfast.service.drillrun.RunState;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Measured;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.ModelInputs;
import io.holdfast.simulator.learning.Quantity;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a drill that is over measured of the numbers of the model. Of steps that carry out a method: how long its work took, from the
 * first begin to the last end, without the time in which the drill stood; whether it succeeded; which copies were usable, where people
 * say so. Of an unannounced drill: how long until the first of a team came, or that it took longer than the drill. Pure; one use an instance.
 */
public final class DrillFigures {

    private static final double HOUR = Duration.ofHours(1).toMillis();
    /** Eight hours of five days: the 40 of a week's 168 that chapter 2 of the model's book counts as office hours. */
    private static final LocalTime OPENS = LocalTime.of(9, 0);

    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final PlanContent content;
    private final RunState run;
    private final Map<String, Boolean> presence;
    private final ZoneId zone;
    private final HolidayCalendar calendar;
    private final Map<String, Integer> unusable;
    private final Map<InputRef, ModelInput> inputs = new LinkedHashMap<>();
    private final Map<String, String> teamIds = new HashMap<>();
    private final List<Measured> figures = new ArrayList<>();
    private final List<Restore> restores = new ArrayList<>();

    private DrillFigures(
            ContinuityModel model,
            PlanContent content,
            RunState run,
            Map<String, Boolean> presence,
            ZoneId zone,
            HolidayCalendar calendar,
            Map<String, Integer> unusable) {
        this.content = content;
        this.run = run;
        this.presence = presence;
        this.zone = zone;
        this.calendar = calendar;
        this.unusable = unusable;
        ModelInputs.listAll(model).forEach(each -> inputs.put(each.ref(), each));
        OwnerNames names = new OwnerNames(model);
        for (Team team : model.teams()) {
            names.of(team.id())
                    .values()
                    .forEach(name -> teamIds.putIfAbsent(name, team.id().value()));
        }
        model.teams().forEach(team -> teamIds.put(team.id().value(), team.id().value()));
    }

    /**
     * What was found.
     *
     * @param figures in the order of the plan; numbers that the model does not have are left out
     * @param restores work that brought back data from copies, with what only people know of them
     */
    public record Found(List<Measured> figures, List<Restore> restores) {

        /** Copies the lists. */
        public Found {
            figures = List.copyOf(figures);
            restores = List.copyOf(restores);
        }
    }

    /**
     * Work that was to bring back data from a copy.
     *
     * @param key names it in what people say: the element's id, a colon, the method
     * @param element the element's id
     * @param method the method
     * @param done whether it succeeded; the last copy that was tried was usable then
     */
    public record Restore(String key, String element, String method, boolean done) {}

    /**
     * The figures of a drill.
     *
     * @param presence what the report says of who was there, by name, true for there, which goes before what was marked; whom it says
     *     nothing of is missing
     * @param calendar which days are worked, as far as it knows
     * @param unusable how many copies were tried and found unusable, by the key of a restore; of one that failed and is not in it,
     *     nothing is said of copies
     */
    public static Found of(
            ContinuityModel model,
            PlanContent content,
            RunState run,
            Map<String, Boolean> presence,
            ZoneId zone,
            HolidayCalendar calendar,
            Map<String, Integer> unusable) {
        DrillFigures found = new DrillFigures(model, content, run, presence, zone, calendar, unusable);
        found.methods();
        if (!content.announced()) {
            found.people();
        }
        return new Found(found.figures, found.restores);
    }

    private record Method(String element, String name) {
        String key() {
            return element + ":" + name;
        }
    }

    private void methods() {
        Map<String, RunState.Step> marked = run.steps().stream()
                .collect(Collectors.toMap(RunState.Step::id, each -> each, (first, second) -> first));
        Map<Method, List<RunState.Step>> byMethod = new LinkedHashMap<>();
        for (PlanContent.Step step : content.steps()) {
            RunState.Step state = marked.get(step.id());
            String element = step.element();
            String method = step.method();
            if (state != null && element != null && method != null && step.use() != PlanContent.Use.REAL) {
                byMethod.computeIfAbsent(new Method(element, method), each -> new ArrayList<>())
                        .add(state);
            }
        }
        byMethod.forEach(this::method);
    }

    private void method(Method method, List<RunState.Step> steps) {
        List<RunState.Step> played =
                steps.stream().filter(each -> !each.result().equals("skipped")).toList();
        boolean failed = played.stream().anyMatch(each -> each.result().equals("failed"));
        boolean done = !played.isEmpty()
                && played.stream().allMatch(each -> each.result().equals("done"));
        begin(played).ifPresent(begin -> {
            if (failed || done) {
                ends(played)
                        .ifPresent(end -> took(method.element(), method.name(), Quantity.DURATION, begin, end, true));
            } else {
                brokenOff()
                        .ifPresent(end -> took(method.element(), method.name(), Quantity.DURATION, begin, end, false));
            }
        });
        if (failed || done) {
            tried(method.element(), method.name(), Quantity.SUCCESS, done ? 1 : 0, done ? 0 : 1);
            copies(method, done);
        }
    }

    /** Empty where the first of the steps that began has no mark of its begin: then nobody knows how long it took. */
    private static Optional<Instant> begin(List<RunState.Step> played) {
        Optional<Instant> first = instants(played, RunState.Step::startedAt).min(Comparator.naturalOrder());
        boolean hidden = played.stream()
                .filter(each -> each.startedAt() == null)
                .map(RunState.Step::endedAt)
                .filter(Objects::nonNull)
                .anyMatch(end -> first.isEmpty() || !end.isAfter(first.get()));
        return hidden ? Optional.empty() : first;
    }

    private static Optional<Instant> ends(List<RunState.Step> played) {
        return instants(played, RunState.Step::endedAt).max(Comparator.naturalOrder());
    }

    private static Stream<Instant> instants(
            List<RunState.Step> played, Function<RunState.Step, @Nullable Instant> part) {
        return played.stream().map(part).filter(Objects::nonNull);
    }

    /** When the drill was broken off; empty where it was completed: steps without an end were forgotten then, not stopped. */
    private Optional<Instant> brokenOff() {
        return EndedHow.COMPLETED.word().equals(run.endedHow()) || run.holds().isEmpty()
                ? Optional.empty()
                : Optional.of(run.holds().getLast().from());
    }

    private void copies(Method method, boolean done) {
        if (ref(method.element(), method.name(), Quantity.USABLE) == null) {
            return;
        }
        restores.add(new Restore(method.key(), method.element(), method.name(), done));
        Integer bad = unusable.get(method.key());
        if (done || (bad != null && bad > 0)) {
            tried(method.element(), method.name(), Quantity.USABLE, done ? 1 : 0, bad == null ? 0 : bad);
        }
    }

    private void took(
            String owner, @Nullable String method, Quantity quantity, Instant from, Instant until, boolean finished) {
        InputRef ref = ref(owner, method, quantity);
        double hours = (Duration.between(from, until).toMillis() - stood(from, until)) / HOUR;
        if (hours > 0 && ref != null) {
            figures.add(new Measured.Took(ref, hours, finished));
        }
    }

    /** Milliseconds between two moments in which the drill was stopped or rolled back. */
    private double stood(Instant from, Instant until) {
        double stood = 0;
        for (RunState.Hold hold : run.holds()) {
            Instant over = hold.until();
            Instant begins = hold.from().isAfter(from) ? hold.from() : from;
            Instant ends = over != null && over.isBefore(until) ? over : until;
            stood += Math.max(0, Duration.between(begins, ends).toMillis());
        }
        return stood;
    }

    private void tried(String owner, @Nullable String method, Quantity quantity, int successes, int failures) {
        InputRef ref = ref(owner, method, quantity);
        if (ref != null) {
            figures.add(new Measured.Tried(ref, successes, failures));
        }
    }

    private @Nullable InputRef ref(String owner, @Nullable String method, Quantity quantity) {
        if (!Id.isValid(owner)) {
            return null;
        }
        InputRef ref = new InputRef(Id.of(owner), method, quantity, 1);
        return inputs.containsKey(ref) ? ref : null;
    }

    private void people() {
        Instant begin = run.startedAt();
        if (begin == null) {
            return;
        }
        Map<String, Instant> came = run.attendance().stream()
                .filter(each -> presence.getOrDefault(each.person(), true))
                .collect(Collectors.toMap(
                        RunState.Attendance::person,
                        RunState.Attendance::at,
                        (one, other) -> one.isBefore(other) ? one : other));
        Map<String, List<PlanContent.Participant>> teams = new LinkedHashMap<>();
        for (PlanContent.Participant each : content.participants()) {
            String team = teamIds.get(each.team());
            if (team != null) {
                teams.computeIfAbsent(team, any -> new ArrayList<>()).add(each);
            }
        }
        Set<String> there = presence.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        there.addAll(came.keySet());
        boolean kept = content.participants().stream().anyMatch(each -> there.contains(each.name()));
        Set<String> worked = worked();
        teams.forEach((team, people) -> {
            Quantity quantity = mobilised(team, begin);
            Instant ended = run.endedAt();
            Optional<Instant> first = people.stream()
                    .flatMap(each -> Optional.ofNullable(came.get(each.name())).stream())
                    .min(Comparator.naturalOrder());
            boolean untimed = people.stream() // of whom it has as there, the report does not say since when
                    .anyMatch(each -> there.contains(each.name()) && !came.containsKey(each.name()));
            if (untimed) {
                return;
            }
            if (first.isPresent()) { // one that was there before the start tells nothing, which took drops
                took(team, null, quantity, begin, first.get(), true);
            } else if (kept
                    && ended != null
                    && !worked.contains(team)
                    && people.stream().anyMatch(this::isCalled)) {
                took(team, null, quantity, begin, ended, false);
            }
        });
    }

    /** Somebody known by name who was to come and do something: of these alone is known that they never came. */
    private boolean isCalled(PlanContent.Participant each) {
        return !each.person().isEmpty()
                && (each.role() == PlanContent.Role.LEADER || each.role() == PlanContent.Role.PARTICIPANT);
    }

    /** Teams whose steps somebody has worked at: they were there, whoever kept the list. */
    private Set<String> worked() {
        Set<String> begun = run.steps().stream()
                .filter(step -> step.startedAt() != null || step.endedAt() != null)
                .map(RunState.Step::id)
                .collect(Collectors.toSet());
        return content.steps().stream()
                .filter(step -> begun.contains(step.id()))
                .flatMap(step -> Optional.ofNullable(teamIds.get(step.role())).stream())
                .collect(Collectors.toSet());
    }

    private Quantity mobilised(String team, Instant begin) {
        ZonedDateTime local = begin.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean office = calendar.isWorkingDay(local.toLocalDate()) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
        return !office && ref(team, null, Quantity.MOBILISE_OFF_HOURS) != null
                ? Quantity.MOBILISE_OFF_HOURS
                : Quantity.MOBILISE;
    }
}
