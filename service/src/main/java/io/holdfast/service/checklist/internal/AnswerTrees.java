package io.holdfast.service.checklist.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.service.checklist.Answer;
import io.holdfast.service.kernel.web.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as trees, to be kept in the audit and to be compared. */
public final class AnswerTrees {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final List<String> SAID = List.of("state", "reason", "evidence", "checkedOn", "nextCheck");

    private AnswerTrees() {}

    /** The tree of an answer. */
    public static ObjectNode write(Answer answer) {
        return JSON.valueToTree(answer);
    }

    /** Where two answers say something else. */
    public static List<Problem.Change> changes(Answer stored, Answer sent) {
        ObjectNode one = write(stored);
        ObjectNode other = write(sent);
        List<Problem.Change> changes = new ArrayList<>();
        for (String key : SAID) {
            if (!one.path(key).equals(other.path(key))) {
                changes.add(new Problem.Change("$." + key, shown(one, key), shown(other, key)));
            }
        }
        return changes;
    }

    private static @Nullable JsonNode shown(ObjectNode tree, String key) {
        return tree.hasNonNull(key) ? tree.get(key) : null;
    }

    /** Whether two answers say the same, on the same day, of the same version of the template. */
    public static boolean saySame(Answer one, Answer other) {
        return changes(one, other).isEmpty()
                && one.checkedBy().equals(other.checkedBy())
                && one.templateVersion() == other.templateVersion();
    }
}
