package io.holdfast.simulator.compile;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.AddressBook;
import io.holdfast.simulator.sampling.Draws;
import io.holdfast.simulator.sampling.Purpose;
import io.holdfast.simulator.sampling.Sampler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times of a scenario's response and hazard, and of the teams' mobilisation. Times are in ticks. */
public final class ResponseTable {

    /** Hours of a week outside office hours, as a share. */
    public static final double OFF_HOURS_SHARE = 128.0 / 168;

    private final Scenario scenario;
    private final Instant instant;
    private final @Nullable Sampler detect;
    private final @Nullable Sampler declare;
    private final @Nullable Sampler lasts;
    private final @Nullable Sampler dwell;
    private final @Nullable Sampler[] mobilise;
    private final @Nullable Sampler[] mobiliseOffHours;
    private final long[] mobiliseKey;
    private final long[] staffKey;
    private final int[] size;
    private final boolean[] people;
    private final long offHoursKey = AddressBook.key("", Purpose.OFF_HOURS);
    private final long detectKey = AddressBook.key("", Purpose.DETECT);
    private final long declareKey = AddressBook.key("", Purpose.DECLARE);
    private final long lastsKey = AddressBook.key("", Purpose.LASTS);
    private final long dwellKey = AddressBook.key("", Purpose.DWELL);

    ResponseTable(ContinuityModel model, Scenario scenario, Instant instant) {
        this.scenario = scenario;
        this.instant = instant;
        detect = instant.response() ? null : sampler(scenario.detect());
        declare = instant.response() ? null : sampler(scenario.declare());
        lasts = sampler(scenario.lasts());
        dwell = sampler(scenario.dwell());
        List<Team> teams = model.teams();
        mobilise = new Sampler[teams.size()];
        mobiliseOffHours = new Sampler[teams.size()];
        mobiliseKey = new long[teams.size()];
        staffKey = new long[teams.size()];
        size = teams.stream().mapToInt(Team::size).toArray();
        people = new boolean[teams.size()];
        for (int t = 0; t < teams.size(); t++) {
            Team team = teams.get(t);
            mobilise[t] = instant.response() ? null : sampler(team.mobilise());
            mobiliseOffHours[t] = instant.response() || team.mobiliseOffHours() == null
                    ? mobilise[t]
                    : sampler(team.mobiliseOffHours());
            people[t] = team.people();
            staffKey[t] = AddressBook.key("team " + team.id(), Purpose.STAFF);
            mobiliseKey[t] = AddressBook.key("team " + team.id(), Purpose.MOBILISE);
        }
    }

    /** How many teams there are. */
    public int teams() {
        return mobiliseKey.length;
    }

    /** Ticks from the event until somebody has noticed it. */
    public long detected(Draws draws) {
        return ticks(detect, detectKey, draws);
    }

    /** D: ticks from the event to the decision. */
    public long decision(Draws draws) {
        return ticks(detect, detectKey, draws) + ticks(declare, declareKey, draws);
    }

    /** Whether the event falls outside office hours. */
    public boolean isOffHours(Draws draws) {
        return switch (scenario.when()) {
            case OFFICE -> false;
            case OFF -> true;
            case ANY -> draws.uniform(offHoursKey, 0) < OFF_HOURS_SHARE;
        };
    }

    /** Ticks from the decision until a team is there. */
    public long mobilise(int team, boolean offHours, Draws draws) {
        return ticks(offHours ? mobiliseOffHours[team] : mobilise[team], mobiliseKey[team], draws);
    }

    /** How many a team has. */
    public int size(int team) {
        return team == instant.team() ? Integer.MAX_VALUE / 2 : size[team];
    }

    /** How many of a team can come at once: of people each with the chance that the scenario says, of means all. */
    public int present(int team, Draws draws) {
        double chance = scenario.staff();
        if (!people[team] || chance >= 1 || team == instant.team()) {
            return size(team);
        }
        return binomial(size[team], chance, draws.uniform(staffKey[team], 0));
    }

    /** The quantile of a binomial distribution. */
    private static int binomial(int n, double chance, double uniform) {
        double term = StrictMath.pow(1 - chance, n);
        double sum = term;
        int k = 0;
        while (k < n && uniform > sum) {
            term *= (n - k) / (k + 1.0) * chance / (1 - chance);
            sum += term;
            k++;
        }
        return k;
    }

    /** When the hazard ends; 0 without one. */
    public long lasts(Draws draws) {
        return ticks(lasts, lastsKey, draws);
    }

    /** How long before the event data were wrong; 0 where nothing is said. */
    public long dwell(Draws draws) {
        return ticks(dwell, dwellKey, draws);
    }

    private static long ticks(@Nullable Sampler sampler, long key, Draws draws) {
        return sampler == null ? 0 : sampler.ticks(draws.uniform(key, 0));
    }

    private static @Nullable Sampler sampler(@Nullable UncertainHours hours) {
        return hours == null ? null : Sampler.of(hours.distribution());
    }
}
