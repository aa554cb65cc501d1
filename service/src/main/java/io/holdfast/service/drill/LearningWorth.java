package io.holdfast.service.drill;

import io.holdfast.simulator.model.Drill;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What drills are expected to teach: by how much one would know better how long recovery takes (simulation, section 5). A
 * later room that knows it has a bean of this; where there is none, nothing is known and drills are placed as if they taught
 * nothing. Answers from what has been worked out before, within a second for some hundred drills; for any number of threads.
 */
public interface LearningWorth {

    /**
     * The worth of drills on the model as it stands.
     *
     * @param drills what might be drilled
     * @return by uid; a drill of which nothing is known is missing
     */
    Map<String, Worth> findWorth(Collection<Asked> drills);

    /**
     * A drill that might take place.
     *
     * @param uid its stable name
     * @param elements the ids of what it drills, the service first
     * @param types one or several types
     * @param scenario the scenario that it practises, or null
     * @param writtenDrill the drill of the model that has its steps, or null
     */
    record Asked(
            String uid,
            List<String> elements,
            List<Drill.Type> types,
            @Nullable String scenario,
            @Nullable String writtenDrill) {
        /** Copies the lists. */
        public Asked {
            elements = List.copyOf(elements);
            types = List.copyOf(types);
        }
    }

    /**
     * What one drill is expected to teach.
     *
     * @param element what is known better afterwards, by id
     * @param nowHours the spread of what is not known of its P95 now, in hours: from the 10th to the 90th percentile
     * @param thenHours the same as expected after the drill; not above {@code nowHours}
     * @param input the input that most of it comes from, by a name that a page may show, or null
     */
    record Worth(
            String element,
            double nowHours,
            double thenHours,
            @Nullable String input) {
        /** Throws {@link IllegalArgumentException} where an amount is no number, negative, or grows. */
        public Worth {
            if (!(thenHours >= 0 && thenHours <= nowHours && nowHours < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("What is not known of '" + element + "' falls from " + nowHours
                        + " h to " + thenHours + " h, but must fall, and both must be 0 or more.");
            }
        }

        /** What the calendar counts as learning: the hours by which not knowing falls. */
        public double points() {
            return nowHours - thenHours;
        }
    }
}
