package io.holdfast.simulator.reference;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** In how many trials each feature played a part, so that a comparison cannot become empty unnoticed. */
final class Coverage {

    private final Map<String, Integer> trials = new TreeMap<>();
    private final Set<String> inThisTrial = new HashSet<>();

    void startTrial() {
        inThisTrial.clear();
    }

    void count(String feature) {
        if (inThisTrial.add(feature)) {
            trials.merge(feature, 1, Integer::sum);
        }
    }

    void merge(Coverage other) {
        other.trials.forEach((feature, count) -> trials.merge(feature, count, Integer::sum));
    }

    int trials(String feature) {
        return trials.getOrDefault(feature, 0);
    }

    @Override
    public String toString() {
        return trials.toString();
    }
}
