package io.holdfast.service.drill;

import java.util.Optional;
import java.util.function.Function;

/** A move that was checked, and that is kept after something else has happened. */
public final class MoveMeanwhile {

    private MoveMeanwhile() {}

    /** What is kept of a move where something happens between its check and its transaction. */
    public static Optional<StoredSchedule> keep(
            Function<Class<?>, Object> door, int year, DrillMoves.Wish wish, Runnable meanwhile) {
        YearBasis bases = (YearBasis) door.apply(YearBasis.class);
        DrillMoves moves = (DrillMoves) door.apply(DrillMoves.class);
        YearBasis.Basis basis = bases.read(year);
        meanwhile.run();
        return moves.keep(basis, wish, "");
    }
}
