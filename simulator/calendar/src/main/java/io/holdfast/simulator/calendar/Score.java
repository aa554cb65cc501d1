package io.holdfast.simulator.calendar;

/**
 * How good a calendar is. Earlier parts win over later ones, whatever those are.
 *
 * @param missing what must take place or be covered and does not: 8 for tier 1, 4, 2, and 1 for tier 4 and beyond; the
 *     fewer the better
 * @param learning what is learnt, in thousandths of a point; the more the better
 * @param moves drills of the earlier plan that have another time now or none; the fewer the better
 * @param distance days between drills and where they would best lie, with crowded weeks; the fewer the better
 */
public record Score(long missing, long learning, long moves, long distance) implements Comparable<Score> {

    /** The better one first. */
    @Override
    public int compareTo(Score other) {
        int result = Long.compare(missing, other.missing);
        result = result != 0 ? result : Long.compare(other.learning, learning);
        result = result != 0 ? result : Long.compare(moves, other.moves);
        return result != 0 ? result : Long.compare(distance, other.distance);
    }
}
