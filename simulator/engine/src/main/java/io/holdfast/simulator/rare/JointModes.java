package io.holdfast.simulator.rare;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Joint failures that brought about an event in pilot trials, each as positions of hits, with the chance that all of them
 * happen. Immutable.
 */
final class JointModes {

    /** The likeliest are kept. */
    private static final int MOST = 400;

    private final int[][] modes;
    private final double[] upTo;
    private final double total;

    /** The likeliest of the joint failures found; at least one. */
    JointModes(Map<List<Integer>, Double> found) {
        List<Map.Entry<List<Integer>, Double>> likeliest = found.entrySet().stream()
                .sorted(Map.Entry.<List<Integer>, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        modes = new int[likeliest.size()][];
        upTo = new double[modes.length];
        double sum = 0;
        for (int m = 0; m < modes.length; m++) {
            modes[m] = likeliest.get(m).getKey().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            sum += likeliest.get(m).getValue();
            upTo[m] = sum;
        }
        total = sum;
    }

    /** The mode at a uniform number, each as often as it is likely. */
    int[] at(double uniform) {
        int low = 0;
        int high = modes.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > uniform * total) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return modes[low];
    }

    /**
     * How much likelier hits are when one of the modes is made to happen, chosen by its chance: how many of the modes the
     * hits contain, over the sum of all chances. Source: Karp, Luby and Madras, J. Algorithms 10 (1989).
     */
    double ratio(RelevantHits hits, boolean[] happens) {
        int contained = 0;
        for (int[] mode : modes) {
            boolean all = true;
            for (int i = 0; all && i < mode.length; i++) {
                all = happens[hits.chance(mode[i])];
            }
            contained += all ? 1 : 0;
        }
        return contained / total;
    }
}
