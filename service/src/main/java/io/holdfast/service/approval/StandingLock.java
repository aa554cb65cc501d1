package io.holdfast.service.approval;

import io.holdfast.service.kernel.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the records of a room are locked: those of which a version waits for a decision, and those of which a version holds, until
 * somebody begins the next draft. For any number of threads.
 */
public final class StandingLock {

    private final Standings standings;
    private final String type;
    private final String code;
    private final String subject;

    /**
     * Knows what to say.
     *
     * @param type the type of the room's subjects in approvals
     * @param code the code of the refusal
     * @param subject what is locked, in a sentence, such as {@code this analysis is}
     */
    public StandingLock(Standings standings, String type, String code, String subject) {
        this.standings = standings;
        this.type = type;
        this.code = code;
        this.subject = subject;
    }

    /**
     * Those of some records that are locked, in their order.
     *
     * @param paths where each record stands in what was sent, by its subject
     * @param reopen whether the next draft of what holds begins
     */
    public List<Problem.Violation> check(Map<String, String> paths, boolean reopen) {
        Map<String, Standing> known = paths.size() > 1 ? standings.all(type) : Map.of();
        List<Problem.Violation> locked = new ArrayList<>();
        paths.forEach((id, path) -> {
            Standing standing = paths.size() > 1 ? known.getOrDefault(id, Standing.NONE) : standings.of(type, id);
            sentence(standing, reopen)
                    .ifPresent(sentence -> locked.add(new Problem.Violation(path, code, sentence, null, null, id)));
        });
        return locked;
    }

    private Optional<String> sentence(Standing standing, boolean reopen) {
        if (standing.waiting() != null) {
            return Optional.of("Version " + standing.waiting() + " waits for a decision, so " + subject
                    + " locked. Take that version back, or wait for the decision.");
        }
        return standing.locked() && !reopen
                ? Optional.of("Version " + standing.number() + " is approved and holds, so " + subject
                        + " locked. Send the change again with reopen=true to begin the next draft; what is approved stays as it is"
                        + " until that is approved, too.")
                : Optional.empty();
    }
}
