package io.holdfast.service.drill.internal;

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
 * @param index which of the service's drills it is, from 0, in the order of difficulty
 * @param count how many drills the service has in the year
 * @param types one or several types
 * @param announced whether participants know the date
 * @param start when it begins
 * @param minutes how long it is planned to last
 * @param practice the scenario that it practises, or null
 * @param teams who takes part
 * @param why rules that asked for it
 * @param flags what to look at, apart from its month
 * @param writtenDrill the drill of the model with its steps, or null
 */
record WantedDrill(
        String uid,
        String service,
        int tier,
        int index,
        int count,
        List<Drill.Type> types,
        boolean announced,
        LocalTime start,
        int minutes,
        @Nullable Practice practice,
        SortedSet<String> teams,
        List<Reason> why,
        List<Reason> flags,
        @Nullable String writtenDrill) {

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

    ScheduledDrill on(LocalDate date, List<Reason> dayWhy, List<Reason> moreFlags) {
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
                0);
    }

    UnplacedDrill unplaced(Reason obstacle) {
        return new UnplacedDrill(uid, service, tier, types, List.of(obstacle));
    }
}
