package io.holdfast.service.exchange;

import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterState;
import io.holdfast.service.register.RevisionConflict;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The door of the room: works out what an import would do, and does it. An import is taken whole or not at all, and a second
 * one of the same files changes nothing. For any number of threads.
 */
@Singleton
public class Imports {

    private final Register register;

    /** Over the register. */
    public Imports(Register register) {
        this.register = register;
    }

    /** What an import would do; nothing is stored. */
    public ImportOutcome preview(ImportFiles files, ImportOptions options) {
        return work(files, options, false);
    }

    /** Does it; refused where the register changes meanwhile. */
    public ImportOutcome store(ImportFiles files, ImportOptions options) {
        return work(files, options, true);
    }

    private ImportOutcome work(ImportFiles files, ImportOptions options, boolean store) {
        Optional<RegisterState> state = register.findState();
        String digest = state.map(RegisterState::digest).orElse(Planner.EMPTY);
        String expected = options.expect();
        if (expected != null && !expected.equals(digest)) {
            return new ImportOutcome.Overtaken(expected, digest);
        }
        return switch (Planner.plan(files, options, state.map(RegisterState::model))) {
            case Planner.Plan.Refused refused -> new ImportOutcome.Refused(refused.violations());
            case Planner.Plan.Made made when !store -> new ImportOutcome.Done(made.report());
            case Planner.Plan.Made made -> save(made, state);
        };
    }

    private ImportOutcome save(Planner.Plan.Made made, Optional<RegisterState> state) {
        try {
            register.importModel(
                    made.model(), state.map(RegisterState::revision).orElse(0L));
            return new ImportOutcome.Done(made.report().asStored());
        } catch (RevisionConflict e) {
            return new ImportOutcome.Overtaken(
                    made.report().before(), register.findModelDigest().orElse(Planner.EMPTY));
        }
    }
}
