package io.holdfast.simulator.engine;

import io.holdfast.simulator.model.DownState;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happens in a trial that is played.
 *
 * @param ticks when
 * @param kind what
 * @param number the element; of {@link Kind#TEAM_READY} the team, of {@link Kind#MOVED} the move, of times of the response -1
 * @param method the method, -1 where none is meant
 * @param state the state in which {@link Kind#HIT} leaves the element, else null
 * @param value the delivered share of {@link Kind#DOWN}, {@link Kind#BACK} and {@link
 *     Kind#SHARE}, the hours of {@link Kind#DATA} (infinite for everything), else 0
 */
public record Occurrence(
        long ticks,
        Kind kind,
        int number,
        int method,
        @Nullable DownState state,
        double value) {

    /** What can happen; of several at one moment about one element, those that come first here come first. */
    public enum Kind {
        /** The event hits an element. */
        HIT,
        /** Somebody has noticed. */
        DETECTED,
        /** The recovery is declared. */
        DECLARED,
        /** A team is at work. */
        TEAM_READY,
        /** More than the recovery time objective has passed, whatever comes. */
        RTO_MISSED,
        /** More than the maximum tolerable period less the work recovery time has passed. */
        MTPD_MISSED,
        /** The hazard is over: what it merely held down is undamaged. */
        HAZARD_OVER,
        /** Work on a method ended, and it failed. */
        FAILED,
        /** Work on a method ended well. */
        SUCCEEDED,
        /** Work was given up, or the element came back by itself. */
        CALLED_OFF,
        /** Data are lost: those between what the method brought back and the event. */
        DATA,
        /** More of them than the recovery point objective allows. */
        RPO_MISSED,
        /** What bridged the time can be kept up no longer. */
        LAPSED,
        /** An element no longer delivers what it must. */
        DOWN,
        /** It delivers that again. */
        BACK,
        /** It delivers another share, which is enough or is not, as before. */
        SHARE,
        /** It starts again, now that its needs are met; that takes time. */
        RESTARTS,
        /** A method is chosen and waits for people. */
        WAITS,
        /** Work on a method begins. */
        BEGUN,
        /** People acted. */
        MOVED
    }
}
