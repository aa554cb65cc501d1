package io.holdfast.simulator.engine;

import io.holdfast.simulator.lanes.LanePasses;
import io.holdfast.simulator.lanes.ScalarPasses;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * How trials are computed: changes how long a run takes, and no bit of its figures.
 *
 * @param block trials that a thread takes at a time; cancellation is looked at in between
 * @param lanes trials side by side, a multiple of 16
 * @param passes the loops over lanes, or null to run every trial in the event loop
 */
public record Way(int block, int lanes, @Nullable LanePasses passes) {

    /** Trials side by side where nobody says otherwise. */
    public static final int LANES = 512;

    private static final int LEAST_WIDTH = 8;
    private static final int BLOCK = 1024;
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String VECTOR_PASSES = "io.holdfast.simulator.vector.VectorPasses";

    /** Checks the numbers. */
    public Way {
        if (block < 1) {
            throw new IllegalArgumentException("A block has " + block + " trials, but at least 1 is needed.");
        }
    }

    /** Lanes where the model fits them, by the fastest passes that this Java can load. */
    public static Way fastest() {
        return lanes(fastestPasses());
    }

    /** Lanes where the model fits them, by these passes. */
    public static Way lanes(LanePasses passes) {
        return new Way(BLOCK, LANES, passes);
    }

    /** Every trial in the event loop. */
    public static Way events() {
        return new Way(BLOCK, LANES, null);
    }

    /** The same with another size of blocks. */
    public Way withBlock(int trials) {
        return new Way(trials, lanes, passes);
    }

    /**
     * The vector passes where Java was started with {@code --add-modules jdk.incubator.vector} and they are on the class path,
     * else the scalar ones. So too where the machine's vectors are narrower than 256 bits: those have no multiplication of
     * 64-bit numbers, and lose against plain loops.
     */
    public static LanePasses fastestPasses() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return new ScalarPasses();
        }
        try {
            LanePasses found = Class.forName(VECTOR_PASSES)
                    .asSubclass(LanePasses.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return found.width() >= LEAST_WIDTH ? found : new ScalarPasses();
        } catch (ClassNotFoundException e) {
            return new ScalarPasses();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(VECTOR_PASSES + " has no public constructor", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(VECTOR_PASSES + " cannot be made", e);
        }
    }
}
