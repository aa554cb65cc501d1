package io.holdfast.simulator.bench;

import io.holdfast.simulator.sampling.Sampler;
import io.holdfast.simulator.sampling.Ticks;
import java.util.SplittableRandom;

/** How the plain programs draw the times of an element, in hours. One instance an element. */
abstract class Times {

    private static final double Z90 = 1.2815515655446004;

    final SplittableRandom random;
    private final boolean twoDrawn;
    final double rebuildHours;

    private Times(SplittableRandom random, Network network, int e) {
        this.random = random;
        twoDrawn = network.twoDrawn();
        rebuildHours = Network.rebuildHours(e);
    }

    abstract double restore();

    abstract double drawnRebuild();

    final double rebuild() {
        return twoDrawn ? drawnRebuild() : rebuildHours;
    }

    /** Where the times come from. */
    enum Kind {
        /** The JDK's own normal numbers, exponential function and logarithm, as most would write it. */
        JDK("its own times"),
        /** This engine's tables of quantiles, its samplers one by one: harder to beat. */
        TABLES("this engine's tables");

        final String words;

        Kind(String words) {
            this.words = words;
        }

        Times of(SplittableRandom random, Network network, int e) {
            return switch (this) {
                case JDK -> new Jdk(random, network, e);
                case TABLES -> new Tables(random, network, e);
            };
        }
    }

    private static final class Jdk extends Times {

        private final double mu;
        private final double sigma;

        Jdk(SplittableRandom random, Network network, int e) {
            super(random, network, e);
            mu = Math.log(Network.restore(e).median());
            sigma = Math.log(Network.restore(e).p90() / Network.restore(e).median()) / Z90;
        }

        @Override
        double restore() {
            return Math.exp(mu + sigma * random.nextGaussian());
        }

        @Override
        double drawnRebuild() {
            return rebuildHours * random.nextExponential();
        }
    }

    private static final class Tables extends Times {

        private final Sampler restore;
        private final Sampler rebuild;

        Tables(SplittableRandom random, Network network, int e) {
            super(random, network, e);
            restore = Sampler.of(Network.restore(e));
            rebuild = Sampler.of(Network.drawnRebuild(e));
        }

        @Override
        double restore() {
            return hours(restore);
        }

        @Override
        double drawnRebuild() {
            return hours(rebuild);
        }

        private double hours(Sampler sampler) {
            return Ticks.toHours((double) sampler.ticks(random.nextDouble()));
        }
    }
}
