package io.holdfast.simulator.engine;

import io.holdfast.simulator.compile.CompiledModel;
import io.holdfast.simulator.compile.Components;
import io.holdfast.simulator.compile.MethodTable;
import io.holdfast.simulator.compile.MethodTable.MethodEntry;
import io.holdfast.simulator.compile.NeedTable;
import io.holdfast.simulator.compile.YearModel;
import io.holdfast.simulator.model.DownState;
import io.holdfast.simulator.sampling.Sampler;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether each element's own failures and repairs go on regardless of all others, so that it serves exactly while it is whole and
 * its needs are met: then a history can be computed on bits, see {@link BitHistory}.
 */
final class YearAnalysis {

    private final YearModel year;
    private final CompiledModel model;
    private final Set<YearMisfit> misfits = EnumSet.noneOf(YearMisfit.class);

    private YearAnalysis(YearModel year) {
        this.year = year;
        model = year.model();
    }

    /** What keeps a model from it; empty where nothing does. */
    static Set<YearMisfit> of(YearModel year) {
        YearAnalysis analysis = new YearAnalysis(year);
        analysis.look();
        return analysis.misfits;
    }

    /** The method that repairs an element of a model that fits, or null where nothing does. */
    static @Nullable MethodEntry repair(CompiledModel model, int e) {
        MethodTable methods = model.methods();
        return IntStream.range(methods.from(e), methods.to(e))
                .mapToObj(methods::get)
                .filter(method -> method.answers(DownState.DAMAGED))
                .findFirst()
                .orElse(null);
    }

    private void look() {
        note(YearMisfit.ARRIVALS, !year.arrivals().isEmpty());
        note(YearMisfit.COMMON_CAUSE, year.groups().stream().anyMatch(group -> group.gap() != null));
        Components components = model.components();
        for (int c = 0; c < components.count(); c++) {
            note(YearMisfit.CYCLE, components.isCyclic(c));
        }
        NeedTable needs = model.needs();
        for (int node = 0; node < needs.nodes(); node++) {
            note(YearMisfit.HOLDS_FOR, needs.held(node) >= 0);
            note(YearMisfit.SOFT, needs.soft(node) >= 0);
            note(YearMisfit.POOL, needs.kind(node) == NeedTable.POOL);
        }
        for (int e = 0; e < model.elements().size(); e++) {
            element(e);
        }
        if (misfits.isEmpty()) {
            NormalRunning normal = new EventKernel(model).normal();
            for (int e = 0; e < model.elements().size(); e++) {
                note(YearMisfit.ABNORMAL, normal.share(e) < 1);
            }
        }
    }

    private void element(int e) {
        boolean hasNeeds = model.needs().rootsTo(e) > model.needs().rootsFrom(e);
        Sampler restart = model.elements().restart(e);
        note(YearMisfit.RESTART, hasNeeds && restart != null);
        if (year.clock(e) != null) {
            MethodEntry repair = repair(model, e);
            note(YearMisfit.RECOVERY, repair != null && !isIndependent(e, repair));
        }
        MethodTable methods = model.methods();
        for (int method = methods.from(e); hasNeeds && method < methods.to(e); method++) {
            note(YearMisfit.RECOVERY, methods.get(method).answers(DownState.OUTAGE));
        }
    }

    /** Whether a method always can begin, needs nobody, works, and leaves the element on its own needs. */
    private boolean isIndependent(int e, MethodEntry method) {
        boolean free = method.startList() < 0 && rootless(method.alsoList()) && method.crewTeams().length == 0;
        return free && method.success() >= 1 && method.isFull() && method.runList() == e;
    }

    private boolean rootless(int list) {
        return model.needs().rootsTo(list) == model.needs().rootsFrom(list);
    }

    private void note(YearMisfit misfit, boolean found) {
        if (found) {
            misfits.add(misfit);
        }
    }
}
