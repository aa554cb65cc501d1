package io.holdfast.service.drill.internal;

import io.holdfast.service.drill.DrillKind;
import io.holdfast.service.drill.DrillPin;
import io.holdfast.service.drill.DrillScope;
import io.holdfast.service.drill.LearningWorth;
import io.holdfast.service.drill.Reason;
import io.holdfast.service.drill.ScheduledDrill;
import io.holdfast.service.drill.ScheduledDrill.Practice;
import io.holdfast.service.drill.UnplacedDrill;
import io.holdfast.simulator.model.Drill;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A drill that waits for its day.
 *
 * @param uid stable name
 * @param service what is drilled
 * @param tier the importance that asks for it
 * @param types one or several types
 * @param announced whether participants know the date
 * @param start when it begins
 * @param minutes how long it is planned to last
 * @param practice the scenario that it practises, or null
 * @param teams who takes part
 * @param why rules that asked for it
 * @param flags what to look at, apart from its month
 * @param writtenDrill the drill of the model with its steps, or null
 * @param scope what it is about and takes
 * @param place where in the year it lies
 */
record WantedDrill(
        String uid,
        String service,
        int tier,
        List<Drill.Type> types,
        boolean announced,
        LocalTime start,
        int minutes,
        @Nullable Practice practice,
        SortedSet<String> teams,
        List<Reason> why,
        List<Reason> flags,
        @Nullable String writtenDrill,
        DrillScope scope,
        Place place) {

    /**
     * Where in the year a drill lies.
     *
     * @param mandatory whether it must take place
     * @param best its own place as a share of the year, from 0 to 1
     * @param earliest the first day, or null
     * @param latest the last day, or null
     * @param sites where production is touched; no two such drills at one place at the same time
     * @param covers what it covers of what must be tested again
     */
    record Place(
            boolean mandatory,
            double best,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            List<String> sites,
            List<String> covers) {
        static Place at(double best) {
            return new Place(true, best, null, null, List.of(), List.of());
        }

        Place touching(List<String> places, List<String> covered) {
            return new Place(mandatory, best, earliest, latest, places, covered);
        }
    }

    boolean isLive() {
        return types.contains(Drill.Type.LIVE_FAILOVER);
    }

    boolean isDesktop() {
        return types.contains(Drill.Type.DESKTOP);
    }

    /** Whom it occupies for the day: its teams, and the service itself. */
    List<String> parties() {
        List<String> parties = new ArrayList<>(teams);
        parties.add("service " + service);
        return parties;
    }

    /** What is asked about its worth. */
    LearningWorth.Asked asked() {
        return new LearningWorth.Asked(
                uid, scope.elements(), types, practice == null ? null : practice.scenario(), writtenDrill);
    }

    /** The same with what it is expected to teach. */
    WantedDrill worth(LearningWorth.@Nullable Worth worth) {
        return copy(
                start, new DrillScope(scope.kind(), scope.elements(), scope.peopleHours(), scope.liveHours(), worth));
    }

    /** The same beginning at another time. */
    WantedDrill from(LocalTime begin) {
        return copy(begin, scope);
    }

    private WantedDrill copy(LocalTime begin, DrillScope about) {
        return new WantedDrill(
                uid,
                service,
                tier,
                types,
                announced,
                begin,
                minutes,
                practice,
                teams,
                why,
                flags,
                writtenDrill,
                about,
                place);
    }

    boolean isOf(DrillKind kind) {
        return scope.kind() == kind;
    }

    ScheduledDrill on(LocalDate date, List<Reason> dayWhy, List<Reason> moreFlags, @Nullable DrillPin pin) {
        return new ScheduledDrill(
                uid,
                service,
                tier,
                types,
                date,
                start,
                minutes,
                announced,
                practice,
                List.copyOf(teams),
                Stream.concat(why.stream(), dayWhy.stream()).toList(),
                Stream.concat(moreFlags.stream(), flags.stream()).toList(),
                writtenDrill,
                0,
                scope,
                pin,
                null);
    }

    UnplacedDrill unplaced(Reason obstacle) {
        return new UnplacedDrill(uid, service, tier, types, List.of(obstacle));
    }
}
