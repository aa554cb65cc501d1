package io.holdfast.service.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.change.internal.ModelDifference;
import io.holdfast.service.kernel.web.Turns;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two models that never change: worked out once, by the first who asks for a page of it, while others who want the
 * same wait. The last {@value #KEPT} are kept. For any number of threads.
 */
@Singleton
class Differences {

    private static final int KEPT = 4;

    private final Turns turns = new Turns(2, Duration.ofSeconds(20));

    private final Map<Pair, Difference> kept = new LinkedHashMap<>(KEPT, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Difference> eldest) {
            return size() > KEPT;
        }
    };

    /** Two models by their digests. */
    private record Pair(String before, String after) {}

    private static final class Difference {

        private volatile @Nullable List<EntryDifference> entries;

        @Nullable
        List<EntryDifference> known() {
            return entries;
        }

        synchronized List<EntryDifference> of(Supplier<ObjectNode> before, Supplier<ObjectNode> after) {
            List<EntryDifference> found = entries;
            if (found == null) {
                found = ModelDifference.of(before.get(), after.get());
                entries = found;
            }
            return found;
        }
    }

    /**
     * What differs between the models of two digests. Cost: nothing where it is kept, else reading both, a second for 50,000 elements;
     * the caller holds no connection of the database meanwhile. A problem {@code busy} where others have too much of the same made.
     */
    List<EntryDifference> of(String before, String after, Supplier<ObjectNode> earlier, Supplier<ObjectNode> later) {
        if (before.equals(after)) {
            return List.of();
        }
        Difference difference = find(new Pair(before, after));
        List<EntryDifference> known = difference.known();
        return known != null ? known : turns.take(() -> difference.of(earlier, later));
    }

    private Difference find(Pair pair) {
        synchronized (kept) {
            return kept.computeIfAbsent(pair, each -> new Difference());
        }
    }
}
