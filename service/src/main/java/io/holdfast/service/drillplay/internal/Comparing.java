package io.holdfast.service.drillplay.internal;

import io.holdfast.service.drillplay.Comparison;
import io.holdfast.service.drillplay.Play;
import io.holdfast.simulator.model.Objectives;
import io.holdfast.simulator.play.Decision;
import io.holdfast.simulator.play.PlayedTrial;
import io.holdfast.simulator.play.Recovered;
import java.util.ArrayList;
import java.util.List;

/** Holds what came of a play against the same day without decisions, and against a lucky and an unlucky one. */
public final class Comparing {

    private Comparing() {}

    /** The comparison, should nothing more be decided. */
    public static Comparison of(PlayedTrial trial, Play play, List<Decision> decisions) {
        List<Recovered> played = trial.outcome(play.seed(), play.trial(), decisions);
        List<Recovered> plain = trial.outcome(play.seed(), play.trial(), List.of());
        List<Recovered> lucky = trial.outcome(play.seed(), play.luckyTrial(), List.of());
        List<Recovered> unlucky = trial.outcome(play.seed(), play.unluckyTrial(), List.of());
        List<Comparison.Row> rows = new ArrayList<>();
        for (int i = 0; i < played.size(); i++) {
            Objectives goals = trial.objectives(played.get(i).id());
            rows.add(new Comparison.Row(
                    played.get(i).id().value(),
                    goals.rtoHours(),
                    goals.mtpdHours(),
                    goals.wrtHours(),
                    goals.rpoHours(),
                    way(played.get(i)),
                    way(plain.get(i)),
                    way(lucky.get(i)),
                    way(unlucky.get(i))));
        }
        return new Comparison(rows);
    }

    private static Comparison.Way way(Recovered recovered) {
        return new Comparison.Way(recovered.disrupted(), recovered.recoveryHours(), recovered.dataLossHours());
    }
}
