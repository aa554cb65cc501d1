package io.holdfast.simulator.play;

/** Which of the possible days is played, by how long the recovery takes: of a hundred days so many are not worse. */
public enum Day {
    /** Ten in a hundred. */
    LUCKY(0.1),
    /** Fifty in a hundred. */
    MEDIAN(0.5),
    /** Ninety in a hundred. */
    UNLUCKY(0.9),
    /** Ninety-five in a hundred. */
    VERY_UNLUCKY(0.95);

    private final double share;

    Day(double share) {
        this.share = share;
    }

    /** The share of days that are not worse, in (0, 1). */
    public double share() {
        return share;
    }
}
