package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillWords;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.ScheduledDrill.Practice;
import io.holdfast.simulator.calendar.DrillPolicy;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Drill;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
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
    private final DrillPolicy policy;
    private final int year;
    private final Map<String, Scenario> scenarios;
    private final List<Cell> cells;
    private final List<Reason> tierWhy = new ArrayList<>();
    private final List<Reason> tierFlags = new ArrayList<>();
    private final Map<String, Integer> sameTypes = new HashMap<>();
    private int scenarioDrills;

    /** Drills of a subject; its cells are the scenarios that reach it, the worst first. */
    ServiceDrills(
            DrillSubject subject, DrillPolicy policy, int year, Map<String, Scenario> scenarios, List<Cell> cells) {
        this.subject = subject;
        this.policy = policy;
        this.year = year;
        this.scenarios = scenarios;
        this.cells = cells;
    }

    List<WantedDrill> list() {
        int tier = tier();
        List<List<Drill.Type>> asked = policy.stepOf(tier).drills().stream()
                .map(DrillPolicy.Asked::types)
                .toList();
        List<WantedDrill> wanted = new ArrayList<>();
        for (int index = 0; index < asked.size(); index++) {
            wanted.add(drill(tier, index, asked));
        }
        return wanted;
    }

    private int tier() {
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

    private WantedDrill drill(int tier, int index, List<List<Drill.Type>> asked) {
        List<Reason> why = new ArrayList<>(
                List.of(Reason.of("tier-asks", "tier", String.valueOf(tier), "count", String.valueOf(asked.size()))));
        why.addAll(tierWhy);
        List<Drill.Type> types = possible(asked.get(index), why);
        Practice practice = practice(types, why);
        Scenario scenario = practice == null ? null : scenarios.get(practice.scenario());
        SortedSet<String> teams = subject.teams(types, scenario);
        DrillTimes times = DrillTimes.of(types, practice);
        boolean announced = isAnnounced(tier, types, why);
        return new WantedDrill(
                uid(types),
                subject.id().value(),
                tier,
                index,
                asked.size(),
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
                        .orElse(null));
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

    private String uid(List<Drill.Type> types) {
        String words = String.join("+", DrillWords.words(types));
        int number = sameTypes.merge(words, 1, Integer::sum);
        return year + "." + subject.id() + "." + words + "." + number + "@holdfast";
    }
}
