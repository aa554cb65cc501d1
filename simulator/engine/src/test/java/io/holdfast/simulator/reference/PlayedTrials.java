package io.holdfast.simulator.reference;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.engine.Move;
import io.holdfast.simulator.engine.TrialPlay;
import io.holdfast.simulator.play.Decision;
import io.holdfast.simulator.sampling.Draws;
import java.util.List;
import java.util.stream.IntStream;

/** The engine's play of a model, asked in the words of people. */
final class PlayedTrials {

    private final CompiledModel compiled;
    private final TrialPlay play;

    PlayedTrials(CompiledModel compiled) {
        this.compiled = compiled;
        play = new TrialPlay(compiled);
    }

    TrialPlay.Whole toTheEnd(Draws draws, List<Decision> decisions) {
        return play.toTheEnd(draws, decisions.stream().map(this::move).toList());
    }

    TrialPlay.UntilNow until(Draws draws, List<Decision> decisions, long now) {
        return play.until(draws, decisions.stream().map(this::move).toList(), now);
    }

    private Move move(Decision decision) {
        int element = IntStream.range(0, compiled.elements().size())
                .filter(e -> compiled.elements().id(e).equals(decision.element()))
                .findFirst()
                .orElse(-1);
        int method = decision.method() < 0
                ? -1
                : IntStream.range(
                                compiled.methods().from(element),
                                compiled.methods().to(element))
                        .filter(m -> compiled.methods().get(m).position() == decision.method())
                        .findFirst()
                        .orElseThrow();
        return new Move(decision.atMillis(), Move.Kind.valueOf(decision.kind().name()), element, method);
    }

    Decision decision(Move move) {
        return new Decision(
                move.ticks(),
                Decision.Kind.valueOf(move.kind().name()),
                move.element() < 0 ? null : compiled.elements().id(move.element()),
                move.method() < 0 ? -1 : compiled.methods().get(move.method()).position());
    }

    CompiledModel compiled() {
        return compiled;
    }
}
