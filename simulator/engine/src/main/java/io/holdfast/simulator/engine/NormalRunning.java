package io.holdfast.simulator.engine;

/**
 * What an element does when nothing happens. Immutable.
 *
 * <p>An element that does not serve, or serves below its minimum, in normal running is touched in every trial.
 */
final class NormalRunning {

    private final double[] share;
    private final double[] headroom;

    NormalRunning(double[] share, double[] headroom) {
        this.share = share.clone();
        this.headroom = headroom.clone();
    }

    double share(int e) {
        return share[e];
    }

    double headroom(int e) {
        return headroom[e];
    }
}
