package io.holdfast.simulator.reference;

import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Label;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.MethodKind;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.RecoveryMethod;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recovery methods of every kind. */
final class RandomMethods {

    private final Dice dice;
    private final RandomNeeds needs;

    RandomMethods(Dice dice, RandomNeeds needs) {
        this.dice = dice;
        this.needs = needs;
    }

    List<RecoveryMethod> list(int owner, int runBound, int startBound) {
        List<RecoveryMethod> methods = new ArrayList<>();
        int count = dice.count(0, 1, 1, 2, 2, 3);
        for (int i = 0; i < count; i++) {
            methods.add(method(owner, i, runBound, startBound));
        }
        return methods;
    }

    private RecoveryMethod method(int owner, int number, int runBound, int startBound) {
        return new RecoveryMethod(
                dice.maybe(0.3) ? Id.of("m-" + owner + "-" + number) : null,
                dice.of(
                        MethodKind.FAILOVER,
                        MethodKind.FAILOVER,
                        MethodKind.RESTORE,
                        MethodKind.REPAIR,
                        MethodKind.REBUILD,
                        MethodKind.REPLACE,
                        MethodKind.WORKAROUND),
                Label.NONE,
                dice.maybe(0.3),
                dice.of(1.0, 1.0, 1.0, 0.7, 0.5, 0.0),
                dice.hours(),
                runNeeds(owner, runBound),
                dice.maybe(0.25) ? needs.list(owner, startBound, 1) : List.of(),
                dice.of(1.0, 1.0, 1.0, 0.6, 0.8, 0.3),
                dice.maybe(0.15) ? dice.hours() : null,
                data(),
                crew(),
                dice.maybe(0.15) ? answers() : null);
    }

    private @Nullable List<Need> runNeeds(int owner, int bound) {
        if (dice.maybe(0.45)) {
            return null;
        }
        return dice.maybe(0.3) ? List.of() : needs.list(owner, bound, dice.count(1, 1, 2));
    }

    private @Nullable MethodData data() {
        return switch (dice.below(4)) {
            case 0 -> new MethodData.Replica(dice.hours());
            case 1 -> new MethodData.Backup(dice.of(1.0, 6.0, 24.0), dice.of(0.0, 1.0), dice.of(1.0, 0.9, 0.4));
            default -> null;
        };
    }

    private Map<Id, Integer> crew() {
        Map<Id, Integer> crew = new LinkedHashMap<>();
        if (dice.maybe(0.6)) {
            crew.put(Id.of(dice.of("ops", "dba", "spares")), 1);
        }
        if (dice.maybe(0.2)) {
            crew.put(Id.of(dice.of("ops", "dba", "spares")), 1);
        }
        return crew;
    }

    private Set<DownState> answers() {
        Set<DownState> states = EnumSet.of(dice.of(DownState.values()));
        states.add(dice.of(DownState.values()));
        return states;
    }
}
