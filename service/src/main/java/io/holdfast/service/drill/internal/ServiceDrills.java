package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillKind;
import io.holdfast.service.drill.DrillScope;
import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.Retest;
import io.holdfast.service.drill.ScheduledDrill.Practice;
import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The drills that the policy asks for one service in a year, with their reasons. Not for use by several threads. */
final class ServiceDrills {

    private static final Set<DownState> DATA_GONE = EnumSet.of(DownState.DESTROYED, DownState.CORRUPTED);

    private final DrillSubject subject;
    private final YearInputs inputs;
    private final DrillPolicy policy;
    private final int year;
    private final Map<String, Scenario> scenarios;
    private final List<Cell> cells;
    private final List<Reason> tierWhy = new ArrayList<>();
    private final List<Reason> tierFlags = new ArrayList<>();
    private final Map<String, Integer> sameTypes = new HashMap<>();
    private int scenarioDrills;

    /** Drills of a subject; its cells are the scenarios that reach it, the worst first. */
    ServiceDrills(DrillSubject subject, YearInputs inputs, Map<String, Scenario> scenarios, List<Cell> cells) {
        this.subject = subject;
        this.inputs = inputs;
        policy = inputs.rules().policy();
        year = inputs.year();
        this.scenarios = scenarios;
        this.cells = cells;
    }

    List<WantedDrill> list() {
        int tier = tier();
        List<List<Drill.Type>> asked = policy.stepOf(tier).drills().stream()
                .filter(each -> each.isDue(year, lastHeld(each.types())))
                .map(DrillPolicy.Asked::types)
                .toList();
        List<WantedDrill> wanted = new ArrayList<>();
        for (int index = 0; index < asked.size(); index++) {
            List<Reason> why = new ArrayList<>(List.of(
                    Reason.of("tier-asks", "tier", String.valueOf(tier), "count", String.valueOf(asked.size()))));
            double best = (index + Phase.of(subject.id().value())) / asked.size();
            wanted.add(drill(DrillKind.TIER, tier, asked.get(index), why, WantedDrill.Place.at(best)));
        }
        return wanted;
    }

    /** The last year before this one in which it was drilled as all of these types, or null. */
    private @Nullable Integer lastHeld(List<Drill.Type> types) {
        return inputs.held().stream()
                .filter(held -> held.element().equals(subject.id().value())
                        && held.on().getYear() < year
                        && held.types().containsAll(DrillWords.words(types)))
                .map(held -> held.on().getYear())
                .max(Integer::compare)
                .orElse(null);
    }

    /** A drill that tests again what has changed, unless another one does so in time. */
    WantedDrill retest(Retest retest, LocalDate from, LocalDate by) {
        Drill.Type type = subject.hasCopies() ? Drill.Type.DATA_RECOVERY : Drill.Type.SCENARIO;
        // its own place lies before its first day, so that it is never there for nothing
        double best = Math.max(0, from.getDayOfYear() - 2) / (double) from.lengthOfYear();
        WantedDrill.Place place = new WantedDrill.Place(false, best, from, by, List.of(), List.of());
        return drill(DrillKind.RETEST, retest.tier(), List.of(type), new ArrayList<>(List.of(retest.why())), place);
    }

    /** One drill of each type that it can have and that nobody asks for in this year. */
    List<WantedDrill> extras(List<WantedDrill> asked) {
        Set<Drill.Type> there = EnumSet.noneOf(Drill.Type.class);
        asked.forEach(drill -> there.addAll(drill.types()));
        List<WantedDrill> extras = new ArrayList<>();
        for (Drill.Type type : Drill.Type.values()) {
            if (!there.contains(type)
                    && possible(List.of(type), new ArrayList<>()).equals(List.of(type))) {
                double best = (Phase.of(subject.id().value()) + 0.5) % 1;
                WantedDrill.Place place = new WantedDrill.Place(false, best, null, null, List.of(), List.of());
                extras.add(drill(
                        DrillKind.EXTRA, tier(), List.of(type), new ArrayList<>(List.of(Reason.of("teaches"))), place));
            }
        }
        return extras;
    }

    private int tier() {
        tierWhy.clear();
        tierFlags.clear();
        Integer own = subject.ownTier();
        if (own != null) {
            return own;
        }
        Optional<Element> process = subject.findMostCriticalProcess();
        Integer taken = process.map(Element::tier).orElse(null);
        if (process.isPresent() && taken != null) {
            tierWhy.add(
                    Reason.of("tier-of-process", "process", process.get().id().value()));
            return taken;
        }
        tierFlags.add(Reason.of("no-tier", "tier", String.valueOf(policy.lowestTier())));
        return policy.lowestTier();
    }

    private WantedDrill drill(
            DrillKind kind, int tier, List<Drill.Type> asked, List<Reason> why, WantedDrill.Place place) {
        if (kind == DrillKind.TIER) {
            why.addAll(tierWhy);
        }
        List<Drill.Type> types = possible(asked, why);
        Practice practice = practice(types, why);
        Scenario scenario = practice == null ? null : scenarios.get(practice.scenario());
        SortedSet<String> teams = subject.teams(types, scenario);
        DrillTimes times = DrillTimes.of(types, practice);
        boolean announced = kind != DrillKind.TIER || isAnnounced(tier, types, why);
        boolean live = types.contains(Drill.Type.LIVE_FAILOVER);
        List<String> covers = types.equals(List.of(Drill.Type.DESKTOP))
                ? List.of()
                : List.of(subject.id().value());
        return new WantedDrill(
                uid(kind, types),
                subject.id().value(),
                tier,
                types,
                announced,
                times.start(),
                times.minutes(),
                practice,
                teams,
                why,
                flags(times, teams),
                types.stream()
                        .flatMap(type -> subject.findWritten(type).stream())
                        .findFirst()
                        .map(Id::value)
                        .orElse(null),
                new DrillScope(
                        kind,
                        List.of(subject.id().value()),
                        subject.peopleHours(teams, times.minutes()),
                        live ? times.minutes() / 60.0 : 0,
                        null),
                place.touching(live ? subject.sitesOfFailover() : List.of(), covers));
    }

    /** The types as far as the service can have them; what it cannot have is replaced by what comes next. */
    private List<Drill.Type> possible(List<Drill.Type> asked, List<Reason> why) {
        EnumSet<Drill.Type> types = EnumSet.copyOf(asked);
        if (types.contains(Drill.Type.DATA_RECOVERY) && !subject.hasCopies()) {
            types.remove(Drill.Type.DATA_RECOVERY);
            why.add(Reason.of(types.isEmpty() ? "no-copies" : "no-copies-left-out"));
        }
        if (types.remove(Drill.Type.LIVE_FAILOVER)) {
            if (subject.hasFailover()) {
                types.add(Drill.Type.LIVE_FAILOVER);
            } else {
                why.add(Reason.of("no-failover"));
            }
        }
        if (types.isEmpty()) {
            types.add(Drill.Type.SCENARIO);
        }
        if (types.contains(Drill.Type.SCENARIO) && cells.isEmpty()) {
            types.remove(Drill.Type.SCENARIO);
            types.add(Drill.Type.DESKTOP);
            why.add(Reason.of("no-scenario"));
        }
        return List.copyOf(types);
    }

    private @Nullable Practice practice(List<Drill.Type> types, List<Reason> why) {
        Optional<Cell> cell = cells.stream()
                .filter(each -> fits(types, scenarios.get(each.scenario())))
                .skip(types.contains(Drill.Type.SCENARIO) ? scenarioDrills++ : 0)
                .findFirst()
                .or(() -> cells.stream().findFirst());
        cell.ifPresent(found -> why.add(Reason.of(
                found.run() == null ? "most-frequent-scenario" : "worst-scenario", "scenario", found.scenario())));
        return cell.map(found -> new Practice(found.scenario(), found.run(), found.p50Hours(), found.p95Hours()))
                .orElse(null);
    }

    /** Data recovery practises a loss of data; a switch-over practises what it is an answer to. */
    private boolean fits(List<Drill.Type> types, @Nullable Scenario scenario) {
        if (scenario == null) {
            return false;
        }
        Predicate<Set<DownState>> leftIn = states -> subject.isLeftIn(scenario, states);
        return (!types.contains(Drill.Type.DATA_RECOVERY) || leftIn.test(DATA_GONE))
                && (!types.contains(Drill.Type.LIVE_FAILOVER) || !leftIn.test(EnumSet.of(DownState.CORRUPTED)));
    }

    /** In tier 1 the desktop and the scenario drill take turns, year by year, in being unannounced. */
    private boolean isAnnounced(int tier, List<Drill.Type> types, List<Reason> why) {
        boolean desktopsTurn = (year + (Phase.of(subject.id().value()) < 0.5 ? 0 : 1)) % 2 == 0;
        Drill.Type turn = desktopsTurn ? Drill.Type.DESKTOP : Drill.Type.SCENARIO;
        boolean unannounced = tier == 1 && types.equals(List.of(turn));
        if (unannounced) {
            why.add(Reason.of("unannounced-by-turn"));
        }
        return !unannounced;
    }

    private List<Reason> flags(DrillTimes times, SortedSet<String> teams) {
        List<Reason> flags = new ArrayList<>(tierFlags);
        if (times.exceeds()) {
            flags.add(Reason.of("longer-than-window", "minutes", String.valueOf(times.windowMinutes())));
        }
        if (teams.isEmpty()) {
            flags.add(Reason.of("no-team"));
        }
        return flags;
    }

    private String uid(DrillKind kind, List<Drill.Type> types) {
        String words = String.join("+", DrillWords.words(types));
        String named = kind == DrillKind.TIER ? words : kind.word() + "." + words;
        int number = sameTypes.merge(named, 1, Integer::sum);
        return year + "." + subject.id() + "." + named + "." + number + "@holdfast";
    }
}
