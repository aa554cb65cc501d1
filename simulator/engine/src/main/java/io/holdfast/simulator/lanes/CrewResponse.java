package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.ResponseTable;
import io.holdfast.simulator.sampling.KeyedDraws;
import java.util.Arrays;

/** Decision, teams and hazard of one trial, in seconds, and who was asked for. Hot. One instance a thread. */
final class CrewResponse {

    private final LaneProgram program;
    private final ResponseTable table;
    private final int[] mobilised;
    private final int[] ready;
    private final boolean[] asked;
    private int decision;
    private int unasked;

    CrewResponse(LaneProgram program) {
        this.program = program;
        table = program.model().response();
        mobilised = new int[table.teams()];
        ready = new int[program.groups().size()];
        asked = new boolean[ready.length];
    }

    /** Turns to a trial, to which the draws are set. */
    void start(KeyedDraws draws) {
        Arrays.fill(asked, false);
        unasked = asked.length;
        if (ready.length == 0) {
            return;
        }
        decision = LaneBlock.seconds(table.decision(draws));
        boolean offHours = table.isOffHours(draws);
        for (int team = 0; team < mobilised.length; team++) {
            mobilised[team] = LaneBlock.seconds(table.mobilise(team, offHours, draws));
        }
        for (int group = 0; group < ready.length; group++) {
            int longest = 0;
            for (int team : program.groups().get(group)) {
                longest = Math.max(longest, mobilised[team]);
            }
            ready[group] = Math.min(decision + longest, Lane.NEVER);
        }
    }

    int hazardEnd(KeyedDraws draws) {
        return LaneBlock.seconds(table.lasts(draws));
    }

    /** When the people of a group are there, who are asked for now. */
    int ask(int group) {
        if (group == LaneProgram.AUTOMATIC) {
            return 0;
        }
        if (!asked[group]) {
            asked[group] = true;
            unasked--;
        }
        return ready[group];
    }

    /** Whether everybody was asked for who can be. */
    boolean isAllAsked() {
        return unasked == 0;
    }

    /** When the recovery was decided, or {@link Lane#ALWAYS} where nobody waited for it. */
    int decided() {
        for (boolean each : asked) {
            if (each) {
                return decision;
            }
        }
        return Lane.ALWAYS;
    }

    /** When a team was ready, or {@link Lane#ALWAYS} where nobody waited for it. */
    int teamReady(int team) {
        for (int group = 0; group < asked.length; group++) {
            if (asked[group] && contains(program.groups().get(group), team)) {
                return decision + mobilised[team];
            }
        }
        return Lane.ALWAYS;
    }

    private static boolean contains(int[] teams, int team) {
        for (int each : teams) {
            if (each == team) {
                return true;
            }
        }
        return false;
    }
}
