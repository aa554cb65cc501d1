package io.holdfast.service.drill;

import java.time.LocalDate;
import java.util.List;

/**
 * Which drills people want to hold again by a day, as the reports of drills say. A later room that knows it has a bean of this; where
 * there is none, nothing is wanted. For any number of threads.
 */
public interface RetestWishes {

    /** Those of approved reports, in any order. */
    List<Wish> listWishes();

    /**
     * That a drill is to be held again.
     *
     * @param cause a stable name, such as {@code report-12}
     * @param number the number of the drill that people use
     * @param title what it is called
     * @param heldOn when it ended
     * @param by until when another one must be over
     * @param scope the ids of what it drilled
     */
    record Wish(String cause, String number, String title, LocalDate heldOn, LocalDate by, List<String> scope) {
        /** Copies the list. */
        public Wish {
            scope = List.copyOf(scope);
        }
    }
}
