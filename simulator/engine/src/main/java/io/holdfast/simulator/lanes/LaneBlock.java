package io.holdfast.simulator.lanes;

import io.holdfast.simulator.compile.ResponseTable;
import io.holdfast.simulator.sampling.KeyedDraws;
import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.Ticks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a block of trials has in common: hashes, the people's answer, hits that strike many, and the times at which each
 * element starts. Lanes lie 16 ints further apart than they are long, so that those of different elements do not collide in
 * the cache. One instance a thread.
 */
final class LaneBlock {

    /** How much longer rows of lanes are than what they hold. */
    static final int PADDING = 16;

    final LaneProgram program;
    final LanePasses passes;
    final int lanes;
    final long[] hashes;
    final long[] hashOf;

    /** By element: when it starts; {@link Lane#ALWAYS} where it never stopped. */
    final int[][] starts;

    /** Whether no lane of an element stopped. */
    final boolean[] quiet;

    final int[] always;
    final int[] never;
    final int[] all;

    /** People where nobody has to come. */
    final int[] atOnce;

    /** By group of people: when they are ready, and the lanes in which somebody asked for them. */
    final int[][] ready;

    final int[][] asked;
    final boolean[] allAsked;
    final int[] decision;
    final int[][] mobilised;
    final int[] hazard;
    private final int[][] together;
    private final boolean[] anyTogether;
    private final boolean hasHazard;

    /** Lanes in which some work took no time, and lanes that have to be run again. */
    final int[] zero;

    final boolean[] flagged;

    /** Lanes that are flagged for nothing but that people could be short in them. */
    final boolean[] suspect;

    private long firstTrial;

    LaneBlock(LaneProgram program, LanePasses passes, int lanes) {
        this.program = program;
        this.passes = passes;
        this.lanes = lanes;
        int n = program.model().elements().size();
        starts = new int[n][];
        quiet = new boolean[n];
        always = filled(Lane.ALWAYS);
        never = filled(Lane.NEVER);
        all = filled(-1);
        atOnce = filled(0);
        Arrays.fill(starts, always);
        Arrays.fill(quiet, true);
        hashes = new long[lanes];
        hashOf = new long[lanes];
        int groups = program.groups().size();
        ready = new int[groups][lanes];
        asked = new int[groups][lanes];
        allAsked = new boolean[groups];
        decision = new int[lanes];
        mobilised = new int[program.model().response().teams()][lanes];
        hazard = new int[lanes];
        zero = new int[lanes];
        flagged = new boolean[lanes];
        suspect = new boolean[lanes];
        int entries = program.model().hits().entries().size();
        together = new int[entries][];
        anyTogether = new boolean[entries];
        hasHazard =
                program.order().stream().flatMap(x -> x.hits().stream()).anyMatch(hit -> hit.state() == LaneHit.OUTAGE);
    }

    private int[] filled(int value) {
        int[] made = new int[lanes + PADDING];
        Arrays.fill(made, value);
        return made;
    }

    /** Whether times are those of what never stops: the very array, no other with the same numbers. */
    boolean isAlways(int[] times) {
        return isSame(times, always);
    }

    /** Whether two names stand for one array. */
    @SuppressWarnings("ReferenceEquality") // which array it is says where its times come from
    static boolean isSame(int[] one, int[] other) {
        return one == other;
    }

    /** Turns to a block of trials. */
    void start(KeyedDraws draws, long trial) {
        firstTrial = trial;
        for (int l = 0; l < lanes; l++) {
            hashOf[l] = draws.hashOf(trial + l);
            hashes[passes.place(l, lanes)] = hashOf[l];
        }
        Arrays.fill(zero, 0);
        Arrays.fill(flagged, false);
        Arrays.fill(suspect, false);
        Arrays.fill(allAsked, false);
        for (int[] each : asked) {
            Arrays.fill(each, 0);
        }
        Arrays.fill(together, null);
        respond(draws);
    }

    long firstTrial() {
        return firstTrial;
    }

    private void respond(KeyedDraws draws) {
        ResponseTable response = program.model().response();
        if (program.groups().isEmpty() && !hasHazard) {
            return;
        }
        for (int l = 0; l < lanes; l++) {
            draws.startTrial(firstTrial + l);
            decision[l] = seconds(response.decision(draws));
            boolean offHours = response.isOffHours(draws);
            for (int team = 0; team < mobilised.length; team++) {
                mobilised[team][l] = seconds(response.mobilise(team, offHours, draws));
            }
            hazard[l] = hasHazard ? seconds(response.lasts(draws)) : 0;
            zero[l] = hasHazard && hazard[l] == 0 ? -1 : 0;
        }
        for (int group = 0; group < ready.length; group++) {
            Arrays.fill(ready[group], 0);
            for (int l = 0; l < lanes; l++) {
                int longest = 0;
                for (int team : program.groups().get(group)) {
                    longest = Math.max(longest, mobilised[team][l]);
                }
                ready[group][l] = Math.min(decision[l] + longest, Lane.NEVER);
            }
        }
    }

    static int seconds(long ticks) {
        return (int) Math.min(ticks / Ticks.PER_SECOND, Lane.LONGEST);
    }

    /** The lanes in which an entry that strikes together strikes, or null where it does in none. */
    int @Nullable [] together(LaneHit hit) {
        int[] mask = together[hit.entry()];
        if (mask == null) {
            mask = new int[lanes];
            boolean any = false;
            for (int l = 0; l < lanes; l++) {
                mask[l] = strikes(hit, l) ? -1 : 0;
                any |= mask[l] != 0;
            }
            together[hit.entry()] = mask;
            anyTogether[hit.entry()] = any;
        }
        return anyTogether[hit.entry()] ? mask : null;
    }

    /** Whether a hit strikes in a lane, by its own draw. */
    boolean strikes(LaneHit hit, int lane) {
        return hit.isCertain() || KeyedDraws.bits(hashOf[lane], hit.key(), 0) >>> 12 < hit.cells();
    }

    /** A time drawn in a lane, in seconds. */
    int draw(Sampler sampler, long key, int lane) {
        return seconds(sampler.ticks(KeyedDraws.unit(KeyedDraws.bits(hashOf[lane], key, 0))));
    }

    /** Whether a method succeeds in a lane. */
    boolean succeeds(LaneMethod method, int lane) {
        return method.successCells() == LaneHit.CERTAIN
                || KeyedDraws.bits(hashOf[lane], method.successKey(), 0) >>> 12 < method.successCells();
    }

    /** When the people for a method are ready. */
    int readyAt(LaneMethod method, int lane) {
        return method.ready() == LaneProgram.AUTOMATIC ? 0 : ready[method.ready()][lane];
    }
}
