package io.holdfast.simulator.engine;

/** Takes part in a trial: sees every instant when it has settled, and acts at moments of their own. One trial at a time. */
interface Player {

    /** Leaves everything as it comes. */
    Player NOBODY = new Player() {
        @Override
        public long actsAt() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean act() {
            return true;
        }

        @Override
        public void settled() {
            // looks at nothing
        }
    };

    /** When they act next, in ticks, never before now; {@link Long#MAX_VALUE} for not at all. */
    long actsAt();

    /** Acts now, after everything of this instant; false to leave the trial here. */
    boolean act();

    /** One round of an instant is over. */
    void settled();
}
