package io.holdfast.service.register;

import io.holdfast.service.kernel.web.Problem;
import java.util.List;

/**
 * What a room that keeps a part of entries holds against changes of them, by whichever door they come: that its part has its shape,
 * and stays as it is while it is locked. Of an entry that goes nothing is held. Whole model files and registers from elsewhere are not
 * asked about; what they change of something approved is shown as changed. For any number of threads.
 */
public interface EntryGuard {

    /**
     * What the room holds against changes that are about to be stored.
     *
     * @param plans changes of different entries
     * @param reopen whether the next draft of what is approved begins where a change touches it
     * @return the rules that they break, with paths that begin with those of the plans; {@link EditOutcome.Held#LOCKED} at the end of
     *     a code says that a part is locked. Nothing where all is right
     */
    List<Problem.Violation> check(List<EntryPlan> plans, boolean reopen);
}
