package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.sampling.Draws;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays one trial in which people act. The luck is the trial's own: every draw has an address, so a move changes what it
 * changes and nothing else, and nothing that happened before it. Without a move this is the plain trial, bit for bit.
 *
 * <p>One instance a thread. Cost: one trial in the event loop, and a look at every touched element after each instant.
 */
public final class TrialPlay {

    private final CompiledModel model;
    private final EventKernel kernel;
    private final TrialState s;
    private final Chronicle chronicle;

    /** Prepares a compiled model. */
    public TrialPlay(CompiledModel model) {
        this.model = model;
        kernel = new EventKernel(model);
        s = kernel.state();
        chronicle = new Chronicle(s, kernel.dataLoss());
    }

    /**
     * The whole trial.
     *
     * @param occurrences all that happened, in the order of time
     * @param outcome what came of it; holds until the next call
     */
    public record Whole(List<Occurrence> occurrences, TrialOutcome outcome) {}

    /**
     * The trial up to a moment; nothing in it depends on what comes later.
     *
     * @param occurrences all that happened until then, that moment included
     * @param standings how everything stands that the trial has touched, in file order
     * @param possible what people could do now, by kind, then in file order
     */
    public record UntilNow(List<Occurrence> occurrences, List<Standing> standings, List<Move> possible) {}

    /**
     * Plays to the horizon.
     *
     * @param draws the trial's draws
     * @param moves what people do, by time
     * @throws IllegalArgumentException where a move is not possible at its moment, or moves are not in the order of time
     */
    public Whole toTheEnd(Draws draws, List<Move> moves) {
        Players players = new Players(moves, Long.MAX_VALUE);
        chronicle.begin(draws);
        TrialOutcome outcome = kernel.run(draws, players);
        players.requireDone();
        if (players.hasBegun) {
            chronicle.passTo(model.horizonTicks());
        }
        return new Whole(chronicle.written(), outcome);
    }

    /**
     * Plays to a moment and no further.
     *
     * @param draws the trial's draws
     * @param moves what people have done, by time, none of it later than now
     * @param now the moment, in ticks; the horizon where it is later
     * @throws IllegalArgumentException as {@link #toTheEnd} does
     */
    public UntilNow until(Draws draws, List<Move> moves, long now) {
        Players players = new Players(moves, Math.min(now, model.horizonTicks()));
        chronicle.begin(draws);
        kernel.run(draws, players);
        players.requireDone();
        UntilNow seen = players.seen;
        return seen == null ? new UntilNow(List.of(), List.of(), List.of()) : seen;
    }

    /** Those who act as it is written, and leave at a moment. */
    private final class Players implements Player {

        private final List<Move> moves;
        private final long until;
        private int next;
        private boolean hasBegun;
        private String problem = "the trial is over";
        private @Nullable UntilNow seen;

        Players(List<Move> moves, long until) {
            this.moves = List.copyOf(moves);
            this.until = until;
            for (int i = 0; i < this.moves.size(); i++) {
                if (i > 0 && moves.get(i).ticks() < moves.get(i - 1).ticks()) {
                    throw refused(i, "it is earlier than what was done before");
                }
                if (moves.get(i).ticks() > until) {
                    throw refused(i, "it is later than now");
                }
            }
        }

        private IllegalArgumentException refused(int number, String why) {
            return new IllegalArgumentException(
                    "Move " + number + ", " + moves.get(number) + ", is not possible: " + why + ".");
        }

        @Override
        public long actsAt() {
            return next < moves.size() ? moves.get(next).ticks() : until;
        }

        @Override
        public void settled() {
            hasBegun = true;
            chronicle.settled();
        }

        @Override
        public boolean act() {
            chronicle.passTo(s.now);
            if (next >= moves.size()) {
                seen = new UntilNow(chronicle.written(), standings(), possible());
                return false;
            }
            Move move = moves.get(next);
            if (!isPossible(move)) {
                problem = "nothing of the kind can be done then";
                return false;
            }
            chronicle.moves(next++, move);
            apply(move);
            return true;
        }

        /** A trial that is left early still ends in order; only then may it be said why. */
        void requireDone() {
            if (next < moves.size()) {
                throw refused(next, problem);
            }
        }
    }

    private void apply(Move move) {
        int e = move.element();
        switch (move.kind()) {
            case DECLARE -> {
                s.decideNow();
                kernel.loop().crews().decided();
                for (int i = 0; i < s.downCount; i++) {
                    s.choices.add(s.down[i]);
                }
            }
            case CHOOSE -> {
                s.held[e] = false;
                kernel.loop().recovery().take(e, move.method());
            }
            case HOLD -> {
                s.held[e] = true;
                kernel.loop().crews().callOff(e);
            }
            case RESUME -> {
                s.held[e] = false;
                s.choices.add(e);
            }
            case FIRST -> kernel.loop().crews().putFirst(e);
        }
    }

    private boolean isPossible(Move move) {
        int e = move.element();
        return switch (move.kind()) {
            case DECLARE ->
                model.response().detected(s.draws) <= s.now && s.now < chronicle.decision() && s.downCount > 0;
            case CHOOSE ->
                method(e, move.method())
                        && s.working[e] != move.method()
                        && s.waitingMethod[e] != move.method()
                        && kernel.loop().recovery().competes(e, move.method());
            case HOLD -> isIdle(e) && !s.held[e] && hasOpen(e, false);
            case RESUME -> s.isDown(e) && s.held[e];
            case FIRST ->
                isIdle(e) && hasOpen(e, true) && !kernel.loop().crews().isFirst(e);
        };
    }

    private boolean method(int e, int method) {
        return method >= model.methods().from(e) && method < model.methods().to(e);
    }

    private boolean isIdle(int e) {
        return s.isDown(e) && s.working[e] < 0;
    }

    /** Whether a method is left, where asked one that takes people. */
    private boolean hasOpen(int e, boolean withCrew) {
        for (int method = model.methods().from(e); method < model.methods().to(e); method++) {
            boolean counts = !withCrew || model.methods().get(method).crewTeams().length > 0;
            if (counts && kernel.loop().recovery().isOpen(e, method)) {
                return true;
            }
        }
        return false;
    }

    private List<Move> possible() {
        List<Move> moves = new ArrayList<>();
        addIfPossible(moves, new Move(s.now, Move.Kind.DECLARE, -1, -1));
        for (int e = 0; e < s.n; e++) {
            if (s.isDown(e)) {
                for (int method = model.methods().from(e);
                        method < model.methods().to(e);
                        method++) {
                    addIfPossible(moves, new Move(s.now, Move.Kind.CHOOSE, e, method));
                }
                addIfPossible(moves, new Move(s.now, Move.Kind.HOLD, e, -1));
                addIfPossible(moves, new Move(s.now, Move.Kind.RESUME, e, -1));
                addIfPossible(moves, new Move(s.now, Move.Kind.FIRST, e, -1));
            }
        }
        return List.copyOf(moves);
    }

    private void addIfPossible(List<Move> moves, Move move) {
        if (isPossible(move)) {
            moves.add(move);
        }
    }

    private List<Standing> standings() {
        List<Standing> all = new ArrayList<>();
        for (int e = 0; e < s.n; e++) {
            if (s.outcome.isTouched(e)) {
                all.add(standing(e));
            }
        }
        return List.copyOf(all);
    }

    private Standing standing(int e) {
        DownState state = s.isDown(e) ? Recovery.answered(s.state[e]) : null;
        boolean restarting = s.state[e] == TrialState.NEED_LOST && s.dueAt[e] != Long.MAX_VALUE && s.dueAt[e] > s.now;
        return new Standing(
                e,
                state,
                chronicle.badSince(e) < 0,
                s.share[e],
                chronicle.badSince(e),
                s.working[e],
                s.workStart[e],
                s.waitingMethod[e],
                s.waitingSince[e],
                Math.max(-1, s.runsOn[e]),
                restarting,
                s.held[e],
                kernel.loop().crews().isFirst(e));
    }
}
