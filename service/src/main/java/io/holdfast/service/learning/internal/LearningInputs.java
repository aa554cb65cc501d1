package io.holdfast.service.learning.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.learning.Belief;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.ModelInputs;
import io.holdfast.simulator.model.ContinuityModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of a model that can be measured, for who enters an actual. */
public final class LearningInputs {

    /** Numbers that are listed at most. */
    private static final int MOST = 500;

    private LearningInputs() {}

    /**
     * A number.
     *
     * @param input its address
     * @param owner what it stands on, by id
     * @param names what that is called, by language
     * @param method the method, or null
     * @param quantity which number
     * @param number counts equal ones from 1
     * @param kind time, chance or rate
     * @param now what the register says
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(
            String input,
            String owner,
            Map<String, String> names,
            @Nullable String method,
            String quantity,
            int number,
            String kind,
            Belief now) {}

    /** The first {@value #MOST} of an owner, or of those whose name or id has the letters. */
    public static List<Row> list(ContinuityModel model, @Nullable String owner, String letters) {
        OwnerNames names = new OwnerNames(model);
        String wanted = letters.strip().toLowerCase(Locale.ROOT);
        return ModelInputs.listAll(model).stream()
                .filter(each -> owner == null
                        ? matches(names, each.ref(), wanted)
                        : each.ref().owner().value().equals(owner))
                .limit(MOST)
                .map(each -> row(names, each))
                .toList();
    }

    private static boolean matches(OwnerNames names, InputRef ref, String letters) {
        return letters.isEmpty()
                || ref.owner().value().toLowerCase(Locale.ROOT).contains(letters)
                || names.of(ref.owner()).values().stream()
                        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(letters));
    }

    private static Row row(OwnerNames names, ModelInput input) {
        InputRef ref = input.ref();
        return new Row(
                ref.address(),
                ref.owner().value(),
                names.of(ref.owner()),
                ref.method(),
                ref.quantity().word(),
                ref.number(),
                switch (input) {
                    case ModelInput.Hours ignored -> "time";
                    case ModelInput.Chance ignored -> "chance";
                    case ModelInput.Rate ignored -> "rate";
                },
                Belief.of(input));
    }
}
