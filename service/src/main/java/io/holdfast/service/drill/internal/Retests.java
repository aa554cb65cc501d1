package io.holdfast.service.drill.internal;

import io.holdfast.service.approval.ChangedLine;
import io.holdfast.service.change.Baseline;
import io.holdfast.service.change.Change;
import io.holdfast.service.change.Changes;
import io.holdfast.service.change.EntryDifference;
import io.holdfast.service.change.Execution;
import io.holdfast.service.change.Impact;
import io.holdfast.service.change.Outcome;
import io.holdfast.service.change.Risk;
import io.holdfast.service.change.Stage;
import io.holdfast.service.change.Submitted;
import io.holdfast.service.drill.DrillRules;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.Retest;
import io.holdfast.service.drill.RetestWishes;
import io.holdfast.service.drill.ScheduledStates.Held;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.ElementType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which services must be tested again (row B18): after a change with enough risk that was approved and carried out, the services
 * that hang on what it touched; after a difference of the graph from the newest baseline that somebody took, the services that run
 * on what has other needs, recovery or places now; after a drill whose approved report names a day by which it is held again. One
 * that was drilled since, not on paper alone, is done.
 */
public final class Retests {

    /** Where an entry must differ for the graph to be another one. */
    private static final Set<String> MATTERS = Set.of("needs", "recovery", "site", "zone", "capacity");

    /** Within how many days of a year what was due before it is drilled, where the rules ask for no retests of changes. */
    private static final int LEAST_DAYS = 90;

    private static final Set<String> SECTIONS = Set.of("assets", "services", "processes");

    private final ContinuityModel model;
    private final DrillRules rules;
    private final List<Held> held;
    private final ZoneId zone;
    private final Map<String, Integer> tiers;

    /** Retests by the rules of an organisation. Cost: what every service runs on is followed once. */
    public Retests(ContinuityModel model, DrillRules rules, List<Held> held, ZoneId zone) {
        this.model = model;
        this.rules = rules;
        this.held = List.copyOf(held);
        this.zone = zone;
        tiers = model.elements().stream()
                .filter(element -> element.type() == ElementType.SERVICE)
                .collect(Collectors.toMap(element -> element.id().value(), this::tier));
    }

    private int tier(Element service) {
        Integer own = service.tier();
        return own == null ? rules.policy().lowestTier() : own;
    }

    /** Those that changes ask for. */
    public List<Retest> ofChanges(List<Changes.Standing> changes) {
        List<Retest> retests = new ArrayList<>();
        for (Changes.Standing standing : changes) {
            Change change = standing.change();
            Execution done = done(standing.stage());
            Submitted submitted = change.submitted();
            if (done != null && submitted != null && isMajor(change.proposal().risk())) {
                LocalDate from = done.endedAt().toLocalDate();
                for (String service :
                        services(submitted.impact(), change.proposal().elements())) {
                    Reason why = Reason.of(
                            "retest-change",
                            "number",
                            String.valueOf(change.id()),
                            "title",
                            change.proposal().title(),
                            "date",
                            from.toString());
                    add(retests, "change-" + change.id(), service, why, from);
                }
            }
        }
        return retests;
    }

    /** How it was carried out, where somebody has agreed to it and it holds; else null. */
    private static @Nullable Execution done(Stage stage) {
        Execution execution = switch (stage) {
            case Stage.CarriedOut done -> done.agreement() == Stage.Agreement.GIVEN ? done.execution() : null;
            case Stage.Closed closed -> closed.execution();
            case Stage.Draft ignored -> null;
            case Stage.Waiting ignored -> null;
            case Stage.Approved ignored -> null;
            case Stage.Rejected ignored -> null;
            case Stage.Cancelled ignored -> null;
        };
        return execution == null || execution.outcome() == Outcome.BACKED_OUT ? null : execution;
    }

    private boolean isMajor(Risk risk) {
        return risk == Risk.HIGH
                || (risk == Risk.MEDIUM && rules.retestFromRisk().equals("medium"));
    }

    private Set<String> services(Impact impact, List<String> touched) {
        Set<String> services = new LinkedHashSet<>();
        impact.lost().stream()
                .map(Impact.Reached::id)
                .filter(tiers::containsKey)
                .forEach(services::add);
        touched.stream().filter(tiers::containsKey).forEach(services::add);
        if (services.isEmpty()) {
            impact.weakened().stream()
                    .map(Impact.Reached::id)
                    .filter(tiers::containsKey)
                    .forEach(services::add);
        }
        return services;
    }

    /** Those that a difference from a baseline asks for. */
    public List<Retest> ofDifference(Baseline baseline, List<EntryDifference> differences) {
        Set<String> changed = differences.stream()
                .filter(Retests::matters)
                .map(EntryDifference::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        LocalDate from = baseline.takenAt().atZone(zone).toLocalDate();
        List<Retest> retests = new ArrayList<>();
        for (DrillSubject subject : changed.isEmpty() ? List.<DrillSubject>of() : DrillSubject.listOf(model)) {
            List<String> own =
                    subject.elements().stream().filter(changed::contains).toList();
            if (!own.isEmpty()) {
                Reason why = Reason.of(
                        "retest-difference",
                        "element",
                        own.getFirst(),
                        "count",
                        String.valueOf(own.size()),
                        "baseline",
                        baseline.name(),
                        "date",
                        from.toString());
                add(retests, "baseline-" + baseline.id(), subject.id().value(), why, from);
            }
        }
        return retests;
    }

    /** Those that reports of drills ask for: of each service that was drilled, or that runs on what was. */
    public List<Retest> ofWishes(List<RetestWishes.Wish> wishes) {
        List<Retest> retests = new ArrayList<>();
        List<DrillSubject> subjects = wishes.isEmpty() ? List.of() : DrillSubject.listOf(model);
        for (RetestWishes.Wish wish : wishes) {
            Set<String> services = new LinkedHashSet<>(wish.scope());
            services.retainAll(tiers.keySet());
            if (services.isEmpty()) {
                subjects.stream()
                        .filter(subject -> subject.elements().stream().anyMatch(wish.scope()::contains))
                        .forEach(subject -> services.add(subject.id().value()));
            }
            LocalDate from = wish.heldOn().plusDays(1);
            if (isHeldAgain(wish, from)) {
                continue;
            }
            Reason why = Reason.of(
                    "retest-report",
                    "number",
                    wish.number(),
                    "title",
                    wish.title(),
                    "date",
                    wish.by().toString());
            services.forEach(service -> add(retests, wish.cause(), service, why, from, wish.by()));
        }
        return retests;
    }

    /** Whether all that the drill had in its scope was drilled since, on more than paper. */
    private boolean isHeldAgain(RetestWishes.Wish wish, LocalDate from) {
        return !wish.scope().isEmpty()
                && wish.scope().stream()
                        .allMatch(element ->
                                held.stream().anyMatch(each -> each.element().equals(element) && counts(each, from)));
    }

    private static boolean counts(Held held, LocalDate from) {
        return !held.on().isBefore(from) && !held.types().equals(List.of("desktop"));
    }

    private static boolean matters(EntryDifference difference) {
        if (!SECTIONS.contains(difference.section())) {
            return false;
        }
        return switch (difference.kind()) {
            case ADDED -> true;
            case REMOVED -> false; // whoever needed it needs something else now, and is listed itself
            case CHANGED ->
                difference.lines().stream()
                        .map(ChangedLine::path)
                        .anyMatch(path -> !path.isEmpty()
                                && MATTERS.contains(path.getFirst().text()));
        };
    }

    private void add(List<Retest> retests, String cause, String service, Reason why, LocalDate from) {
        add(retests, cause, service, why, from, from.plusDays(rules.retestDays()));
    }

    private void add(List<Retest> retests, String cause, String service, Reason why, LocalDate from, LocalDate by) {
        boolean drilled = held.stream().anyMatch(each -> each.element().equals(service) && counts(each, from));
        Integer tier = tiers.get(service);
        if (!drilled && tier != null) {
            retests.add(new Retest(cause, service, tier, why, from, by));
        }
    }

    /** Those that fall due in a year, cut to it; one that was due before is due within as many days of the year. */
    public static List<Retest> inYear(List<Retest> retests, int year, int days) {
        int span = days == 0 ? LEAST_DAYS : days;
        LocalDate first = LocalDate.of(year, 1, 1);
        List<Retest> inYear = new ArrayList<>();
        for (Retest each : retests) {
            if (each.by().getYear() <= year && each.from().getYear() <= year) {
                LocalDate from = each.from().isBefore(first) ? first : each.from();
                LocalDate by = each.by().isBefore(first) ? first.plusDays(span) : each.by();
                inYear.add(new Retest(each.cause(), each.service(), each.tier(), each.why(), from, by));
            }
        }
        return inYear;
    }
}
