package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.RecoveryMethod;
import io.holdfast.simulator.model.Scenario;
import io.holdfast.simulator.model.Team;
import java.util.HashMap;
import java.util.Map;

/** When people are ready. */
final class Response {

    private long decision;
    private final Map<Id, Long> there = new HashMap<>();
    private final ContinuityModel model;
    private final Scenario scenario;
    private final Luck luck;

    Response(ContinuityModel model, Scenario scenario, Luck luck) {
        this.model = model;
        this.scenario = scenario;
        this.luck = luck;
        declare(luck.detect(scenario) + luck.declare(scenario));
    }

    /** The recovery is declared at this moment. */
    void declare(long moment) {
        decision = moment;
        boolean offHours = luck.isOffHours(scenario);
        for (Team team : model.teams()) {
            there.put(team.id(), team.people() ? decision + luck.mobilise(team, offHours) : 0);
        }
    }

    /** When all of a team could be there. */
    long thereFor(Team team) {
        return Math.max(decision, there.getOrDefault(team.id(), 0L));
    }

    long ready(RecoveryMethod method) {
        if (method.automatic()) {
            return 0;
        }
        long latest = decision;
        for (Id team : method.crew().keySet()) {
            latest = Math.max(latest, there.getOrDefault(team, 0L));
        }
        return latest;
    }
}
