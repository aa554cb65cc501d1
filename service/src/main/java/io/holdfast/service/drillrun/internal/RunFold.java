package io.holdfast.service.drillrun.internal;

import io.holdfast.service.drillrun.EventKind;
import io.holdfast.service.drillrun.RunEvent;
import io.holdfast.service.drillrun.RunScript;
import io.holdfast.service.drillrun.RunState;
import io.holdfast.service.drillrun.RunState.Attendance;
import io.holdfast.service.drillrun.RunState.ElementBack;
import io.holdfast.service.drillrun.RunState.Hold;
import io.holdfast.service.drillrun.RunState.Inject;
import io.holdfast.service.drillrun.RunState.Judgement;
import io.holdfast.service.drillrun.RunState.Measurement;
import io.holdfast.service.drillrun.RunState.Note;
import io.holdfast.service.drillrun.RunState.Notification;
import io.holdfast.service.drillrun.RunState.Photo;
import io.holdfast.service.drillrun.RunState.Reading;
import io.holdfast.service.drillrun.RunState.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events to a state: a pure function of the set of events, the same whatever order they came in and however often one of them did
 * (ADR 25). Cost: events times the logarithm of events, and steps times events of steps. Any number of threads.
 */
public final class RunFold {

    private static final Set<EventKind> HOLDS = EnumSet.of(EventKind.STOPPED, EventKind.ROLLED_BACK, EventKind.RESUMED);
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final RunScript script;
    private final List<RunEvent> events;
    private final Set<UUID> withdrawn;
    private final @Nullable Instant startedAt;
    private final @Nullable Instant endedAt;

    private RunFold(RunScript script, Collection<RunEvent> received) {
        Map<UUID, RunEvent> once = new HashMap<>();
        received.forEach(event -> once.putIfAbsent(event.id(), event));
        List<RunEvent> all = once.values().stream().sorted(RunEvent.ORDER).toList();
        this.script = script;
        this.withdrawn = gone(all);
        this.events =
                all.stream().filter(event -> !withdrawn.contains(event.id())).toList();
        this.startedAt = first(EventKind.STARTED).map(RunEvent::when).orElse(null);
        Instant start = this.startedAt;
        this.endedAt = all(EventKind.ENDED)
                .map(RunEvent::when)
                .filter(end -> start != null && !end.isBefore(start))
                .findFirst()
                .orElse(null);
    }

    /** The state of a drill; an event about what the script does not have changes nothing. */
    public static RunState of(RunScript script, Collection<RunEvent> events) {
        return new RunFold(script, events).state();
    }

    /** The events that do not count, in their order: what was taken back, and what belonged to a start that was. */
    private static Set<UUID> gone(List<RunEvent> all) {
        Set<UUID> withdrawn = withdrawn(all);
        Instant begun = all.stream()
                .filter(event -> event.kind() == EventKind.STARTED && !withdrawn.contains(event.id()))
                .findFirst()
                .map(RunEvent::when)
                .orElse(Instant.MAX);
        Instant again = all.stream()
                .filter(event -> event.kind() == EventKind.STARTED && withdrawn.contains(event.id()))
                .flatMap(start -> takingBack(all, start, withdrawn).limit(1)) // the first says when
                .map(RunEvent::when)
                .filter(moment -> moment.isBefore(begun)) // later, the drill goes on with another start
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return all.stream()
                .filter(event -> withdrawn.contains(event.id())
                        || (event.kind().goesWithStart() && !event.when().isAfter(again)))
                .map(RunEvent::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The events that were taken back, in their order. */
    private static Set<UUID> withdrawn(List<RunEvent> all) {
        Set<UUID> named = new HashSet<>();
        all.forEach(event -> {
            if (event.kind() == EventKind.WITHDRAWN && event.withdraws() != null) {
                named.add(event.withdraws());
            }
        });
        Set<UUID> marks = new HashSet<>();
        all.stream()
                .filter(event -> event.kind().canBeWithdrawn() && named.contains(event.id()))
                .forEach(event -> marks.add(event.id()));
        Set<UUID> taken = new LinkedHashSet<>();
        all.forEach(event -> {
            if (marks.contains(event.id())
                    || (event.kind() == EventKind.STARTED
                            && named.contains(event.id())
                            && takingBack(all, event, marks).findAny().isPresent())) {
                taken.add(event.id());
            }
        });
        return taken;
    }

    /**
     * The withdrawals that take a start back, in their order: until the next start after the withdrawal, nothing that tells how the drill
     * went was marked, but for what was taken back itself. A mark that arrives late brings the start back.
     *
     * @param taken what was taken back itself
     */
    private static Stream<RunEvent> takingBack(List<RunEvent> all, RunEvent start, Set<UUID> taken) {
        int begun = all.indexOf(start);
        return IntStream.range(0, all.size())
                .filter(w -> all.get(w).kind() == EventKind.WITHDRAWN
                        && start.id().equals(all.get(w).withdraws())
                        && followers(all, begun, w)
                                .allMatch(event -> event.kind().leavesStartOpen() || taken.contains(event.id())))
                .mapToObj(all::get);
    }

    /**
     * What followed a start until the next one after its withdrawal, by their moments: what is of one moment with a start, such as the
     * first step, belongs to that start, wherever its id puts it.
     */
    private static Stream<RunEvent> followers(List<RunEvent> all, int start, int withdrawal) {
        RunEvent first = all.get(start);
        Optional<Instant> next = all.stream()
                .skip(Math.max(start, withdrawal) + 1L)
                .filter(event -> event.kind() == EventKind.STARTED)
                .findFirst()
                .map(RunEvent::when);
        return all.stream()
                .filter(event -> !event.when().isBefore(first.when()))
                .filter(event -> next.isEmpty() || event.when().isBefore(next.get()));
    }

    private Stream<RunEvent> all(EventKind kind) {
        return events.stream().filter(event -> event.kind() == kind);
    }

    private Optional<RunEvent> first(EventKind kind) {
        return all(kind).findFirst();
    }

    private Optional<RunEvent> first(EventKind kind, Predicate<RunEvent> about) {
        return all(kind).filter(about).findFirst();
    }

    private RunState state() {
        List<Hold> holds = holds();
        Hold last = holds.isEmpty() ? null : holds.getLast();
        String held = last == null || last.until() != null ? "" : last.kind();
        if (last != null && !held.isEmpty() && endedAt != null) {
            holds.set(holds.size() - 1, until(last, endedAt));
        }
        List<Step> steps = script.steps().stream().map(step -> step(step.id())).toList();
        return new RunState(
                status(held),
                startedAt,
                endedAt,
                endedAt == null ? null : held.isEmpty() ? "completed" : held,
                holds,
                steps,
                elements(steps),
                script.injects().stream().map(this::inject).toList(),
                script.notifications().stream().map(this::notification).toList(),
                script.stopCriteria().stream().map(this::measurement).toList(),
                script.successCriteria().stream().map(this::judgement).toList(),
                attendance(),
                notes(),
                photos(),
                List.copyOf(withdrawn));
    }

    private String status(String held) {
        if (endedAt != null) {
            return "ended";
        }
        if (startedAt == null) {
            return "not-started";
        }
        return held.isEmpty() ? "running" : held;
    }

    /** Each hold; the last one is open where it lasted to the end. */
    private List<Hold> holds() {
        List<Hold> holds = new ArrayList<>();
        for (RunEvent event : events) {
            if (!HOLDS.contains(event.kind())
                    || (endedAt != null && event.when().isAfter(endedAt))) {
                continue;
            }
            if (!holds.isEmpty() && holds.getLast().until() == null) {
                Hold open = holds.getLast();
                if (open.kind().equals(event.kind().word())) {
                    continue; // the first says since when
                }
                holds.set(holds.size() - 1, until(open, event.when()));
            }
            if (event.kind() != EventKind.RESUMED) {
                holds.add(new Hold(event.kind().word(), event.when(), null, event.by(), event.text()));
            }
        }
        return holds;
    }

    private static Hold until(Hold hold, Instant moment) {
        return new Hold(hold.kind(), hold.from(), moment, hold.by(), hold.text());
    }

    private static boolean isEnd(RunEvent event) {
        return event.kind() == EventKind.STEP_DONE
                || event.kind() == EventKind.STEP_SKIPPED
                || (event.kind() == EventKind.STEP_PROBLEM && "failed".equals(event.outcome()));
    }

    private Step step(String id) {
        List<RunEvent> about = events.stream()
                .filter(event -> event.kind().isOfStep() && id.equals(event.step()))
                .toList();
        Optional<RunEvent> start = about.stream()
                .filter(event -> event.kind() == EventKind.STEP_STARTED)
                .findFirst();
        Optional<RunEvent> end = about.stream().filter(RunFold::isEnd).findFirst();
        return new Step(
                id,
                end.map(RunFold::result).orElse(start.isPresent() ? "running" : "waiting"),
                start.map(RunEvent::when).orElse(null),
                end.map(RunEvent::when).orElse(null),
                about.stream().anyMatch(event -> event.kind() == EventKind.STEP_PROBLEM),
                about.stream()
                        .map(event -> mark(event, counts(event, start, end)))
                        .toList());
    }

    private static boolean counts(RunEvent event, Optional<RunEvent> start, Optional<RunEvent> end) {
        return isEnd(event)
                ? end.filter(event::equals).isPresent()
                : event.kind() != EventKind.STEP_STARTED
                        || start.filter(event::equals).isPresent();
    }

    private static String result(RunEvent end) {
        return switch (end.kind()) {
            case STEP_DONE -> "done";
            case STEP_SKIPPED -> "skipped";
            default -> "failed";
        };
    }

    private static RunState.Mark mark(RunEvent event, boolean counts) {
        return new RunState.Mark(event.id(), event.kind().word(), event.when(), event.by(), event.text(), counts);
    }

    private List<ElementBack> elements(List<Step> steps) {
        Map<String, List<Step>> marking = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            String element = script.steps().get(i).ends();
            if (element != null) {
                marking.computeIfAbsent(element, each -> new ArrayList<>()).add(steps.get(i));
            }
        }
        return marking.entrySet().stream()
                .map(entry -> element(entry.getKey(), entry.getValue()))
                .toList();
    }

    private ElementBack element(String element, List<Step> marking) {
        Instant back = marking.stream().allMatch(step -> step.result().equals("done"))
                ? marking.stream()
                        .map(Step::endedAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null)
                : null;
        return new ElementBack(element, back, sinceStart(back, MILLIS_PER_HOUR));
    }

    private @Nullable Double sinceStart(@Nullable Instant moment, double millisPerUnit) {
        return (moment == null || startedAt == null)
                ? null
                : Double.valueOf(Math.max(0, Duration.between(startedAt, moment).toMillis()) / millisPerUnit);
    }

    private Inject inject(RunScript.Inject planned) {
        Optional<RunEvent> delivered =
                first(EventKind.INJECT_DELIVERED, event -> planned.id().equals(event.inject()));
        Optional<RunEvent> answered =
                first(EventKind.INJECT_ANSWERED, event -> planned.id().equals(event.inject()));
        return new Inject(
                planned.id(),
                startedAt == null ? null : startedAt.plusMillis(Math.round(planned.atMinutes() * MILLIS_PER_MINUTE)),
                delivered.map(RunEvent::when).orElse(null),
                answered.map(RunEvent::when).orElse(null),
                answered.map(RunEvent::text).orElse(null),
                answered.map(RunEvent::by).orElse(null));
    }

    private Notification notification(RunScript.Notification planned) {
        Optional<RunEvent> made =
                first(EventKind.NOTIFIED, event -> planned.id().equals(event.notification()));
        Instant at = made.map(RunEvent::when).orElse(null);
        Double minutes = sinceStart(at, MILLIS_PER_MINUTE);
        Double within = planned.withinMinutes();
        return new Notification(
                planned.id(),
                at,
                minutes,
                (minutes == null || within == null) ? null : Boolean.valueOf(minutes <= within),
                made.map(RunEvent::by).orElse(null));
    }

    private Measurement measurement(RunScript.StopCriterion criterion) {
        List<Reading> readings = new ArrayList<>();
        all(EventKind.MEASURED)
                .filter(event -> criterion.id().equals(event.criterion()))
                .forEach(event -> {
                    if (event.value() != null) {
                        readings.add(
                                new Reading(event.when(), event.value(), criterion.isPast(event.value()), event.by()));
                    }
                });
        return new Measurement(
                criterion.id(), !readings.isEmpty() && readings.getLast().past(), readings);
    }

    private Judgement judgement(String criterion) {
        return all(EventKind.CRITERION_JUDGED)
                .filter(event -> criterion.equals(event.criterion()))
                .reduce((before, last) -> last)
                .map(event -> new Judgement(
                        criterion,
                        "met".equals(event.outcome()),
                        event.value(),
                        event.when(),
                        event.by(),
                        event.text()))
                .orElseGet(() -> new Judgement(criterion, null, null, null, null, null));
    }

    private List<Attendance> attendance() {
        Map<String, Attendance> present = new LinkedHashMap<>();
        all(EventKind.ARRIVED).forEach(event -> {
            if (event.person() != null) {
                present.putIfAbsent(event.person(), new Attendance(event.person(), event.when(), event.by()));
            }
        });
        return List.copyOf(present.values());
    }

    private List<Note> notes() {
        return all(EventKind.NOTE)
                .map(event -> new Note(
                        event.id(),
                        event.when(),
                        event.by(),
                        Objects.requireNonNullElse(event.text(), ""),
                        event.step()))
                .toList();
    }

    private List<Photo> photos() {
        List<Photo> photos = new ArrayList<>();
        all(EventKind.PHOTO).forEach(event -> {
            if (event.evidence() != null) {
                photos.add(
                        new Photo(event.id(), event.when(), event.by(), event.evidence(), event.text(), event.step()));
            }
        });
        return photos;
    }
}
