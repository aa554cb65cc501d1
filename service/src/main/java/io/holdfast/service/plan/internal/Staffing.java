package io.holdfast.service.plan.internal;

import io.holdfast.service.plan.ContinuityPlan.TeamNeed;
import io.holdfast.service.plan.Crew;
import io.holdfast.service.plan.Step;
import io.holdfast.simulator.model.Team;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many people and means a phase needs at once. */
final class Staffing {

    /** A step counts towards a peak from this share of trials on. */
    static final double USUAL = 0.5;

    private final Words words;
    private final List<Team> teams;
    private final double staff;

    Staffing(Words words, List<Team> teams, double staff) {
        this.words = words;
        this.teams = teams;
        this.staff = staff;
    }

    /** The needs of a phase, team by team in the model's order; teams that no step takes are left out. */
    List<TeamNeed> of(String phase, List<Step> steps) {
        List<TeamNeed> needs = new ArrayList<>();
        for (Team team : teams) {
            List<Step> taking =
                    steps.stream().filter(step -> crewOf(step, team) > 0).toList();
            if (!taking.isEmpty()) {
                needs.add(need(phase, team, taking));
            }
        }
        return needs;
    }

    private TeamNeed need(String phase, Team team, List<Step> taking) {
        List<Step> usual =
                taking.stream().filter(step -> step.used().estimate() >= USUAL).toList();
        int peak = taking.stream().mapToInt(step -> crewOf(step, team)).max().orElse(0);
        @Nullable Double at = null;
        List<Step> together = List.of();
        if (!usual.isEmpty()) {
            peak = 0;
        }
        for (Step moment : usual) {
            double start = orEndless(moment.start().p50());
            List<Step> running =
                    usual.stream().filter(step -> covers(step, start)).toList();
            int people = running.stream().mapToInt(step -> crewOf(step, team)).sum();
            if (people > peak) {
                peak = people;
                at = moment.start().p50();
                together = running;
            }
        }
        int available = team.people() ? (int) Math.round(team.size() * staff) : team.size();
        return new TeamNeed(
                phase,
                words.named(team.id()),
                team.people(),
                team.size(),
                available,
                peak,
                at,
                together.stream().map(Step::number).toList(),
                taking.stream().map(Step::number).toList(),
                peak > available);
    }

    /** Whether a step is being worked at an hour, from its P50 start to its P50 end; one of no length at its start. */
    private static boolean covers(Step step, double hour) {
        double start = orEndless(step.start().p50());
        return start <= hour && (hour < orEndless(step.done().p50()) || hour == start);
    }

    private static double orEndless(@Nullable Double hours) {
        return hours == null ? Double.POSITIVE_INFINITY : hours;
    }

    private static int crewOf(Step step, Team team) {
        return step.crew().stream()
                .filter(crew -> crew.team().id().equals(team.id().value()))
                .mapToInt(Crew::count)
                .sum();
    }
}
