package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.ResponseTable;
import io.holdfast.simulator.sampling.ShiftedDraws;
import java.util.Arrays;

/**
 * People who cannot come after an incident, until they can: of each team those that its scenario keeps away, at most who is not
 * kept away already, back at the end of the hazard or when the rest of the team has come, whichever is later. Nobody is
 * taken from work that has begun. Hot: few incidents keep people away.
 */
final class Absences {

    private static final int RETURN = 11;

    private final TrialState s;
    private final Crews crews;
    private final int[] away;
    private int[] team = new int[8];
    private int[] people = new int[8];
    private int count;

    Absences(TrialState state, Crews crews) {
        s = state;
        this.crews = crews;
        away = new int[state.model.response().teams()];
    }

    void reset() {
        Arrays.fill(away, 0);
        count = 0;
    }

    /** Keeps away whom an incident keeps away. */
    void begin(Incident incident, ShiftedDraws draws) {
        ResponseTable response = incident.response;
        for (int t = 0; t < away.length; t++) {
            int missing = response.size(t) - response.present(t, draws);
            int taken = Math.min(missing, response.size(t) - away[t]);
            if (taken > 0) {
                long there = response.decision(draws) + response.mobilise(t, response.isOffHours(draws), draws);
                long until = Math.max(response.lasts(draws), there);
                if (until > 0) {
                    keepAway(t, taken, s.now + until);
                }
            }
        }
    }

    private void keepAway(int t, int taken, long until) {
        if (count == team.length) {
            team = Arrays.copyOf(team, 2 * count);
            people = Arrays.copyOf(people, 2 * count);
        }
        team[count] = t;
        people[count] = taken;
        away[t] += taken;
        crews.withdraw(t, taken);
        s.events.push(until, EventLoop.code(RETURN, count++));
    }

    /** Lets those of an absence come. */
    void end(int absence) {
        away[team[absence]] -= people[absence];
        crews.comeBack(team[absence], people[absence]);
    }
}
